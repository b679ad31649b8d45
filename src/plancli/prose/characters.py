"""Characters that are not what they look like, or look like nothing; and what should stand in their place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plancli.prose.corrections import Correction

if TYPE_CHECKING:
    from collections.abc import Iterator

_OUT_OF_THE_ORDINARY = re.compile("[^\u3400-\u9fff\u3001-\u301f\n -~，；：？！（）“”‘’—…·％＋－～]").search

# Letters and digits as wide as a Chinese character, with the point, stroke and per cent sign that belong to them.
_WIDE = "[Ａ-Ｚａ-ｚ０-９]"
_WIDE_RUN = re.compile(rf"{_WIDE}+(?:[．／]{_WIDE}+)*(?:(?<=[０-９])％)?")
_HALF = {code: code - 0xFEE0 for code in range(ord("！"), ord("～") + 1)}

# Radicals of the Kangxi dictionary, which PDF files give for the characters that look the same.
_RADICALS = "\u2e9f\u2ef3\u2f00-\u2fd5"
# Those of the Radicals Supplement that have no compatibility form, by Unicode's EquivalentUnifiedIdeograph.
_SIMPLIFIED = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
)
_RADICAL = re.compile(f"[{_RADICALS}{''.join(map(chr, _SIMPLIFIED))}]")
_WORD = re.compile("[^\\s\u3001-\u303f\u3400-\u9fff！-～]+")
"""What may change when it is composed; ordinary Chinese does not."""

_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
_WIDE_SPACE = "\u3000"
_UNSEEN = "\ufe00-\ufe0f\u2800"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_LOST = "\ufffc\ufffd"

_INDENT = re.compile(rf"(?:^|(?<=\n))[ \t]*[{_SPACES}{_WIDE_SPACE}][ \t{_SPACES}{_WIDE_SPACE}]*(?=\S)")
_GAP = re.compile(rf"(?<=\S)[ \t]*[{_SPACES}][ \t{_SPACES}]*(?=\S)")
_HAN = re.compile("[\u3400-\u9fff]")
_WIDE_GAP = re.compile("[\u2000-\u2003]")
"""Spaces that are typed to be seen, as in 2018年修正 根据…."""
_MARK = re.compile("[，。；：、！？“”‘’（）《》〈〉【】〔〕「」『』]")


def may_be_unusual(text: str) -> bool:
    """Whether a text has characters that the functions below may find something about; quick."""
    return _OUT_OF_THE_ORDINARY(text) is not None


def narrow(text: str) -> str:
    """A text with its full-width letters, digits and marks as wide as Latin ones, character by character; to match."""
    return text.translate(_HALF)


def widths(text: str) -> Iterator[Correction]:
    """Full-width letters and digits, and how they are written: １．５％ is 1.5%. Ⅱ, ① and ㎡ are themselves."""
    for found in _WIDE_RUN.finditer(text):
        yield Correction(*found.span(), found.group().translate(_HALF))


def lookalikes(text: str) -> Iterator[Correction]:
    """Characters that look like others: radicals, compatibility ideographs, letters with their accent apart (NFC)."""
    for found in _WORD.finditer(text):
        word = found.group()
        plain = unicodedata.normalize("NFC", _RADICAL.sub(_as_ideograph, word))
        if plain != word:
            same = _shared(word, plain)
            yield Correction(found.start() + same, found.end(), plain[same:])


def _shared(one: str, other: str) -> int:
    """How many characters at their beginning two texts share."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (here, there) in pairs if here != there), min(len(one), len(other)))


def _as_ideograph(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group().translate(_SIMPLIFIED))


def indents(text: str) -> Iterator[Correction]:
    """Spaces that were typed to indent a paragraph."""
    return (Correction(*found.span(), "") for found in _INDENT.finditer(text))


def odd_spaces(text: str) -> Iterator[Correction]:
    """Spaces that are not the ordinary one, between words; Chinese has none between its characters and marks."""
    for found in _GAP.finditer(text):
        ahead, behind = text[found.start() - 1], text[found.end()]
        between = _HAN.match(ahead) and _HAN.match(behind) and not _WIDE_GAP.search(found.group())
        is_none = _MARK.match(ahead) or _MARK.match(behind) or between
        yield Correction(*found.span(), "" if is_none else " ")


def unseen(text: str) -> Iterator[Correction]:
    """Characters that only choose how another one is drawn, and blanks of Braille."""
    return (Correction(*found.span(), "") for found in re.finditer(f"[{_UNSEEN}]", text))


def private(text: str) -> Iterator[Correction]:
    """Characters that mean something in one font only; what, nobody else can know."""
    return (Correction(*found.span(), "") for found in re.finditer(f"[{_PRIVATE}]", text))


def lost(text: str) -> Iterator[Correction]:
    """What a program put where it could not read a character, or where a picture stood."""
    return (Correction(*found.span(), "") for found in re.finditer(f"[{_LOST}]", text))
