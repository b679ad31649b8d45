"""What changed in a task's words: sentence by sentence, and what that means for what is asked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.diff.change import Change
from plancli.diff.obligation import Step, obligation_steps
from plancli.diff.text import NumberChange, compare_sentences, is_punctuation_only, numbers_changed
from plancli.model.fields import Due
from plancli.model.plan import task_path
from plancli.model.task import Target
from plancli.prose.sentences import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plancli.diff.text import SentenceChange
    from plancli.model.task import Task

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def compare_prose(old: Sequence[Task], new: Sequence[Task], targets: Sequence[Change]) -> Iterator[Change]:
    """Compare the texts of a task with those of what it became.

    A number that changed in a target changed in the sentence that sets it: that is one change, and it is the target's.

    Args:
        old: The tasks of the old side.
        new: The tasks of the new side.
        targets: What changed in their targets.

    Yields:
        The changes of targets, with the words of the sentence that changed with them; then those of the text.
    """
    before, after = _Texts.of(old), _Texts.of(new)
    told = _Told(targets)
    texts = [
        text
        for change in compare_sentences(before.sentences, after.sentences)
        for text in _Compared(new[0].id, change, before, after, told).changes()
    ]
    yield from told.changes
    yield from texts


class _Told:
    """Changes of targets, and the changed words that belong to them."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.changes = list(changes)
        self._by_numbers: dict[NumberChange, list[int]] = {}
        self._by_commitment: dict[str, list[int]] = {}
        for index, change in enumerate(changes):
            for pair in dict.fromkeys(_pairs(change)):
                self._by_numbers.setdefault(pair, []).append(index)
            if change.kind.startswith("target-commitment-"):
                self._by_commitment.setdefault(change.kind, []).append(index)

    def of_number(self, number: NumberChange, sentence: SentenceChange) -> list[int]:
        """The changes of targets that a changed number belongs to: those that the sentence sets."""
        found = self._by_numbers.get(NumberChange(*(_figure(text) for text in number)), [])
        return [index for index in found if _sets(sentence, self.changes[index])]

    def of_step(self, step: Step, sentence: SentenceChange) -> list[int]:
        """Likewise of commitments that became aims (力争), or the other way round."""
        word = step.after if step.rungs < 0 else step.before
        kind = "target-commitment-weakened" if step.rungs < 0 else "target-commitment-strengthened"
        found = self._by_commitment.get(kind, []) if word in _AIMS else []
        return [index for index in found if _sets(sentence, self.changes[index])]

    def reexpressed(self, change: SentenceChange) -> list[int]:
        """The changes of targets that are counted in another unit, in the sentence as in the file."""
        texts = {op: "".join(edit.text for edit in change.edits if edit.op == op) for op in ("delete", "insert")}
        return [
            index
            for index, each in enumerate(self.changes)
            if each.kind == "target-reexpressed"
            and _figures(each.before) & _digits(texts["delete"])
            and _figures(each.after) & _digits(texts["insert"])
        ]

    @cached_property
    def figures(self) -> frozenset[str]:
        """The goals of the targets that changed, as the text has them: 2万吨, 20000吨."""
        goals = [each for change in self.changes for each in (change.before, change.after) if isinstance(each, Target)]
        return frozenset(f"{goal.value}{goal.unit}" for goal in goals if goal.value is not None)

    def show(self, index: int, change: SentenceChange) -> None:
        """Keep the words that changed with a target beside it."""
        if not self.changes[index].edits:
            self.changes[index] = replace(self.changes[index], edits=change.edits)


_AIMS = frozenset({"力争", "争取", "努力", "力求", "争"})


@dataclass(frozen=True)
class _Texts:
    """The sentences of one side, and which task each stands in."""

    sentences: tuple[Sentence, ...]
    tasks: dict[int, str]

    @classmethod
    def of(cls, tasks: Sequence[Task]) -> _Texts:
        found = [(sentence, task.id) for task in tasks for sentence in sentences(task.text)]
        return cls(tuple(sentence for sentence, _ in found), {id(sentence): task for sentence, task in found})

    def place(self, sentence: Sentence | None) -> Place | None:
        if sentence is None:
            return None
        chars = sentence.start, sentence.start + len(sentence.text)
        return Place(task_path(self.tasks[id(sentence)]), ("text",), chars=chars)


