"""Reads rendered documents back, with parsers that are not ours: what a browser or GitHub would see."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from justhtml import JustHTML
from markdown_it import MarkdownIt

from plancli.loading.loader import load
from plancli.source.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from plancli.model.plan import Plan

HERE = Path(__file__).parent
REAL = HERE.parent.parent / "plan"
WORLD = HERE / "world" / "plan"
ENGLISH = HERE / "english" / "plan"


@cache
def plan(folder: Path = REAL) -> Plan:
    """A loaded plan."""
    return load(Folder(folder)).plan


class Table(NamedTuple):
    """A table under its headings: rows of cells, the header row first; cells hold texts between line breaks."""

    heading: str
    rows: list[list[tuple[str, ...]]]

    @property
    def body(self) -> list[list[tuple[str, ...]]]:
        """The rows below the header."""
        return self.rows[1:]


def markdown_tables(text: str) -> Iterator[Table]:
    """Every table of a Markdown document, with the last second-level heading above it."""
    heading = ""
    rows: list[list[tuple[str, ...]]] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            heading = "".join(_texts(tokens[index + 1]))
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            rows[-1].append(tuple(_texts(tokens[index + 1])))
        elif token.type == "table_close":
            yield Table(heading, rows)


def markdown_inline(text: str, tag: str) -> list[str]:
    """The text of every block of one kind (`h1`, `p`, `li` …)."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [
        "".join(_texts(tokens[index + 1]))
        for index, token in enumerate(tokens)
        if token.type.endswith("_open") and token.tag == tag and tokens[index + 1].type == "inline"
    ]


def _texts(inline: Token) -> Iterator[str]:
    """The texts of a cell, parted by `<br>`; anything else in it is markup that plan text must not become."""
    text = ""
    for token in inline.children or ():
        if token.type == "html_inline" and token.content == "<br>":
            yield text
            text = ""
        elif token.type in {"text", "text_special", "strong_open", "strong_close"}:
            text += token.content
        else:
            raise AssertionError(f"markup in plan text: {token}")
    yield text


def parsed(text: str) -> Any:  # noqa: ANN401 - justhtml's document
    """An HTML page, refused where the standard calls anything in it an error."""
    return JustHTML(text, strict=True, sanitize=False)


def text_of(node: Any) -> str:  # noqa: ANN401 - justhtml's node
    """The text in an element, character for character."""
    if node.name == "#text":
        return str(node.data)
    return "".join(text_of(child) for child in node.children or ())


def rows(table: Any) -> list[Any]:  # noqa: ANN401 - justhtml's node
    """The rows of a table's bodies that are not headings."""
    return [row for row in table.query("tbody tr") if row.attrs.get("class") != "heading"]
