"""Months of a plan of one year: a text says 6月底前, and means its year's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plancli.intake.targets.clause import Found

_MONTH = "(?:1[0-2]|0?[1-9])月份?"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])日"
_BEFORE = "(?:以?前|之前|内(?![部容外生需陆]))"
_WITHOUT_YEAR = re.compile(
    "(?<![0-9年去明次每上近往前后一二两三四五六七八九十几./—–~～-])(?<![月日][至到])(?P<this>[今本]年?度?(?=年|[0-9上下第一二三四]))?"
    f"(?P<time>{_MONTH}(?:[底末]|[上中下]旬|{_DAY}){_BEFORE}?|{_MONTH}{_BEFORE}|(?<=[到至于在]){_MONTH}(?!{_DAY})"
    f"|第?[一二三四]季度[底末]?{_BEFORE}?|[上下]半年{_BEFORE}?|年[底末]{_BEFORE}?|年内)"
    "(?!以来|[至到—–~～-]|召开|举办)"
)


class Dated(NamedTuple):
    """A text whose deadlines all have years.

    Attributes:
        text: The text.
        said: What each of the deadlines that got a year was in the document, by what it is now.
    """

    text: str
    said: dict[str, str]

    def as_written(self, found: Found) -> Found:
        """A target with the words of the document."""
        if not self.said:
            return found
        keys = {key: self._back(value) if key in {"quote", "statement"} else value for key, value in found.keys.items()}
        return found._replace(keys=keys, words=self._words(found.words))

    def _back(self, value: str | list[str]) -> str | list[str]:
        if isinstance(value, list):
            return [self._words(each) for each in value]
        return self._words(value)

    def _words(self, text: str) -> str:
        for now, said in sorted(self.said.items(), key=lambda each: -len(each[0])):
            text = text.replace(now, said)
        return text


def dated(text: str, year: int | None) -> Dated:
    """Put the year before each deadline that has none.

    Args:
        text: Any text.
        year: The year of months without one; None where nobody knows.
    """
    said: dict[str, str] = {}
    if year is None:
        return Dated(text, said)

    def put(found: re.Match[str]) -> str:
        time = found["time"]
        now = f"{year}{time}" if time.startswith("年") else f"{year}年{time}"
        if now in text or said.setdefault(now, found.group()) != found.group():
            return found.group()  # as the document has it, it could not be told apart from what it means
        return now

    return Dated(_WITHOUT_YEAR.sub(put, text), said)
