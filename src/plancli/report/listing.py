"""Tasks to a terminal, to other programs, and to people who look one up."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from plancli.messages import N_, Catalog
from plancli.report.cells import cells
from plancli.report.wrapping import wrapped, wrapped_names
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.views.listing import TargetRow, TaskRow

VERSION = 1
"""Of the JSON shape, which `docs/cli.md` describes."""

COLUMNS = (N_("No."), N_("Task"), N_("Lead"), N_("Responsible"), N_("Targets"), N_("Role"), N_("Id"))
NUMBER, TASK, LEAD, RESPONSIBLE, TARGETS, ROLE, ID = range(len(COLUMNS))

ROLES = {"lead": N_("leads"), "responsible": N_("is responsible"), "support": N_("supports")}

SIGNS = {"at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", "exactly": "=", "between": ""}
"""How a comparator is written before its value."""

NARROWEST = 16
"""Cells that a column of names keeps on narrow terminals."""


def to_json(rows: Iterable[TaskRow]) -> str:
    """An envelope with every task, keys in a fixed order, exact numbers as strings."""
    envelope = {"version": VERSION, "tasks": [asdict(row) for row in rows]}
    return json.dumps(envelope, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode() + "\n"


def tab_separated(rows: Iterable[TaskRow], words: Catalog, *, roles: bool) -> str:
    """A heading and a line a task, for `cut`, `grep` and spreadsheets.

    Args:
        rows: The tasks.
        words: The reader's language.
        roles: Whether they are a department's, so that its role is told.
    """
    columns = _columns(roles=roles, ids=True)
    heading = [words.gettext(COLUMNS[column]) for column in columns]
    lines = [heading, *([_cell(row, column, words) for column in columns] for row in rows)]
    return "".join("\t".join(map(legible, line)) + "\n" for line in lines)


def _columns(*, roles: bool, ids: bool) -> list[int]:
    return [NUMBER, TASK, LEAD, RESPONSIBLE, TARGETS, *([ROLE] if roles else []), *([ID] if ids else [])]


def _cell(row: TaskRow, column: int, words: Catalog) -> str:
    match column:
        case 0:
            return "" if row.number is None else str(row.number)
        case 1:
            return row.title
        case 2 | 3:
            return "、".join(_names(row, column))
        case 4:
            return str(len(row.targets) or "")
        case 5:
            return _role(row, words)
        case _:
            return row.id


def _names(row: TaskRow, column: int) -> tuple[str, ...]:
    if column == LEAD:
        return row.lead
    return ("——",) if row.responsible == () else row.responsible or ()


def _role(row: TaskRow, words: Catalog) -> str:
    role = words.gettext(ROLES[row.role]) if row.role else ""
    return words.gettext("{role} (through {group})").format(role=role, group=row.via) if row.via else role


def table(rows: list[TaskRow], words: Catalog, *, width: int, roles: bool) -> str:
    """A table that fits the terminal: units are broken only between names, cells aligned by width.

    Args:
        rows: The tasks.
        words: The reader's language.
        width: Cells of a line.
        roles: Whether they are a department's, so that its role is told.
    """
    columns = _columns(roles=roles, ids=False)
    texts = [[words.gettext(COLUMNS[column]) for column in columns]]
    texts += [[legible(_cell(row, column, words)) for column in columns] for row in rows]
    widths = _widths(columns, texts, width)
    return "".join(line + "\n" for text in texts for line in _line(columns, text, widths))


def _widths(columns: list[int], texts: list[list[str]], width: int) -> list[int]:
    """As wide as the widest cell; where that is too much, the wider column of names gives way, titles at last."""
    widths = [max(cells(text[index]) for text in texts) for index in range(len(columns))]
    excess = sum(widths) + 2 * (len(widths) - 1) - width
    names = [columns.index(RESPONSIBLE), columns.index(LEAD)]
    for _ in range(excess):
        index = max(names, key=lambda each: widths[each])
        index = index if widths[index] > NARROWEST else columns.index(TASK)
        widths[index] = max(widths[index] - 1, min(widths[index], NARROWEST))
    return widths


def _line(columns: list[int], text: list[str], widths: list[int]) -> Iterator[str]:
    blocks = [
        wrapped_names(cell.split("、"), width) if column in {LEAD, RESPONSIBLE} else list(wrapped(cell, width))
        for column, cell, width in zip(columns, text, widths, strict=True)
    ]
    for row in range(max(map(len, blocks))):
        parts = [block[row] if row < len(block) else "" for block in blocks]
        aligned = [
            " " * (width - cells(part)) + part if column in {NUMBER, TARGETS} else part + " " * (width - cells(part))
            for column, part, width in zip(columns, parts, widths, strict=True)
        ]
        yield "  ".join(aligned).rstrip()


def card(row: TaskRow, words: Catalog, *, file: str, width: int | None) -> str:
    """One task, everything that the plan says about it.

    Args:
        row: The task.
        words: The reader's language.
        file: Where it stands, as the reader sees it.
        width: Cells of a line; None where lines need not end.
    """
    lines = map(legible, _card(row, words, file))
    if width is None:
        return "".join(line + "\n" for line in lines)
    return "".join(part + "\n" for line in lines for part in _fitted(line, width))


def _fitted(line: str, width: int) -> Iterator[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return wrapped(line.lstrip(), max(width - len(indent), NARROWEST), indent)


def _card(row: TaskRow, words: Catalog, file: str) -> Iterator[str]:
    _ = words.gettext
    yield f"{'—' if row.number is None else row.number}. {row.title}"
    if row.headings:
        yield "  " + " › ".join(row.headings)
    yield ""
    yield from (f"  {line}" for line in row.text.splitlines())
    yield ""
    separator = _(", ")
    facts = {
        _("Lead"): separator.join(row.lead),
        _("Responsible"): separator.join(_names(row, RESPONSIBLE)),
        _("Duty"): row.duty or "",
        _("Support"): separator.join(row.support or ()),
        _("Due"): row.due or "",
        _("File"): file,
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