@dataclass(frozen=True)
class _Compared:
    """One sentence that is not on both sides as it is."""

    task: str
    change: SentenceChange
    before: _Texts
    after: _Texts
    told: _Told

    def changes(self) -> Iterator[Change]:
        old, new = self.change.old, self.change.new
        if old is None or new is None:
            yield self._told("text-sentence-added" if old is None else "text-sentence-removed")
        elif self.change.moved:
            yield self._told("text-moved")
        elif is_punctuation_only(old.text, new.text):
            yield self._told("text-punctuation")
        else:
            yield from self._meant()

    def _meant(self) -> Iterator[Change]:
        """What the changed words mean; that they are other words is told where they mean nothing else."""
        steps, numbers = obligation_steps(self.change.edits), numbers_changed(self.change.edits)
        belong = [index for step in steps for index in self.told.of_step(step, self.change)]
        belong += [index for number in numbers for index in self.told.of_number(number, self.change)]
        belong += self.told.reexpressed(self.change)
        for index in belong:
            self.told.show(index, self.change)
        found = [*self._obligations(steps), *self._numbers(numbers)]
        yield from found
        if not found and not (belong and self._is_told(steps, numbers)):
            yield self._told("text-reworded")

    def _obligations(self, steps: Iterable[Step]) -> Iterator[Change]:
        for kind, weaker in (("text-obligation-weakened", True), ("text-obligation-strengthened", False)):
            found = [step for step in steps if (step.rungs < 0) is weaker and not self.told.of_step(step, self.change)]
            if found:
                facts = {"before": tuple(step.before for step in found), "after": tuple(step.after for step in found)}
                yield self._told(kind, facts)

    def _numbers(self, numbers: Iterable[NumberChange]) -> Iterator[Change]:
        for number in numbers:
            if not self.told.of_number(number, self.change):
                yield self._told("text-number-changed", {"before": number.old, "after": number.new})

    def _is_told(self, steps: Iterable[Step], numbers: Iterable[NumberChange]) -> bool:
        """Whether nothing differs but what the targets tell."""
        known = (
            self.told.figures
            | {text for number in numbers for text in number}
            | {word for step in steps for word in (step.before, step.after)}
        )
        deleted, inserted = (
            sorted(_without(edit.text, known) for edit in self.change.edits if edit.op == op)
            for op in ("delete", "insert")
        )
        # What stands beside a number can be marked with it: 30% → 25%.
        return [text for text in deleted if text not in _FILLERS] == [text for text in inserted if text not in _FILLERS]

    def _told(self, kind: str, facts: Mapping[str, str | tuple[str, ...]] | None = None) -> Change:
        old, new = self.change.old, self.change.new
        return Change(
            kind,
            self.task,
            self.before.place(old),
            self.after.place(new),
            old.text if old else None,
            new.text if new else None,
            facts or {},
            edits=self.change.edits,
        )


def _without(text: str, known: Iterable[str]) -> str:
    for number in sorted(filter(None, known), key=len, reverse=True):
        text = text.replace(number, "")
    return text


_FILLERS = frozenset({"", "达", "达到"})
"""What is left of a phrase whose number or aim changed."""


def _pairs(change: Change) -> list[NumberChange]:
    """The numbers that changed with a target or its deadline."""
    before, after = _numbers(change.before), _numbers(change.after)
    return list(map(NumberChange, before, after)) if len(before) == len(after) else []


def _sets(sentence: SentenceChange, change: Change) -> bool:
    """Whether a sentence holds the words that a target quotes, on a side; a deadline quotes none."""
    sides = ((sentence.old, change.before), (sentence.new, change.after))
    goals = [(text.text, goal) for text, goal in sides if text is not None and isinstance(goal, Target)]
    return not goals or any(all(fragment in text for fragment in goal.quote) for text, goal in goals)


def _figures(fact: object) -> set[str]:
    return set(_numbers(fact))


def _digits(text: str) -> set[str]:
    return set(_DIGITS.findall(unicodedata.normalize("NFKC", text).replace(",", "")))


def _figure(text: str) -> str:
    """A number of the text as a target has it: without separators, scale and percent sign."""
    found = _DIGITS.search(unicodedata.normalize("NFKC", text).replace(",", ""))
    return found.group() if found else text


def _numbers(fact: object) -> list[str]:
    if isinstance(fact, Target):
        return _DIGITS.findall(fact.statement or str(fact.value))
    return _DIGITS.findall(str(fact)) if isinstance(fact, Due) else []
