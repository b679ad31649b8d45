"""Tasks to a terminal, to other programs, and to people who look one up."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from plancli.messages import N_, Catalog
from plancli.report.cells import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.views.listing import TargetRow, TaskRow

VERSION = 1
"""Of the JSON shape, which `docs/cli.md` describes."""

COLUMNS = (N_("No."), N_("Task"), N_("Lead"), N_("Responsible"), N_("Targets"), N_("Id"))

SIGNS = {"at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", "exactly": "=", "between": ""}
"""How a comparator is written before its value."""


def to_json(rows: Iterable[TaskRow]) -> str:
    """An envelope with every task, keys in a fixed order, exact numbers as strings."""
    envelope = {"version": VERSION, "tasks": [asdict(row) for row in rows]}
    return json.dumps(envelope, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode() + "\n"


def tab_separated(rows: Iterable[TaskRow], words: Catalog) -> str:
    """A heading and a line a task, for `cut`, `grep` and spreadsheets."""
    lines = [list(map(words.gettext, COLUMNS)), *map(_cells, rows)]
    return "".join("\t".join(map(legible, cells)) + "\n" for cells in lines)


def _cells(row: TaskRow) -> list[str]:
    return [
        "" if row.number is None else str(row.number),
        row.title,
        "、".join(row.lead),
        "——" if row.responsible == () else "、".join(row.responsible or ()),
        str(len(row.targets) or ""),
        row.id,
    ]


def print_table(rows: list[TaskRow], words: Catalog, *, colour: bool) -> None:
    """A table that fits the terminal."""
    from rich.console import Console  # noqa: PLC0415 - Rich takes 35 ms to import
    from rich.table import Table  # noqa: PLC0415 - likewise
    from rich.text import Text  # noqa: PLC0415 - likewise

    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "", padding=(0, 2, 0, 0))
    for index, name in enumerate(COLUMNS[:-1]):
        table.add_column(words.gettext(name), justify="right" if index in {0, 4} else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(legible(cell)) for cell in _cells(row)[:-1]))
    Console(no_color=not colour, highlight=False).print(table)


def card(row: TaskRow, words: Catalog) -> str:
    """One task, everything that the plan says about it."""
    return "".join(legible(line) + "\n" for line in _card(row, words))


def _card(row: TaskRow, words: Catalog) -> Iterator[str]:
    _ = words.gettext
    yield f"{'—' if row.number is None else row.number}. {row.title}"
    if row.headings:
        yield "  " + " › ".join(row.headings)
    yield ""
    yield from (f"  {line}" for line in row.text.splitlines())
    yield ""
    facts = {
        _("Lead"): "、".join(row.lead),
        _("Responsible"): "——" if row.responsible == () else "、".join(row.responsible or ()) + (row.duty or ""),
        _("Support"): "、".join(row.support or ()),
        _("Due"): row.due or "",
        _("File"): f"tasks/{row.id}.yaml",
    }
    for name, value in facts.items():
        if value:
            yield "  " + _("{name}: {value}").format(name=name, value=value)
    if row.targets:
        yield ""
        yield "  " + _("Targets")
        for target in row.targets:
            yield f"    {_goal(target, words)}"


def _goal(target: TargetRow, words: Catalog) -> str:
    _ = words.gettext
    figure = target.statement or f"{SIGNS.get(target.comparator or '', '')} {target.value}{target.unit}".strip()
    marks = [_("aim")] if target.commitment == "aim" else []
    if target.per:
        marks.append(_("every year"))
    marks.append(_("by {due}").format(due=target.due))
    return f"{target.indicator}  {figure}  " + _("({marks})").format(marks=_(", ").join(marks))
