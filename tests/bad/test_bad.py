"""Every bad file: exactly what is said of it, and where, as TABLE.md has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bad.worlds import HERE, bad, said, sound, world
from tests.support import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLE = HERE / "TABLE.md"
BAD = bad()
HEAD = """\
# What is said of each bad file

Each file in `files/` takes the place of one file of the sound plan in `sound/`; those under `made`, `typo` and `type`
are made by `made.py` and `fields.py`. Lines and columns are counted from 1, columns in characters, the end exclusive.
`make bless` writes this table anew: read the difference as a user would.
"""

Row = tuple[str, str, str]


def table() -> dict[str, list[Row]]:
    """The rows of the table by file."""
    rows: dict[str, list[Row]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else ():
        if line.startswith("| `"):
            name, place, rule, message = (cell.strip(" `") for cell in line.strip("|").split(" | "))
            rows.setdefault(name, []).append((place, rule, message))
    return rows


EXPECTED = table()


def written(rows: dict[str, list[Row]]) -> str:
    """The table, a section for each folder."""
    sections: dict[str, list[str]] = {}
    for name, found in rows.items():
        lines = sections.setdefault(name.rpartition("/")[0], [])
        lines += [f"| `{name}` | {place} | `{rule}` | {message} |" for place, rule, message in found]
    return HEAD + "".join(_section(title, lines) for title, lines in sections.items())


def _section(title: str, lines: Iterable[str]) -> str:
    return f"\n## {title}\n\n| file | place | rule | message |\n|---|---|---|---|\n" + "".join(
        f"{each}\n" for each in lines
    )


def found(name: str) -> list[Row]:
    """What is said of a bad file; what is said many times stands once, with its first place."""
    rows: dict[tuple[str, str], list[str]] = {}
    for place, rule, message in said(world(name, BAD[name])):
        rows.setdefault((rule, message.replace("|", "｜").strip()), []).append(place)  # a bar would end the cell
    return [
        (places[0], rule, message + (f" ×{len(places)}" if len(places) > 1 else ""))
        for (rule, message), places in rows.items()
    ]


def test_the_sound_plan_is_sound() -> None:
    """What is said of a bad file is said of its fault."""
    assert list(said(Memory(dict(sound())))) == []


def test_the_table_has_every_file(request: pytest.FixtureRequest) -> None:
    """And no others; `--bless` writes it anew."""
    if request.config.getoption("--bless"):
        TABLE.write_bytes(written({name: found(name) for name in BAD}).encode())
        EXPECTED.clear()
        EXPECTED.update(table())
    assert sorted(EXPECTED) == sorted(BAD)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file(name: str) -> None:
    """The place, the rule and the whole message."""
    assert found(name) == EXPECTED[name]


SEVERAL = {"tasks/made/values-of-another-type", "tasks/made/tags"}
"""Files with thousands of errors, of which a hundred are told, and that there are more."""

ALL = {"tasks/made/values-cut-short"}
"""Files with thousands of warnings, which are all told: they may be meant so."""


@pytest.mark.parametrize("name", BAD)
def test_one_fault_is_one_message(name: str) -> None:
    """What follows from a fault is no fault of its own."""
    assert len(EXPECTED[name]) == 1 + (name in SEVERAL)
    assert ("×" in EXPECTED[name][0][2]) == (name in SEVERAL | ALL)
