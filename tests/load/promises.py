"""What loading promises for any files whatever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

from plancli.checking import check
from plancli.loading.loader import load
from plancli.source.positions import Positions, Region
from plancli.source.text import FileText, Undecodable, decode
from tests.support import ENGLISH, Memory

if TYPE_CHECKING:
    from plancli.diagnostics import Diagnostic, Place
    from tests.support import Files

arbitrary = settings(deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
"""How properties are tested: the same examples on every run and machine."""


def keep(files: Files) -> list[Diagnostic]:
    """Load a plan and hold it to everything that is promised.

    Returns:
        What is said about it.
    """
    source = Memory(files)
    loaded = load(source)
    assert load(source) == loaded
    plan = loaded.plan
    assert len(plan.fingerprint) == 12
    for entry in plan.register.entries:
        tasks = [duty.task.id for duty in plan.duties(entry)]
        assert len(set(tasks)) == len(tasks)
    assert set(plan.positions) <= {task.id for task in plan.tasks}
    found = list(check(loaded, ENGLISH))
    positions = Positions(source)
    for each in found:
        for place in (each.place, *(related.place for related in each.related)):
            assert_inside(source, place, positions.region(place))
    assert len({each.fingerprint for each in found}) == len(found)
    return found


def assert_inside(source: Memory, place: Place, region: Region) -> None:
    """A region lies in its file, on one line, and shows that line."""
    text = text_of(source, place.path)
    line, column = region.start
    assert 1 <= line <= len(text.line_starts)
    assert region.line == text.line(line)
    assert region.end[0] == line
    start = text.line_starts[line - 1]
    whole, _, _ = text.text[start:].partition("\n")  # carriage returns count, and are not shown
    assert 1 <= column <= region.end[1] <= max(len(whole), 1) + 1  # carets stand under nothing, too


def text_of(source: Memory, path: str) -> FileText:
    """A file's text as it is shown."""
    content = source.read(path)
    decoded = decode(content) if isinstance(content, bytes) else ""
    return FileText(decoded.readable if isinstance(decoded, Undecodable) else decoded)
