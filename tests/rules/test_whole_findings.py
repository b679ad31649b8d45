"""Every case's finding in full: its labels, the other places that it shows, its way out and its fix."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plancli.source.positions import Positions
from tests.rules.cases import Case, numbered
from tests.rules.test_cases import CASES
from tests.support import Memory, diagnostics, rule_of, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Diagnostic, Place

TABLE = Path(__file__).parent / "golden" / "findings.txt"
NAMED = dict(zip(numbered(CASES), CASES, strict=True))


def table() -> dict[str, str]:
    """What the file has, by case."""
    text = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    entries = (entry.partition("\n") for entry in text.split("\n\n") if entry.strip())
    return {name: rest.rstrip("\n") for name, _, rest in entries}


EXPECTED = table()


def in_full(case: Case) -> str:
    """What is said at a case's place, beside the message, a line for each part."""
    positions = Positions(Memory(case.files))
    found = [
        each
        for each in diagnostics(case.files)
        if each.rule == rule_of(case.wording) and where(positions, each.place) == case.said[1:]
    ]
    return "\n".join(line for each in found for line in parts(positions, each))


def parts(positions: Positions, found: Diagnostic) -> Iterator[str]:
    """The parts of a finding."""
    yield f"  {found.severity} of {found.task or 'the plan'}: {found.label}"
    for each in found.related:
        yield f"  see {_at(positions, each.place)}: {each.text}"
    if found.help:
        yield "  help: " + found.help.replace("\n", " ")
    if found.suggestions:
        yield "  suggests: " + "、".join(found.suggestions)
    if found.fix:
        for change in found.fix.replacements:
            yield f"  {found.fix.applicability} fix {_at(positions, change.place)}: {change.text!r}"


def _at(positions: Positions, place: Place) -> str:
    path, line, start, end = where(positions, place)
    return f"{path}:{line}:{start}–{end}"


def test_the_table_has_every_case(request: pytest.FixtureRequest) -> None:
    """And no others; `--bless` writes it anew."""
    if request.config.getoption("--bless"):
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_bytes("\n".join(f"{name}\n{in_full(case)}\n" for name, case in NAMED.items()).encode())
        EXPECTED.clear()
        EXPECTED.update(table())
    assert sorted(EXPECTED) == sorted(NAMED)


@pytest.mark.parametrize("name", NAMED)
def test_a_finding(name: str) -> None:
    """All of it: a test of the message alone sees neither a fix that is lost nor a second place that is wrong."""
    assert in_full(NAMED[name]) == EXPECTED[name]
