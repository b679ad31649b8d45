"""From a place to line and column: the files are read again, so that nothing is kept for clean ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancli.source.text import FileText, Undecodable, decode, readable
from plancli.source.yaml import Node, locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diagnostics import Place, Route
    from plancli.source.folder import Source


_CONTENT = re.compile(r"^(?![ \t]*(?:#|\r?$))(.)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Region:
    """Where something is shown: lines and columns from 1, columns in code points, the end exclusive.

    Attributes:
        start: Line and column.
        end: Likewise; on the same line wherever that can be shown.
        line: The text of the first line.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    line: str


@dataclass(slots=True)
class Positions:
    """Turns places into regions, reading each file once."""

    source: Source
    _files: dict[str, _Located] = field(default_factory=dict)

    def region(self, place: Place) -> Region:
        """Where a place is; the beginning of a file's content where the file holds no such value."""
        located = self._located(place.path)
        start, end = located.span(place)
        first, last = located.file.position(start), located.file.position(max(end, start))
        line = located.file.line(first[0])
        if last[0] != first[0]:  # carets stand under one line: the first
            last = (first[0], max(len(line) + 1, first[1]))
        return Region(first, last, line)

    def file(self, path: str) -> FileText:
        """A file's text, in which places are counted."""
        return self._located(path).file

    def _located(self, path: str) -> _Located:
        if path not in self._files:
            content = self.source.read(path)
            decoded = decode(content) if isinstance(content, bytes) else ""
            self._files[path] = _Located(FileText(decoded.readable if isinstance(decoded, Undecodable) else decoded))
        return self._files[path]


@dataclass(slots=True)
class _Located:
    file: FileText
    nodes: dict[Route, Node] | None = None
    blocks: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def span(self, place: Place) -> tuple[int, int]:
        if place.span is not None:
            return place.span
        if self.nodes is None:
            self.nodes = locate(readable(self.file.text))
        route = place.route
        while route not in self.nodes and route:
            route = route[:-1]
        node = self.nodes.get(route)
        if node is None:
            return self._first_content()
        if route != place.route or (place.part == "key" and node.key):
            return node.key or self._first_line(node)
        if node.style is None:
            return self._first_line(node)
        return self._inside(node, place.chars) if place.chars else self._scalar(node)

    def _first_content(self) -> tuple[int, int]:
        """A file as a whole is shown by its first line that says something: none that is a comment."""
        found = _CONTENT.search(self.file.text)
        return (found.start(1), found.start(1)) if found else (0, 0)

    def _first_line(self, node: Node) -> tuple[int, int]:
        """A collection is shown by its first line."""
        stop = self.file.text.find("\n", node.start)
        stop = len(self.file.text) if stop < 0 else stop
        return node.start, min(node.end, stop) if node.end > node.start else stop

    def _scalar(self, node: Node) -> tuple[int, int]:
        if node.style not in {"|", ">"}:
            return node.start, node.end
        return self._block_start(node), node.end

    def _block_start(self, node: Node) -> int:
        """A block's text begins on the line after `|`, behind its indentation."""
        lines = self._block(node)
        filled = (start for _, start in lines if not self.file.text.startswith(("\n", "\r\n"), start))
        return next(filled, lines[0][1])

    def _block(self, node: Node) -> list[tuple[int, int]]:
        """For each line of a block: the offset of its first character in the value, and in the file."""
        if node.start not in self.blocks:
            self.blocks[node.start] = list(self._lines(node))
        return self.blocks[node.start]

    def _lines(self, node: Node) -> Iterator[tuple[int, int]]:
        text = self.file.text
        start = text.find("\n", node.start) + 1
        lines = text[start : node.end].split("\n")
        filled = next((line for line in lines if line.strip()), "")
        indent = len(filled) - len(filled.lstrip(" "))
        if node.key and (written := re.match(r"[|>][-+]?([1-9])", text[node.start : node.start + 3])):
            indent = node.key[0] - (text.rfind("\n", 0, node.key[0]) + 1) + int(written[1])
        inside = 0
        for line in lines:
            yield inside, start + min(indent, len(line))
            inside += max(len(line.rstrip("\r")) - indent, 0) + 1
            start += len(line) + 1

    def _inside(self, node: Node, chars: tuple[int, int]) -> tuple[int, int]:
        """A range of a value's characters in the file; the whole value where escapes or folding moved them."""
        text = self.file.text
        raw = text[node.start : node.end]
        if node.style == "|":
            return self._in_block(node, chars[0]), self._in_block(node, chars[1])
        if "\n" in raw.rstrip("\n") or node.style == ">" or (node.style == '"' and "\\" in raw):
            return self._scalar(node)
        if node.style == "'" and "''" in raw[1:-1]:
            return self._scalar(node)
        begin = node.start + (1 if node.style else 0)
        return begin + chars[0], begin + chars[1]

    def _in_block(self, node: Node, offset: int) -> int:
        """The file's offset of a literal block's character: each line stands behind the indentation."""
        lines = self._block(node)
        inside, start = lines[bisect_right(lines, (offset, len(self.file.text))) - 1]
        return min(start + offset - inside, node.end)
