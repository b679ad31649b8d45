"""The clauses of a sentence and their phrases: how far a word such as 鼓励 or 力争 reaches."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# A comma behind a date (到2027年，…) parts nothing: what follows is the same statement.
_COMMA = r"(?<!\d[年月日前])(?<!年[底末初内前])(?<!月[底末])(?<![底末]前)(?<!期间)[，,]"
_CLAUSE = re.compile(rf"{_COMMA}|[。；：！？;:!?\n]")
_PHRASE = re.compile(rf"{_COMMA}|[。；：！？;:!?\n、]")


class Clauses(NamedTuple):
    """A sentence by its clauses, and by its phrases, which 、 parts besides.

    Attributes:
        text: The sentence.
        clauses: Where each clause begins.
        phrases: Where each phrase begins.
    """

    text: str
    clauses: tuple[int, ...]
    phrases: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Clauses:
        """Take a sentence apart."""
        clauses, phrases = ((0, *(found.end() for found in mark.finditer(text))) for mark in (_CLAUSE, _PHRASE))
        return cls(text, clauses, phrases)

    def phrase_at(self, at: int) -> int:
        """The number of the phrase that a character is in."""
        return bisect_right(self.phrases, at) - 1

    def phrase(self, number: int) -> slice:
        """What a phrase covers."""
        return _covered(self.phrases, number, len(self.text))

    def clause_of(self, phrase: int) -> int:
        """The number of the clause that a phrase is in."""
        return bisect_right(self.clauses, self.phrases[phrase]) - 1

    def clause(self, number: int) -> slice:
        """What a clause covers."""
        return _covered(self.clauses, number, len(self.text))


def are_parted(text: str, start: int, end: int) -> bool:
    """Whether a clause ends between two places of a text."""
    return bool(_CLAUSE.search(text, start, end))


def clause_start(text: str, at: int) -> int:
    """Where the clause begins that a place of a text is in."""
    return max((found.end() for found in _CLAUSE.finditer(text, 0, at)), default=0)


def _covered(starts: tuple[int, ...], number: int, length: int) -> slice:
    return slice(starts[number], starts[number + 1] if number + 1 < len(starts) else length)
