"""How binding a sentence is, and whether an edit made it less or more so: 确保 → 推进 → 力争 → 鼓励 → 探索."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from plancli.diff.edited import Edited
from plancli.diff.ladder import PLAIN, ladder_words
from plancli.diff.runs import similarity
from plancli.prose.clauses import Clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plancli.diff.edits import Edit

_SHARED = 2
"""Characters behind its word that two phrases share when they are the same statement: 完成 is enough, 的 is not."""

_SIMILAR = 0.3
"""How similar two clauses are when they are the same statement, though no character was kept."""


class Obligation(NamedTuple):
    """A word that says how binding something is.

    Attributes:
        word: As written.
        rung: 5 (必须, 确保), 4 (推进, and what is said plainly), 3 (力争), 2 (鼓励) or 1 (探索).
        start: Where it begins, in characters.
    """

    word: str
    rung: int
    start: int


class Step(NamedTuple):
    """A statement that became less or more binding.

    Attributes:
        before: The word that made it so; empty where it was said plainly.
        after: Likewise.
        rungs: How many rungs of the ladder; negative where it was weakened.
    """

    before: str
    after: str
    rungs: int


def obligations(sentence: str) -> tuple[Obligation, ...]:
    """The words of a sentence that say how binding it is, in order; not nouns that look like one (研究院, 引导基金)."""
    return tuple(
        Obligation(found.group(), int(found.lastgroup.removeprefix("rung")), found.start())
        for found in ladder_words().finditer(sentence)
        if found.lastgroup
    )


def obligation_steps(changes: Sequence[Edit]) -> tuple[Step, ...]:
    """The statements of a sentence that an edit made less or more binding, in order.

    A statement is a phrase: what 、 or other punctuation parts from the next. The weakest word in it rules it. One that
    was only written in or struck out as a whole is no step: nothing that was said before is more or less binding.

    Args:
        changes: What became of the sentence, as `edits` tells it.
    """
    edited = Edited.of(changes)
    before, after = _Side.of(edited), _Side.of(edited.mirrored())
    if not before.touched and not after.touched:
        return ()
    clauses: dict[tuple[int, int], list[Step]] = {}
    for old, new in sorted(_same_statements(before, after)):
        step = _step(before, after, old, new)
        if step.rungs:
            clauses.setdefault((before.clauses.clause_of(old), after.clauses.clause_of(new)), []).append(step)
    return tuple(_unmoved([step for steps in clauses.values() for step in _joined(steps)]))


class _Side(NamedTuple):
    """One text: its words, which of these an edit touched, and how its statements are parted.

    Attributes:
        edited: Both texts, seen from this one.
        clauses: This text, taken apart.
        words: All words of the ladder.
        touched: Those that the other text has not as they are.
    """

    edited: Edited
    clauses: Clauses
    words: tuple[Obligation, ...]
    touched: tuple[Obligation, ...]

    @classmethod
    def of(cls, edited: Edited) -> _Side:
        words, other = obligations(edited.old), {(word.word, word.start) for word in obligations(edited.new)}
        touched = (
            word
            for word in words
            if (word.word, edited.where_kept(word.start, word.start + len(word.word))) not in other
        )
        return cls(edited, Clauses.of(edited.old), words, tuple(touched))

    def edit(self, word: Obligation) -> int:
        return self.edited.edit_at(word.start, word.start + len(word.word))

    def counterpart(self, word: Obligation, other: Clauses) -> int | None:
        """The other text's phrase that has most of what stands behind a word; None where none has enough."""
        phrase = self.clauses.phrase(self.clauses.phrase_at(word.start))
        shared: Counter[int] = Counter()
        for start, end in self.edited.kept_in(word.start + len(word.word), phrase.stop):
            shared.update(other.phrase_at(at) for at in range(start, end) if other.text[at].isalnum())
        found = shared.most_common(1)
        return found[0][0] if found and found[0][1] >= _SHARED else None

    def ruling(self, phrase: int) -> Obligation | None:
        """The word that says how binding a phrase is; None where it is said plainly."""
        inside = (word for word in self._in(self.words, phrase) if word.rung != PLAIN)
        return min(inside, key=lambda word: word.rung, default=None)

    def verb(self, phrase: int, edit: int) -> str:
        """The plain word that an edit brought into a phrase; or nothing."""
        found = (word for word in self._in(self.touched, phrase) if word.rung == PLAIN and self.edit(word) == edit)
        return next((word.word for word in found), "")

    def _in(self, words: tuple[Obligation, ...], phrase: int) -> tuple[Obligation, ...]:
        covered = self.clauses.phrase(phrase)
        first, last = (bisect_left(words, at, key=attrgetter("start")) for at in (covered.start, covered.stop))
        return words[first:last]


