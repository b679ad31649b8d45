"""Which tokens of two short texts to keep, so that a person can read what changed.

The longest common subsequence is not what a clerk would mark: it keeps a stray 的 between two phrases that have nothing
to do with each other. So what is kept must be worth it. Each token kept counts for its characters, each edit costs what
its two cuts cost (little beside punctuation, more between words, most inside what is likely a word), and the best sum
wins: two characters between two edits are not kept, a comma or a number is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plancli.diff.tokens import Tokens

_NEVER = float("-inf")
_OLD, _NEW, _OPEN = range(3)
"""How an edit came where it is: over a token of the old text, of the new one, or it begins here."""


def worth_keeping(old: Tokens, new: Tokens) -> list[tuple[int, int]]:
    """The tokens to keep, in order: the number of each on either side."""
    return _followed(_weighed(old, new)) if old.tokens and new.tokens else []


class _Weighed(NamedTuple):
    """The best way to each pair of places in the two texts.

    Attributes:
        closed: Whether the token kept last there stands right behind an edit.
        came: How an edit came there.
        editing: Whether the best way to the end ends with an edit.
    """

    closed: list[list[bool]]
    came: list[list[int]]
    editing: bool


def _weighed(old: Tokens, new: Tokens) -> _Weighed:
    """Gotoh's alignment: for each pair of places the best sum that ends with a kept token, and with an edit."""
    words = [token.text for token in new.tokens]
    width = len(words) + 1
    closed: list[list[bool]] = []
    came: list[list[int]] = []
    keeps: list[float] = []
    gaps: list[float] = []
    for row, cut in enumerate(old.cuts):
        text, worth = old.tokens[row - 1] if row else ("", 0.0)
        above = old.cuts[row - 1]
        last_keeps, last_gaps, keeps, gaps = keeps, gaps, [], []
        closed.append([False] * width)
        came.append([_OPEN] * width)
        for column in range(width):
            keep = _NEVER if row or column else 0.0
            if row and column and words[column - 1] == text:
                keep = last_keeps[column - 1]
                behind = last_gaps[column - 1] - max(above, new.cuts[column - 1])
                if behind > keep:
                    keep = behind
                    closed[row][column] = True
                keep += worth
            gap = keep - max(cut, new.cuts[column])
            if row and last_gaps[column] >= gap:
                gap = last_gaps[column]
                came[row][column] = _OLD
            if column and gaps[column - 1] > gap:
                gap = gaps[column - 1]
                came[row][column] = _NEW
            keeps.append(keep)
            gaps.append(gap)
    return _Weighed(closed, came, gaps[-1] - max(old.cuts[-1], new.cuts[-1]) > keeps[-1])


def _followed(weighed: _Weighed) -> list[tuple[int, int]]:
    """The kept tokens on the best way, found from its end."""
    row, column = len(weighed.closed) - 1, len(weighed.closed[0]) - 1
    editing = weighed.editing
    pairs = []
    while row or column:
        if editing:
            step = weighed.came[row][column]
            editing = step != _OPEN
            row -= step == _OLD
            column -= step == _NEW
        else:
            editing = weighed.closed[row][column]
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]
