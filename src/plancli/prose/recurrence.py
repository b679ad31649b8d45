"""What is asked for every year: 年均增长6%, 每年培训2000人次."""

from __future__ import annotations

import re
from typing import NamedTuple

# Patterns are text until they are first needed: start-up counts.
# An annual mean is no sum that is reached every year (PM2.5年均浓度), and 每人每年240元 is a rate.
# Nor is a date with 均 behind it: 到2027年均达到95%.
_EVERY_YEAR = (
    "(?<![0-9一二三四五六七八九十几])年均(?!浓度|气温|温度|降水|降雨|径流|蒸发|日照|风速|湿度|值|水平)|"
    "(?<!每[人户亩])(?:平均)?每年"
)
_PARTS = "[，,；;。！？：:、\n]|分别"
_YEARS = "[0-9]{4}(?:年?[-–—―－~～至到]{1,2}[0-9]{4})?年"


class EveryYear(NamedTuple):
    """Words that ask for something every year, and where they stand, in characters."""

    words: str
    start: int
    end: int


def every_year(sentence: str, at: int) -> EveryYear | None:
    """The words that ask for the number at a place of a sentence every year.

    They reach no farther than 、: of 每年培训2000人次、建成基地3个 nobody can tell how many bases a year.
    """
    if "年均" not in sentence and "每年" not in sentence:
        return None
    parts = re.compile(_PARTS).search
    near = [found for found in re.finditer(_EVERY_YEAR, sentence[:at]) if not parts(sentence, found.end(), at)]
    return EveryYear(near[-1].group(), *near[-1].span()) if near else None


def is_yearly(text: str) -> bool:
    """Whether anything in a text can mean every year: 年 that is not a date's."""
    return "年" in re.sub(_YEARS, "", text)
