"""How firmly something is promised: 力争 and 争取 promise an effort, a plain statement and 确保 the result."""

from __future__ import annotations

import re
from typing import NamedTuple

from plancli.prose.clauses import are_parted

AIMS = "力争 力求 争取 争创 努力 尽力 尽量 尽可能 原则上"
"""Words that promise an effort."""

NOT_AIMS = (
    "力争上游",
    "争取(?=国家|中央|上级|市级|省级|专项|资金|政策|支持|试点|指标|额度)",  # to ask for means, not to try
    "努力(?:方向|程度|(?=$|[，。；：！？）”》\n])|(?=的|下))",
)
"""What only looks like one of them."""

# Patterns are text until they are first needed: start-up counts.
# Behind 争取 and 努力 stands what is tried, where they say how firmly; 争取项目20个 is to get twenty of them.
_TRIED = (
    "[到至在于]?20[0-9]{2}年|[到在于使将把用每]|实现|达|建成|新建|新增|完成|培育|打造|突破|超过|创建|创成|形成|推动|力争|"
    "提前|尽快|率先|年内|全年|保持|稳定|控制|降|提高|提升|增"
)
_AIM = rf"(?<![全大奋努合协])力争(?!上游|先)|力求|(?:争取|努力)(?={_TRIED})"
_COMMITS = "确保|保证(?!金|保险|人|书)|必须|务必|坚决"
_SOFTENS = f"{'|'.join(AIMS.split())}|预期|预计|有望"
_ENCOURAGES = "鼓励|支持|引导|倡导|探索"
_DATED = "[到至在于]?20[0-9]{2}年[^，,；;。]{0,6}[，,]"
_PART = "[；;。！？\n]"


class Aim(NamedTuple):
    """A word that makes a promise an aim, and where it stands, in characters."""

    word: str
    start: int
    end: int


def aim_of(sentence: str, at: int) -> Aim | None:
    """The word that makes an aim of what stands at a place of a sentence.

    It rules its own clause, up to 确保 and the like; 力争到2027年，… rules every clause behind it, up to ；.
    """
    if not ("争" in sentence or "力求" in sentence or "努力" in sentence):
        return None  # as in most sentences
    ruling = [found for found in re.compile(_AIM).finditer(sentence, 0, at) if _reaches(sentence, found.end(), at)]
    return Aim(ruling[-1].group(), *ruling[-1].span()) if ruling else None


def _reaches(sentence: str, start: int, end: int) -> bool:
    """Whether a word that ends at a place rules what stands at another one."""
    between = sentence[start:end]
    if re.search(_COMMITS, between):
        return False
    if re.match(_DATED, between):
        return not re.search(_PART, between)
    return not are_parted(sentence, start, end)


def is_softened(sentence: str, before: str) -> bool:
    """Whether anything can make an aim of what a sentence says: a word in it, or what stands before it.

    力争实现以下目标 in a heading's sentence rules all that follow; 鼓励 in another sentence is of something else.
    """
    return bool(re.search(_SOFTENS, before) or re.search(_SOFTENS, sentence) or re.search(_ENCOURAGES, sentence))
