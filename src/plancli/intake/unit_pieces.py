"""A cell of units cut into stretches: names, what parts them, labels before them and phrases behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.unit_duties import without_duty
from plancli.intake.unit_words import AND, names

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

PieceKind = Literal["name", "bracket", "separator", "duty", "label", "none"]

_SEPARATORS = frozenset("、，,；;|｜。")
_LABEL = re.compile(r"\s*(?:牵头|责任|配合|主责|协办|主办|承办|参与|参加|协同|落实)(?:单位|部门)?\s*[：:]\s*")


class Piece(NamedTuple):
    """A stretch of a cell's text, and what it was taken for."""

    kind: PieceKind
    text: str


def pieces(text: str, pairs: dict[int, int], known: Container[str]) -> Iterator[Piece]:
    """What the stretches of a text are, in order; together they are the text."""
    for start, end in _chunks(text, pairs):
        chunk = text[start:end]
        if chunk in _SEPARATORS or not chunk.strip():
            yield Piece("separator", chunk)
            continue
        if label := _LABEL.match(chunk):
            yield Piece("label", label.group())
        begin = start + (label.end() if label else 0)
        body, tail = without_duty(text[begin:end], known)
        for at, until in names(body, begin, pairs, known):
            yield Piece("separator" if _parts_names(text[at:until]) else "name", text[at:until])
        if tail:
            yield Piece("duty", tail)


def _parts_names(text: str) -> bool:
    return not text.strip() or AND.fullmatch(text.strip()) is not None


def _chunks(text: str, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches between separators outside brackets, and the separators."""
    start = at = 0
    while at < len(text):
        if at in pairs:
            at = pairs[at]
        elif text[at] in _SEPARATORS:
            if start < at:
                yield start, at
            yield at, at + 1
            start = at + 1
        at += 1
    if start < len(text):
        yield start, len(text)
