"""What was struck out of a text and what was written in, as a careful clerk would mark it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.diff.alignment import Span, align, common_prefix
from plancli.diff.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_KEPT = 0.35
"""Below, so little of the shorter text is kept that it reads better struck out and written anew."""

_READABLE = 2
"""So many edits read well, whatever is left between them."""


class Edit(NamedTuple):
    """Characters that both texts have, or only the old one, or only the new one."""

    op: Literal["keep", "delete", "insert"]
    text: str


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """How one text became another: tokens compared, and cleaned so that a person can read it.

    Numbers, dates, Latin words and known Chinese words are kept or changed as a whole; a deletion stands before what
    replaces it; the other way round, the same places differ.

    Returns:
        What is kept and deleted, joined, is the old text; what is kept and inserted, joined, is the new one.
    """
    if old > new:  # of two ways that are equally good, the same one in both directions
        return tuple(_joined(_mirrored(_compared(new, old))))
    return tuple(_joined(_compared(old, new)))


def _mirrored(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((new, old) for old, new in pieces)


def _joined(pieces: Iterable[tuple[str, str]]) -> Iterator[Edit]:
    for old, new in pieces:
        if old == new:
            if old:
                yield Edit("keep", old)
            continue
        if old:
            yield Edit("delete", old)
        if new:
            yield Edit("insert", new)


def _compared(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What stands on both sides, piece by piece; the same text where it is kept."""
    if old == new:
        return iter([(old, new)])
    one, other = tokenise(old), tokenise(new)
    spans = align(one, other)
    if _is_confetti(spans, one, min(len(old), len(new))):
        spans = _ends_only(one, other)
    return ((_text(one, span.old), _text(other, span.new)) for span in spans)


def _text(tokens: Tokens, part: slice) -> str:
    return "".join(token.text for token in tokens.tokens[part])


def _is_confetti(spans: Sequence[Span], old: Tokens, shorter: int) -> bool:
    """Whether several edits leave too little between them."""
    kept = sum(len(_text(old, span.old)) for span in spans if span.kept)
    return sum(not span.kept for span in spans) > _READABLE and kept < _KEPT * shorter


def _ends_only(old: Tokens, new: Tokens) -> list[Span]:
    """One edit between what both begin and end with."""
    one, other = old.tokens, new.tokens
    head = common_prefix(one, other)
    tail = common_prefix(one[head:][::-1], other[head:][::-1])
    end, stop = len(one) - tail, len(other) - tail
    return [
        Span(slice(0, head), slice(0, head), kept=True),
        Span(slice(head, end), slice(head, stop), kept=False),
        Span(slice(end, len(one)), slice(stop, len(other)), kept=True),
    ]