_Phrases = tuple[int, int]
"""The same statement on both sides, by the number of its phrase."""


def _same_statements(before: _Side, after: _Side) -> set[_Phrases]:
    """The phrases on both sides that belong together, of those in which a word changed."""
    found: set[_Phrases] = set()
    left: tuple[dict[int, list[int]], ...] = ({}, {})
    for word in before.touched:
        phrase, other = before.clauses.phrase_at(word.start), before.counterpart(word, after.clauses)
        if other is None:
            left[0].setdefault(before.edit(word), []).append(phrase)
        else:
            found.add((phrase, other))
    for word in after.touched:
        phrase, other = after.clauses.phrase_at(word.start), after.counterpart(word, before.clauses)
        if other is None:
            left[1].setdefault(after.edit(word), []).append(phrase)
        else:
            found.add((other, phrase))
    for edit in left[0].keys() & left[1].keys():
        couples = zip(dict.fromkeys(left[0][edit]), dict.fromkeys(left[1][edit]), strict=False)
        found.update(couple for couple in couples if _is_same(before, after, *couple))
    return found


def _is_same(before: _Side, after: _Side, old: int, new: int) -> bool:
    """Whether two phrases that replaced each other are of the same clause, by what else is in it."""
    one = before.clauses.clause(before.clauses.clause_of(old))
    other = after.clauses.clause(after.clauses.clause_of(new))
    kept = before.edited.kept_in(one.start, one.stop)
    if sum(max(0, min(end, other.stop) - max(start, other.start)) for start, end in kept) >= _SHARED:
        return True
    return bool(similarity(before.clauses.text[one], after.clauses.text[other], _SIMILAR))


def _joined(steps: Iterable[Step]) -> Iterator[Step]:
    """Of one clause, a word lost here and one gained there are one step (确保到…达到 → 到…力争达到)."""
    lost: list[Step] = []
    gained: list[Step] = []
    for step in steps:
        if step.before and step.after:
            yield step
        else:
            (lost if step.before else gained).append(step)
    joined = [Step(one.before, other.after, one.rungs + other.rungs) for one, other in zip(lost, gained, strict=False)]
    yield from (step for step in joined if step.rungs)
    yield from lost[len(joined) :]
    yield from gained[len(joined) :]


def _unmoved(steps: Sequence[Step]) -> Iterator[Step]:
    """Leave out a word that left one clause for another."""
    lost = Counter(step.before for step in steps if not step.after)
    gained = Counter(step.after for step in steps if not step.before)
    moved = {True: lost & gained, False: lost & gained}
    for step in steps:
        left = moved[not step.after]
        if not (step.before and step.after) and left[step.before or step.after]:
            left[step.before or step.after] -= 1
        else:
            yield step


def _step(before: _Side, after: _Side, old: int, new: int) -> Step:
    was, became = before.ruling(old), after.ruling(new)
    rungs = (became.rung if became else PLAIN) - (was.rung if was else PLAIN)
    verb = ""
    if was and not became:
        verb = after.verb(new, before.edit(was))
    elif became and not was:
        verb = before.verb(old, after.edit(became))
    return Step(was.word if was else verb, became.word if became else verb, rungs)
