"""Phrases that a view must hold as text, because a template could not put them together: goals and deadlines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.messages import N_, Catalog
from plancli.model.fields import ONGOING, Due

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from plancli.model.task import Target

_COMPARED = {
    "at-least": N_("at least {amount}"),
    "more-than": N_("more than {amount}"),
    "at-most": N_("at most {amount}"),
    "less-than": N_("less than {amount}"),
    "between": N_("{amount}"),
    "exactly": N_("exactly {amount}"),
}
# Nothing exceeds 100 % of a rate: "不低于100%" would read as a slip of the pen.
_IN_FULL = N_("the full {amount}")

# Long enough to hold every script that sets a space between words; CJK punctuation and kana begin at U+3000.
_FIRST_WITHOUT_SPACES = "\u2e80"
_QUOTES = "“”‘’"
_OFFICES = ("单位", "部门", "处室", "科室")


def paragraphs(text: str) -> tuple[str, ...]:
    """Text as it is read: an empty line ends a paragraph, the sentences of a paragraph are joined."""
    return tuple(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[str]:
    sentences: list[str] = []
    for line in text.split("\n"):
        if sentence := line.strip():
            sentences.append(sentence)
        elif sentences:
            yield joined(sentences)
            sentences = []
    if sentences:
        yield joined(sentences)


def joined(sentences: list[str]) -> str:
    """Join sentences: Chinese sets none of the spaces between them that Latin letters need."""
    parts = [sentences[0]]
    for before, after in pairwise(sentences):
        if before[-1] < _FIRST_WITHOUT_SPACES and after[0] < _FIRST_WITHOUT_SPACES and _are_latin(before, after):
            parts.append(" ")
        parts.append(after)
    return "".join(parts)


def _are_latin(before: str, after: str) -> bool:
    """Curly quotes are the same characters in both scripts: what they enclose tells which it is."""
    ends = before.rstrip(_QUOTES)[-1:], after.lstrip(_QUOTES)[:1]
    return all(end and end < _FIRST_WITHOUT_SPACES for end in ends)


def amount(value: object, unit: str) -> str:
    """A number with its unit: `1800亿元`, `30%`, and a space only before Latin letters: `13 km`."""
    space = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return f"{value}{space}{unit}"


def goal(target: Target, words: Catalog) -> str:
    """What has to be reached, in the plan's language: 不低于1800亿元, 力争每年不低于3栋, 保持全市领先."""
    phrase = target.statement or _figure(target, words)
    if target.per == "year":
        phrase = _led(words.gettext("{goal} a year"), phrase)
    if target.commitment == "aim":
        phrase = _led(words.gettext("aim for {goal}"), phrase)
    return phrase


def _figure(target: Target, words: Catalog) -> str:
    figure = amount(target.value, target.unit or "")
    wording = (
        _IN_FULL if (target.comparator, figure) == ("at-least", "100%") else _COMPARED[target.comparator or "exactly"]
    )
    return words.gettext(wording).format(amount=figure)


def _led(wording: str, phrase: str) -> str:
    """Put a word before a phrase, unless the plan's own words already begin with it."""
    word = wording.partition("{")[0]
    return phrase if word and phrase.startswith(word) else wording.format(goal=phrase)


def baseline(target: Target, words: Catalog) -> str:
    """Where an indicator stood when the plan was made: 2024年为35%."""
    if target.baseline is None:
        return ""
    figure = amount(target.baseline.value, target.unit or "")
    return words.gettext("{amount} in {year}").format(year=target.baseline.year, amount=figure)


def upstream(target: Target, words: Catalog) -> str:
    """The higher plan's goal that a target serves: 《……》：绿色贷款余额5000亿元."""
    higher = target.upstream
    if higher is None:
        return ""
    plan = words.gettext("“{title}”").format(title=higher.plan)
    figure = "" if higher.value is None else amount(higher.value, higher.unit or "")
    if not (higher.indicator or figure):
        return plan
    goal = joined([part for part in (higher.indicator, figure) if part])
    return words.gettext("{plan}: {goal}").format(plan=plan, goal=goal)


def deadline(due: Due, words: Catalog) -> str:
    """A deadline in words: 2027年, 2027年6月, 2027年6月30日, 持续推进."""
    if due.text == ONGOING or due.year is None:
        return words.gettext("ongoing")
    return _calendar(words, due.year, due.month, due.day)


def day(when: date, words: Catalog) -> str:
    """A day in words: 2025年7月1日."""
    return _calendar(words, when.year, when.month, when.day)


def _calendar(words: Catalog, year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return words.gettext("{year}").format(year=year)
    if day is None:
        return words.gettext("{year}-{month:02}").format(year=year, month=month)
    return words.gettext("{year}-{month:02}-{day:02}").format(year=year, month=month, day=day)


def within_period(end: int, words: Catalog) -> str:
    """The deadline of a task that has none: the plan's own end, said to be derived."""
    return words.gettext("within the plan's period (to {year})").format(year=end)


def enumerated(names: list[str], words: Catalog) -> str:
    """Names one after the other: 、 in Chinese, a comma in English."""
    return words.gettext(", ").join(names)


def role_stem(name: str) -> str:
    """The verb in a role's name: 牵头 of 牵头单位; the whole name where it does not end with a word for an office."""
    for office in _OFFICES:
        if name.endswith(office) and name != office:
            return name.removesuffix(office)
    return name
