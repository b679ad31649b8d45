"""Tables by their lines: which places of a grid are one cell."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from pdfplumber.table import merge_edges

from plancli.intake.formats.refusals import (
    TooManyCellsError,
    TooManyPartsError,
    UnclearTableError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plancli.intake.formats.pdf_device import Rule

NEAR = 3.0
"""Lines that are nearer to each other are one, in points."""

_SHORTEST = 4.0
_MOST_CROSSINGS = 400_000
_MOST_PLACES = 50_000
_FEWEST = 3


class Box(NamedTuple):
    """A cell: its first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Lattice(NamedTuple):
    """A table's lines on a page.

    Attributes:
        xs: Where its columns begin and end, in points.
        ys: Its rows, likewise.
        boxes: Its cells, row by row.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def is_inside(self, other: Lattice) -> bool:
        """Whether it is a table in another."""
        return self is not other and other.holds(self.xs[0], self.ys[0]) and other.holds(self.xs[-1], self.ys[-1])


def lattices(rules: Iterable[Rule], path: str, page: int) -> list[Lattice]:
    """The tables of a page with two columns or more, from above; frames around text are none.

    Args:
        rules: The lines of the page.
        path: The document's name, for refusals.
        page: The page's number, likewise.

    Raises:
        TooLargeDocumentError: It has more lines than any page.
        UnclearTableError: The lines of a table do not enclose its cells.
    """
    across, down = _merged(rules)
    if len(across) * len(down) > _MOST_CROSSINGS:
        raise TooManyPartsError(path=path, limit=f"{_MOST_CROSSINGS:,}")
    found = (_lattice(*group, path, page) for group in _connected(across, down))
    return sorted((each for each in found if each), key=lambda each: (each.ys[0], each.xs[0]))


class _Stretch(NamedTuple):
    """A line at a place, from one end to the other."""

    at: float
    begin: float
    end: float


def _merged(rules: Iterable[Rule]) -> tuple[list[_Stretch], list[_Stretch]]:
    """Lines across and down, those that touch in one."""
    edges = [
        {
            **rule._asdict(),
            "width": rule.x1 - rule.x0,
            "height": rule.bottom - rule.top,
            "orientation": "h" if rule.top == rule.bottom else "v",
        }
        for rule in rules
        if max(rule.x1 - rule.x0, rule.bottom - rule.top) >= _SHORTEST
    ]
    merged = merge_edges(edges, NEAR, NEAR, NEAR, NEAR)
    across = [_Stretch(each["top"], each["x0"], each["x1"]) for each in merged if each["orientation"] == "h"]
    down = [_Stretch(each["x0"], each["top"], each["bottom"]) for each in merged if each["orientation"] == "v"]
    return across, down


def _connected(across: list[_Stretch], down: list[_Stretch]) -> Iterable[tuple[list[_Stretch], list[_Stretch]]]:
    """The lines that belong together, as they cross or touch."""
    touching = {
        column: [row for row, one in enumerate(across) if _reaches(one, other.at) and _reaches(other, one.at)]
        for column, other in enumerate(down)
    }
    columns_of: dict[int, list[int]] = {}
    for column, rows in touching.items():
        for row in rows:
            columns_of.setdefault(row, []).append(column)
    seen: set[int] = set()
    for start in columns_of:
        if start in seen:
            continue
        seen.add(start)
        rows, columns, waiting = [start], set[int](), [start]
        while waiting:
            for column in columns_of[waiting.pop()]:
                if column not in columns:
                    columns.add(column)
                    new = [row for row in touching[column] if row not in seen]
                    seen.update(new)
                    rows += new
                    waiting += new
        yield [across[row] for row in rows], [down[column] for column in columns]


def _reaches(stretch: _Stretch, at: float) -> bool:
    return stretch.begin - NEAR <= at <= stretch.end + NEAR


def _lattice(across: list[_Stretch], down: list[_Stretch], path: str, page: int) -> Lattice | None:
    """The cells between lines; None where they make no table. Its own edges are there even where they are not drawn."""
    xs = _distinct([*(each.at for each in down), *(end for each in across for end in (each.begin, each.end))])
    ys = _distinct([*(each.at for each in across), *(end for each in down for end in (each.begin, each.end))])
    if len(xs) < _FEWEST or len(ys) < _FEWEST - 1:
        return None
    if len(xs) * len(ys) > _MOST_PLACES:
        raise TooManyCellsError(path=path, limit=f"{_MOST_PLACES:,}")
    right_of = _walls(down, xs, ys)
    below = _walls(across, ys, xs)
    rows, columns = len(ys) - 1, len(xs) - 1
    taken = [[False] * columns for _ in range(rows)]
    boxes: list[Box] = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            places = _room((row, column), right_of, below, (rows, columns))
            box = Box(row, column, max(down for down, _ in places), max(right for _, right in places))
            if len(places) != (box.bottom - row + 1) * (box.right - column + 1) or column != min(y for _, y in places):
                raise UnclearTableError(path=path, page=str(page))
            for down_, right in places:
                taken[down_][right] = True
            boxes.append(box)
    return Lattice(xs, ys, tuple(boxes))


def _room(
    start: tuple[int, int], right_of: set[tuple[int, int]], below: set[tuple[int, int]], size: tuple[int, int]
) -> set[tuple[int, int]]:
    """The places that no line parts from one."""
    places, waiting = {start}, [start]
    while waiting:
        at, across = waiting.pop()
        for next_row, next_column, wall in (
            (at, across + 1, (across + 1, at) in right_of),
            (at, across - 1, (across, at) in right_of),
            (at + 1, across, (at + 1, across) in below),
            (at - 1, across, (at, across) in below),
        ):
            place = (next_row, next_column)
            if not wall and 0 <= next_row < size[0] and 0 <= next_column < size[1] and place not in places:
                places.add(place)
                waiting.append(place)
    return places


def _walls(stretches: list[_Stretch], places: Sequence[float], steps: Sequence[float]) -> set[tuple[int, int]]:
    """At which of its places a line stands beside which step."""
    found: set[tuple[int, int]] = set()
    for each in stretches:
        at = _nearest(places, each.at)
        found.update(
            (at, step)
            for step in range(max(bisect_left(steps, each.begin) - 1, 0), len(steps) - 1)
            if each.begin - NEAR <= steps[step] and steps[step + 1] <= each.end + NEAR
        )
    return found


def _nearest(places: Sequence[float], at: float) -> int:
    right = min(bisect_left(places, at), len(places) - 1)
    return right - 1 if right and at - places[right - 1] < places[right] - at else right


def _distinct(places: list[float]) -> tuple[float, ...]:
    """Places, those near each other once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return tuple(kept)
