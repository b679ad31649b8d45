"""Rules about characters that look like nothing, or like others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plancli.checks.once import once
from plancli.checks.written import headings, mending, of_task, suspects
from plancli.diagnostics import Finding, Fix
from plancli.prose import characters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plancli.checks.written import Written
    from plancli.model.plan import Plan
    from plancli.model.task import Task
    from plancli.prose.corrections import Correction


class _Kind(NamedTuple):
    """A kind of character that should not stand in a plan.

    Attributes:
        case: The rule's wording for it.
        find: Where it stands, and what should stand there.
        show: How a reader is told of one of them.
        mends: Nobody could mean anything else than the correction.
    """

    case: str
    find: Callable[[str], Iterable[Correction]]
    show: Callable[[str, str], str]
    mends: bool


def _codes(before: str, _: str) -> str:
    return " ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in before if char not in " \t"))


def _both(before: str, after: str) -> str:
    return f"{after} ({_codes(before, after)})"


def _itself(before: str, _: str) -> str:
    return before


_INVISIBLE = (
    _Kind("indent", characters.indents, _codes, mends=True),
    _Kind("space", characters.odd_spaces, _codes, mends=True),
    _Kind("unseen", characters.unseen, _codes, mends=True),
    _Kind("private", characters.private, _codes, mends=False),
    _Kind("lost", characters.lost, _codes, mends=False),
)
_NOT_NORMALISED = (
    _Kind("width", characters.widths, _itself, mends=True),
    _Kind("lookalike", characters.lookalikes, _both, mends=True),
)
_SHOWN = 5
"""So many of them make clear what is meant."""


def invisible_character(plan: Plan) -> Iterator[Finding]:
    r"""A text has a character that shows as nothing, as a space, or as something else on every computer.

    They come with text that is copied from Word, PDF files and web pages: no-break spaces, full-width spaces typed to
    indent a paragraph, symbols of Word's own fonts, and the mark that a lost character leaves behind. A search does
    not find the words around them, and two texts that look the same differ.

    Bad:

        # tasks/节能降碳.yaml
        text: "加快推动\u00a0节能降碳工程。"

    Good:

        # tasks/节能降碳.yaml
        text: "加快推动节能降碳工程。"
    """
    return _found(plan, _INVISIBLE)


def not_normalised(plan: Plan) -> Iterator[Finding]:
    """A text has full-width letters or digits, or characters that only look like ordinary ones.

    A number in full-width digits goes unnoticed where plancli looks for numbers without a target, and a search for
    100家 does not find １００家. Radicals (⼈ for 人) come from PDF files; they and letters with their accent apart are
    not found either. The task's quotes and units are mended together with its text. Signs that are characters of
    their own, such as Ⅱ, ① and ㎡, stay.

    Bad:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳，培育绿色商场１家。

    Good:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳，培育绿色商场1家。
    """
    return _found(plan, _NOT_NORMALISED)


def _found(plan: Plan, kinds: tuple[_Kind, ...]) -> Iterator[Finding]:
    for value in headings(plan):
        yield from _in_value(value, kinds)
    for task in _unusual(plan):
        for kind in kinds:
            if finding := next(_findings(of_task(task), kind), None):
                yield replace(finding, fix=mending(plan, task, kind.find) if kind.mends else None)


@once
def _unusual(plan: Plan) -> tuple[Task, ...]:
    """The tasks that need a closer look; both rules ask."""
    return tuple(suspects(plan, _read, characters.may_be_unusual))


def _read(task: Task) -> str:
    """What no other rule would speak of: a quote must stand in the text, and a unit in the quote."""
    written = f"{task.title}\n{task.text}"
    return "\n".join([written, *(target.indicator for target in task.targets)]) if task.targets else written


def _in_value(value: Written, kinds: tuple[_Kind, ...]) -> Iterator[Finding]:
    for kind in kinds if characters.may_be_unusual(value.text) else ():
        for finding in _findings([value], kind):
            fix = Fix("safe", value.replacements(kind.find(value.text)))
            yield replace(finding, fix=fix if kind.mends else None)


def _findings(values: Iterable[Written], kind: _Kind) -> Iterator[Finding]:
    """One for each value that has such characters, at the first of them."""
    for value in values:
        if corrections := list(kind.find(value.text)):
            shown = dict.fromkeys(kind.show(each.of(value.text), each.text) for each in corrections)
            place = value.place(corrections[0].start, corrections[0].end)
            yield Finding(place, {"characters": tuple(shown)[:_SHOWN]}, kind.case)
