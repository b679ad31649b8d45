"""The numbers that documents put before headings and tasks, and the counts that they state."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from plancli.prose.characters import narrow
from plancli.prose.numerals import HAN, WORDED, numeral, worded
from plancli.prose.quantities import quantity_places

Family = Literal[
    "part",
    "chapter",
    "section",
    "article",
    "han",
    "bracketed-han",
    "digit",
    "bracketed-digit",
    "ring",
    "roman",
    "dotted",
]

_FAMILIES: dict[str, Family] = {
    "部": "part",
    "编": "part",
    "篇": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
}
_ROMAN = "Ⅰ-Ⅻ"
_NO_CLAUSE = "(?![、，；)（(]|[和与及至或到](?:[(（第①-⑳])|[项款条点号](?:[的、，。和与及规所要]|$))"
_LABEL = re.compile(
    rf"第(?P<nth>{WORDED}|[0-9]{{1,3}})(?P<unit>部分|[编篇章节条])(?![例款件])[ \t\u3000、.:：]*"
    rf"|\((?P<bhan>{HAN})\)(?:[、.]\s*)?{_NO_CLAUSE}"
    rf"|\((?P<bdigit>[0-9]{{1,3}})\)(?:[、.]\s*)?{_NO_CLAUSE}"
    rf"|(?P<closed>[0-9]{{1,3}})\){_NO_CLAUSE}"
    rf"|(?P<han>{HAN})(?:[、.．]|[ \t\u3000]+|,(?=\D))"
    rf"|(?P<dotted>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{1,4}})(?![0-9])\.?[、]?"
    rf"|(?P<digit>[0-9]{{1,4}})(?:[、.](?![0-9])|[ \t\u3000]+(?=[^0-9\s]))"
    rf"|(?P<ring>[①-⑳⑴-⒇⒈-⒛㈠-㈩])[、.]?{_NO_CLAUSE}"
    rf"|(?P<roman>[{_ROMAN}]|[IVX]{{1,5}}(?=[、.]))[、.]?"
)
_LIST_OF_NUMBERS = re.compile(rf"(?:{HAN}|[0-9]{{1,2}})(?:[、和及与至到]|[产类级期线轮批季月日])")
_BEGINS_WITH_NUMBER = re.compile(HAN)
_NUMBER = re.compile(
    rf"[(\[]?(?:第|no\.?|№)?(?P<number>[0-9]{{1,6}}|{WORDED}|[①-⑳⑴-⒇⒈-⒛㈠-㈩{_ROMAN}]|[ivx]{{1,5}})(?:\.0{{1,4}})?[项条号]?[)\]]?[、.,:]?",
    re.IGNORECASE,
)
_MEASURE = "[项条件个]"
_TASKS = "(?:重点|主要|具体|目标|年度)?(?:工作)?(?:任务|工作|举措|措施|事项|内容|条目)"
_KINDS = f"(?:(?:[0-9]{{1,3}}|{WORDED})个?(?:大类|方面|部分|板块|类)[、,]?\\s*)?"
_COUNT = re.compile(
    rf"(?P<told>\(\s*共?计?|共计|合计|总计|总共|共有|共)\s*{_KINDS}(?P<count>[0-9]{{1,5}}|{WORDED})\s*(?P<measure>{_MEASURE})"
    rf"(?P<of>{_TASKS})?(?P<close>\s*\))?"
)
_NAMED_COUNT = re.compile(
    rf"(?<![0-9第])(?P<count>[0-9]{{1,3}}|{WORDED})(?:大|项|件)(?:重点|重大|民生|便民|惠民|利民|为民)*(?:实事|工程|任务|行动|举措|项目)"
)
"""A number in what a document is called: 十大民生实事, 10项民生实事; it may be the name of something else."""
_ENDS_CLAUSE = re.compile(r"\s*(?:$|[，。；、：,;:）)\n])")

_HEAD = 64
"""Characters in which a label and what follows it are looked at."""
_DATES = frozenset("年月日")
_NEVER_BEHIND = frozenset("%％‰")
_NAMED: dict[str, Family] = {
    "bhan": "bracketed-han",
    "bdigit": "bracketed-digit",
    "closed": "bracketed-digit",
    "han": "han",
    "dotted": "dotted",
    "digit": "digit",
    "ring": "ring",
    "roman": "roman",
}
_RINGS = ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
_TENS = ("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ")
_RING_VALUES = {ring: value for row in (*_RINGS, *_TENS) for value, ring in enumerate(row, 1)}
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_ROMAN_VALUES = {words: value for value, words in enumerate(_ROMANS, 1)}


class Label(NamedTuple):
    """The number that a text begins with.

    Attributes:
        family: How it is written; numbers of one family count one level of a document.
        value: The number; of `1.2` the last one.
        rest: The text behind it.
        written: The number as it stands, with its marks and the space behind it.
        unsure: `maybe-a-list` where numbers follow (二、三年行动); `maybe-a-quantity` where nothing parts a
            decimal from the text.
    """

    family: Family
    value: int
    rest: str
    written: str
    unsure: tuple[str, ...] = ()


class StatedCount(NamedTuple):
    """How many tasks a document says that it has.

    Attributes:
        stated: The number.
        start: Where the phrase begins, in characters.
        end: Where it ends.
        unsure: `counts-what` where it does not say that it counts tasks.
    """

    stated: int
    start: int
    end: int
    unsure: tuple[str, ...] = ()


def read_label(text: str) -> Label | None:
    """The number that a heading or a cell begins with; None where it has none: 2027年, 1.5万吨, 一、二、三产业."""
    begin = len(text) - len(text.lstrip())
    head = narrow(text[begin : begin + _HEAD])
    found = _LABEL.match(head)
    if found is None:
        return None
    name = found.lastgroup if found.lastgroup != "unit" else "nth"
    value = _value(found[name or 0], name or "")
    behind = head[found.end() :]
    unsure = _doubts(name or "", head, behind)
    if value is None or unsure is None:
        return None
    end = begin + found.end()
    rest = text[end:].lstrip()
    return Label(_family(name or "", found), value, rest, text[: len(text) - len(rest)], unsure)


def read_number(text: str) -> int | None:
    """The number that a cell of numbers holds: 3, ３., （三）, 第3项, ③ and 3.0; None where it is none."""
    found = _NUMBER.fullmatch(narrow("".join(text.split()))) if len(text) <= _HEAD else None
    return _value(found["number"].upper(), "") if found else None


def stated_counts(text: str) -> tuple[StatedCount, ...]:
    """How many tasks a text says that there are: 共146项, （2项）, 重点任务（共12项）."""
    plain = narrow(text)
    told = tuple(
        StatedCount(count, *found.span(), _counts_what(found, text))
        for found in _COUNT.finditer(plain)
        if (count := _value(found["count"], "")) is not None and (found["told"][0] != "(" or found["close"])
    )
    return told or tuple(
        StatedCount(count, *found.span(), ("counts-what",))
        for found in _NAMED_COUNT.finditer(plain)
        if (count := _value(found["count"], "")) is not None
    )


def _counts_what(found: re.Match[str], text: str) -> tuple[str, ...]:
    tasks = found["of"] or (found["measure"] == "项" and (found["close"] or _ENDS_CLAUSE.match(text, found.end())))
    return () if tasks else ("counts-what",)


def _family(name: str, found: re.Match[str]) -> Family:
    if name == "nth":
        return _FAMILIES[found["unit"][0]]
    return _NAMED[name]


def _value(words: str, name: str) -> int | None:
    """The number that words, rings and Roman numerals mean."""
    if name == "dotted":
        return int(words.rpartition(".")[2])
    if len(words) == 1 and (ring := _RING_VALUES.get(words)):
        return ring
    if set(words) <= set("IVX"):
        return _ROMAN_VALUES.get(words)
    return numeral(words) if words.isascii() else numeral(words) or worded(words)


def _is_amount(head: str, behind: str) -> bool:
    """Whether a number that only space parts from the text counts something: 12 家企业, 2025 年."""
    return behind[:1] in _DATES or any(start == 0 for start, _ in quantity_places("".join(head.split())))


def _doubts(name: str, head: str, behind: str) -> tuple[str, ...] | None:
    """Why a label may be none; None where it surely is none."""
    if name == "dotted":
        if any(start == 0 for start, _ in quantity_places(head)) or behind[:1] in _NEVER_BEHIND:
            return None
        return () if not behind or behind[0].isspace() else ("maybe-a-quantity",)
    if name == "digit" and _is_amount(head, behind):
        return None
    if name in {"han", "digit"}:
        if _LIST_OF_NUMBERS.match(behind):
            return None
        return ("maybe-a-list",) if _BEGINS_WITH_NUMBER.match(behind) else ()
    return ()
