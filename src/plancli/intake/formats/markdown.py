"""Markdown: pipe tables, headings and paragraphs."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.document import Document, Paragraph, Spot, Table
from plancli.intake.formats import grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.intake.formats.encodings import Decoded

_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_BREAK = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_MARKED = re.compile(r"\\([!-/:-@\[-`{-~])|<br\s*/?>|\*\*|__|&#?\w{1,31};", re.IGNORECASE)
_UNESCAPED = re.compile(r"\\.|(\|)")
_LONGEST_BREAK = 200
_BULLET = re.compile(r" {0,3}[-*+][ \t]+")
_ORDERED = re.compile(r" {0,3}[0-9]{1,9}[.)][ \t]")


def read(decoded: Decoded, path: str) -> Document:
    """Read Markdown.

    Args:
        decoded: The text.
        path: Its name, for refusals.
    """
    lines = decoded.text.split("\n")
    blocks: list[Paragraph | Table] = []
    at = tables = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            tables += 1
            rows = [_cells(line) for number, line in enumerate(lines[at:end]) if number != 1]
            blocks.append(grid.texts(rows, tables, path))
        else:
            end = _paragraph_end(lines, at)
            blocks.extend(_paragraph(lines[at:end], at + 1))
        at = end
    return Document(tuple(blocks), decoded.notes)


def _table_end(lines: Sequence[str], at: int) -> int:
    """Where the table ends that begins at a line; the line itself where none does."""
    if not (_is_row(lines[at]) and at + 1 < len(lines) and _is_row(lines[at + 1])):
        return at
    if not _RULE.fullmatch(lines[at + 1].strip()) or len(_cells(lines[at])) != len(_cells(lines[at + 1])):
        return at
    end = at + 2
    while end < len(lines) and _is_row(lines[end]):
        end += 1
    return end


def _is_row(line: str) -> bool:
    return "|" in line


def _cells(line: str) -> list[str]:
    """The cells of a row: a bar at either end is no more than its frame."""
    line = line.strip()
    bars = [found.start() for found in _UNESCAPED.finditer(line) if found[1]]
    edges = [-1, *bars, len(line)]
    cells = [line[start + 1 : end] for start, end in pairwise(edges)]
    framed = cells[1 if line.startswith("|") else 0 :]
    return [_plain(cell.strip()) for cell in (framed[:-1] if bars and bars[-1] == len(line) - 1 else framed)]


def _plain(text: str) -> str:
    """A text without its marks: escaped characters, line breaks, entities and, where they are in pairs, ** and __."""
    bold = Counter(found.group() for found in _MARKED.finditer(text))

    def meant(found: re.Match[str]) -> str:
        mark = found.group()
        if found[1]:
            return found[1]
        if mark in {"**", "__"}:
            return mark if bold[mark] % 2 else ""
        return html.unescape(mark) if mark.startswith("&") else "\n"

    return _MARKED.sub(meant, text)


def _paragraph_end(lines: Sequence[str], at: int) -> int:
    """Where the paragraph ends that begins at a line: before a blank line, a heading, a list or a table."""
    end = at + 1
    if not lines[at].strip() or _HEADING.fullmatch(lines[at]):
        return end
    while end < len(lines) and lines[end].strip() and not _begins(lines[end]) and _table_end(lines, end) == end:
        end += 1
    return end


def _begins(line: str) -> bool:
    return bool(_BULLET.match(line) or _ORDERED.match(line) or _HEADING.fullmatch(line)) or _is_break(line)


def _is_break(line: str) -> bool:
    return len(line) <= _LONGEST_BREAK and _BREAK.fullmatch(line) is not None


def _paragraph(lines: Sequence[str], number: int) -> list[Paragraph]:
    """A paragraph, if there is one; its lines are joined as Chinese is."""
    spot = Spot(row=number)
    if heading := _HEADING.fullmatch(lines[0]):
        text, level = _plain(heading[2].strip()), len(heading[1])
    elif _is_break(lines[0]) and len(lines) == 1:
        return []
    else:
        first = lines[0][bullet.end() :] if (bullet := _BULLET.match(lines[0])) else lines[0]
        text, level = _plain("".join(_spaced([first, *lines[1:]]))).strip(), 0
    return [Paragraph(text, spot, level)] if text else []


def _spaced(lines: Sequence[str]) -> list[str]:
    """Lines with what belongs between them: a space between two that are not Chinese there."""
    stripped = [line.strip() for line in lines]
    return [
        f" {line}" if at and line[:1].isascii() and stripped[at - 1][-1:].isascii() else line
        for at, line in enumerate(stripped)
    ]
