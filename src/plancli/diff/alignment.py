"""What two texts share, token by token.

Long runs that both have are surely kept, and quickly found; what lies between two of them is weighed. So the work is in
proportion to what changed, and bounded: between what two texts surely share, it is weighed as far as a sentence goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plancli.diff.runs import common_runs
from plancli.diff.tokens import Tokens
from plancli.diff.weighing import worth_keeping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plancli.diff.tokens import Token

_TOKENS = 5_000
"""Above, a text is compared by its beginning and end only: no sentence has as many."""


class _Pass(NamedTuple):
    """How far to weigh, and where to cut what is larger.

    Attributes:
        pairs: How many pairs of tokens are weighed at most.
        slack: Tokens at each end of a common run that are weighed anew: an edit may slide as far.
    """

    pairs: int
    slack: int


# Most sentences have runs of 13 tokens in common; one that has not is weighed up to some 350 characters, and then cut
# between runs of 3, which read well enough.
_PASSES = (_Pass(1_000, 6), _Pass(40_000, 6), _Pass(40_000, 1))


class Span(NamedTuple):
    """Tokens that stand beside each other in the two texts: kept, or one instead of the other."""

    old: slice
    new: slice
    kept: bool


def align(old: Tokens, new: Tokens) -> list[Span]:
    """Both texts as spans, kept and changed by turns."""
    spans: list[Span] = []
    at_old = at_new = 0
    for start_old, start_new, length in _kept(old, new, _PASSES):
        _add(spans, Span(slice(at_old, start_old), slice(at_new, start_new), kept=False))
        at_old, at_new = start_old + length, start_new + length
        _add(spans, Span(slice(start_old, at_old), slice(start_new, at_new), kept=True))
    _add(spans, Span(slice(at_old, len(old.tokens)), slice(at_new, len(new.tokens)), kept=False))
    return spans


def _add(spans: list[Span], span: Span) -> None:
    """Append what is not empty; what is kept right behind what is kept is one."""
    if span.old.start == span.old.stop and span.new.start == span.new.stop:
        return
    if spans and spans[-1].kept and span.kept:
        last = spans.pop()
        span = Span(slice(last.old.start, span.old.stop), slice(last.new.start, span.new.stop), kept=True)
    spans.append(span)


def _kept(old: Tokens, new: Tokens, passes: Sequence[_Pass]) -> Iterator[tuple[int, int, int]]:
    """Where tokens are kept on either side, and how many, in order."""
    if not passes:
        yield from _ends(old.tokens, new.tokens)
    elif len(old.tokens) * len(new.tokens) <= passes[0].pairs:
        yield from ((row, column, 1) for row, column in worth_keeping(old, new))
    else:
        at_old = at_new = 0
        for start_old, start_new, length in [
            *_anchors(old.tokens, new.tokens, passes[0].slack),
            (len(old.tokens), len(new.tokens), 0),
        ]:
            part = _part(old, at_old, start_old), _part(new, at_new, start_new)
            for row, column, count in _kept(*part, passes[1:]):
                yield at_old + row, at_new + column, count
            yield start_old, start_new, length
            at_old, at_new = start_old + length, start_new + length


def _part(whole: Tokens, start: int, end: int) -> Tokens:
    return Tokens(whole.tokens[start:end], whole.cuts[start : end + 1])


def _anchors(old: Sequence[Token], new: Sequence[Token], slack: int) -> Iterator[tuple[int, int, int]]:
    """Runs that both have and that are long enough, less the slack at an end where an edit is."""
    for start_old, start_new, length in _runs(old, new):
        head = 0 if start_old == start_new == 0 else slack
        tail = 0 if start_old + length == len(old) and start_new + length == len(new) else slack
        if length > head + tail:
            yield start_old + head, start_new + head, length - head - tail


def _runs(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    if max(len(old), len(new)) > _TOKENS:
        return _ends(old, new)
    return common_runs([token.text for token in old], [token.text for token in new])


def _ends(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """What two texts begin and end with."""
    head = common_prefix(old, new)
    tail = common_prefix(old[head:][::-1], new[head:][::-1])
    yield 0, 0, head
    yield len(old) - tail, len(new) - tail, tail


def common_prefix(old: Sequence[Token], new: Sequence[Token]) -> int:
    """With how many tokens both begin."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at].text != new[at].text), shorter)
