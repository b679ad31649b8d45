"""Plain text: tables with a cell on each line or with tabs between cells, and running text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.document import Cell, Document, Note, Paragraph, Spot, Table
from plancli.intake.formats import grid
from plancli.intake.formats.broken import Line, is_page_mark, joined
from plancli.intake.formats.stacked import stacked
from plancli.intake.formats.stacked_lines import HEADS, LONGEST_SECTION, NUMBERED, is_section, may_be_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.intake.formats.encodings import Decoded
    from plancli.intake.formats.stacked import Stacked

_FEWEST_HEADS = 2
_MAJORITY = 0.6
_BARS = "|｜"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile("(?=.*[-=—─┄])[-+|｜=:—─┄ ]+")
_FEWEST_BARRED = 3
"""Lines with as many bars, headings among them, that show a table."""

Group = list[Line]
"""Lines with no blank one between them."""


def read(decoded: Decoded, path: str) -> Document:
    """Read a plain text.

    Args:
        decoded: The text.
        path: Its name, for refusals.
    """
    lines = [Line(text, number) for number, text in enumerate(decoded.text.removesuffix("\n").split("\n"), 1)]
    marks = [line for line in lines if is_page_mark(line.text)]
    left = [line for line in lines if not is_page_mark(line.text)] if marks else lines
    blocks, told = _blocks(_barred(left), path)
    notes = [*decoded.notes, *told]
    if marks:
        text = "\n".join(mark.text.strip() for mark in marks)
        notes.append(Note("ignored", Spot(row=marks[0].number), text, len(marks)))
    return Document(tuple(blocks), tuple(notes))


def _barred(lines: list[Line]) -> list[Line]:
    """Lines whose cells bars part, with tabs between them; rules between rows left out."""
    left = [line for line in lines if not _RULE.fullmatch(line.text.strip())]
    rows = [line.text.strip() for line in left if _BAR.search(line.text)]
    if any("\t" in line.text.strip() for line in lines):
        return lines
    is_edged = all(row[0] in _BARS and row[-1] in _BARS for row in rows)
    cells = {row: _BAR.split(row[1:-1] if is_edged else row) for row in rows}
    count, often = max(Counter(map(len, cells.values())).items(), key=lambda each: each[1], default=(0, 0))
    if often < _FEWEST_BARRED or count < _FEWEST_HEADS:
        return lines
    return [
        line._replace(text="\t".join(map(str.strip, cells[row]))) if (row := line.text.strip()) in cells else line
        for line in left
    ]


def _blocks(lines: Sequence[Line], path: str) -> tuple[list[Paragraph | Table], list[Note]]:
    """The blocks of a text, in the first layout that it has, and what is to be said of it."""
    groups = _groups(lines)
    at = _head(groups)
    if at is not None:
        return _celled(groups, at, path), []
    close = _close(lines)
    tables = stacked([line.text.strip() for line in close])
    if tables and not isinstance(tables, int):
        blocks, joints = _stacked(close, tables, path)
    else:
        blocks, joints = _tabbed(lines, path)
    notes = [Note("joined-lines", Spot(), count=joints)] if joints else []
    if isinstance(tables, int):
        notes.append(Note("row-misfit", Spot(row=close[tables].number), close[tables].text.strip()))
    return blocks, notes


def _close(lines: Sequence[Line]) -> list[Line]:
    """Lines without the blank ones that stand behind every line."""
    written = [at for at, line in enumerate(lines) if line.text.strip()]
    usual = min((after - before - 1 for before, after in pairwise(written)), default=0)
    ends = zip(written, [*written[1:], len(lines)], strict=False)
    return [line for at, end in ends for line in (lines[at], *lines[at + 1 + usual : end])]


def _groups(lines: Sequence[Line]) -> list[Group]:
    """Lines between blank ones; where every line has a blank one behind it, between several blank ones."""
    written = [(at, line) for at, line in enumerate(lines) if line.text.strip()]
    gaps = [after - before - 1 for (before, _), (after, _) in pairwise(written)]
    usual = min(gaps, default=0)
    groups: list[Group] = []
    for gap, (_, line) in zip((usual + 1, *gaps), written, strict=False):
        if gap > usual:
            groups.append([])
        groups[-1].append(line)
    return groups


def _head(groups: Sequence[Group]) -> int | None:
    """The group that is the head of a table with a cell on each line; None where most rows do not fit it."""
    behind = {tabbed: Counter(_size(each, tabbed=tabbed) for each in groups) for tabbed in (True, False)}
    for at, group in enumerate(groups):
        for tabbed, sizes in behind.items():
            sizes[_size(group, tabbed=tabbed)] -= 1
        if not _is_head(group):
            continue
        sizes = behind[_leads(group)]
        rows = sizes.total() - sizes[1]
        if rows and sizes[len(group)] >= _MAJORITY * rows:
            return at
    return None


def _is_head(group: Group) -> bool:
    """Whether lines are the names of columns."""
    texts = [line.text.strip() for line in group]
    plain = all(may_be_head(text) and "\t" not in text for text in texts)
    return plain and len(texts) > 1 and sum(bool(HEADS.search(text)) for text in texts) >= _FEWEST_HEADS


def _leads(group: Group) -> bool:
    """Whether a tab leads every cell."""
    return all("\t" in line.text[: len(line.text) - len(line.text.lstrip())] for line in group)


def _cells(group: Group, *, tabbed: bool) -> list[str]:
    """The cells of a row; where a tab leads each, a line without one goes on with the cell before."""
    cells: list[list[str]] = []
    for line in group:
        if cells and tabbed and not _leads([line]):
            cells[-1].append(line.text.strip())
        else:
            cells.append([line.text.strip()])
    return ["\n".join(cell) for cell in cells]


def _size(group: Group, *, tabbed: bool) -> int:
    """How many cells a row has."""
    return 1 + sum(_leads([line]) for line in group[1:]) if tabbed else len(group)


def _celled(groups: Sequence[Group], at: int, path: str) -> list[Paragraph | Table]:
    """The blocks of a text with a cell on each line: what stands before and behind the table is running text."""
    head = groups[at]
    tabbed = _leads(head)
    rows = [_cells(group, tabbed=tabbed) for group in groups[at:]]
    last = max(number for number, row in enumerate(rows) if len(row) > 1)
    table = [_row(cells, number, len(head)) for number, cells in enumerate(rows[: last + 1], 1)]
    behind = groups[at + last + 1 :]
    return [*_paragraphs(groups[:at]), grid.table(table, 1, path), *_paragraphs(behind)]


def _row(cells: list[str], number: int, width: int) -> list[Cell | None]:
    """A row; a heading alone in it spans all columns, and any other that is too short stays so."""
    if len(cells) == 1 and is_section(cells[0]):
        return [Cell(cells[0], Spot(1, number, 1))] * width
    return [Cell(text, Spot(1, number, column)) for column, text in enumerate(cells, 1)]


def _paragraphs(groups: Sequence[Group]) -> list[Paragraph]:
    return [Paragraph(line.text.strip(), Spot(row=line.number)) for group in groups for line in group]


def _stacked(lines: Sequence[Line], tables: Sequence[Stacked], path: str) -> tuple[list[Paragraph | Table], int]:
    """The blocks of a text with tables whose rows no blank line parts, and how many lines were joined beside them."""
    blocks: list[Paragraph | Table] = []
    joints = at = 0
    for number, found in enumerate((*tables, None), 1):
        beside = list(joined(lines[at : found.start if found else len(lines)]))
        blocks += (Paragraph(line.text, Spot(row=line.number)) for line, _ in beside)
        joints += sum(count for _, count in beside)
        if found:
            grid.bound(found.width * len(found.rows), path)
            rows = (
                [Cell(row[0], Spot(number, at, 1))] * found.width
                if len(row) == 1
                else [Cell(text, Spot(number, at, column)) for column, text in enumerate(row, 1)]
                for at, row in enumerate(found.rows, 1)
            )
            blocks.append(grid.table(rows, number, path))
            at = found.end
    return blocks, joints


def _tabbed(lines: Sequence[Line], path: str) -> tuple[list[Paragraph | Table], int]:
    """The blocks of a text with tabs between cells, and of running text."""
    blocks: list[Paragraph | Table] = []
    joints = tables = 0
    prose: Group = []

    def flush() -> int:
        found = list(joined(prose))
        blocks.extend(Paragraph(line.text, Spot(row=line.number)) for line, _ in found)
        prose.clear()
        return sum(count for _, count in found)

    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end - at > 1:
            joints += flush()
            tables += 1
            blocks.append(_tab_table(lines[at:end], tables, path))
        else:
            end = at + 1
            prose.append(lines[at])
        at = end
    return blocks, joints + flush()


def _table_end(lines: Sequence[Line], at: int) -> int:
    """Where the rows end that begin at a line: behind the last with a tab, but for headings alone in a row."""
    first = end = at
    while at < len(lines) and (_has_tab(lines[at]) or (end > first and _may_be_row(lines[at]))):
        end = at + 1 if _has_tab(lines[at]) else end
        at += 1
    return end


def _has_tab(line: Line) -> bool:
    return "\t" in line.text.strip()


def _may_be_row(line: Line) -> bool:
    text = line.text.strip()
    return bool(text) and bool(NUMBERED.match(text)) and len(text) <= LONGEST_SECTION


def _tab_table(lines: Sequence[Line], number: int, path: str) -> Table:
    """Rows with tabs between their cells."""
    rows = [line.text.split("\t") for line in lines]
    width = max(map(len, rows))
    grid.bound(width * len(rows), path)
    return grid.table(
        (
            [Cell(row[0].strip(), Spot(number, at, 1))] * width
            if len(row) == 1
            else [Cell(text.strip(), Spot(number, at, column)) for column, text in enumerate(row, 1)]
            for at, row in enumerate(rows, 1)
        ),
        number,
        path,
    )
