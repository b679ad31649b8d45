"""What a target measures: the noun phrase around a number, without verb and number."""

from __future__ import annotations

import re

from plancli.intake.targets.asking import CLEARING, asked_of_each, ends_with_verb, is_adverbs, noun_start, without_verbs

_ENDING = re.compile(
    "(?:翻[一两二]?番[、，]?|达到?|超过?|(?<!通)过|回升[至到]|突破|提[高升][到至]|缩小[到至]|增加?[到至]|年均|总体|(?:稳定|保持|维持|控制)在?|基本|(?<!平)均|都|全部|全面|稳步|持续|力争|确保|争取|努力|分别|将|就|也|要|应|需|约|近|[迈跨站登]上|迈入|率先|提前|累计|同步|逐步|进一步|"
    r"总计|合计|共|各|则|再|不|的|实现|，|、|\s)$"
)
_SCOPE = re.compile("(全[省市区县州旗盟](?!域|占比|领先|比重|平均|前|位|排|第))(?:范围内|内)?")
_UNSOUND = re.compile(
    "^(?:[/／由]|对(?![口外标])|将|把|按(?![时期质])|在(?![校建园职岗营线册库地产编孕押学读])|于|凡|经(?![济常营费纪验开过认典])|以(?![上旧工奖]))"
    "|^新增$|^(?:剩余|其余|余下)$|(?<![存潜实内])在$|20[0-9]{2}年(?!.{0,12}的)|分别|按照?每|[0-9万]$|(?:提出|确定)$"
)
_CLAUSE_INSIDE = re.compile(
    "(?<=..)(?:[高低快]于|(?:达到|超过|优于|多于|少于|不足)(?!.*(?:比例|占比|比重|人数|天数)$))(?!.*的)(?=..)"
)
"""Where a noun phrase is a sentence of its own: 收入增速高于城镇居民."""
_PREDICATE = re.compile("(?<=..)(?<!价值)(?:全部|全面|基本|均|都)?实现(?=..)")
"""行政村实现5G网络 stands for the villages' network."""
_COUNTED_BEHIND = re.compile(
    "(?!的|目标|任务|指标|要求|水平|以[上下内]|左右|用于|并|且|和|与|及|入驻|上市|投[产入用运]|参[加与]|开[展工]|完[成工]|进入|落[地户]"
    "|达|建成|竣工|通|获|台阶|关口|大关|[0-9第约共含]|[（(]|同比|环比|增|下降|提|降|实现|改造$|建设$|治理$)[\u4e00-\u9fff]{2}"
)
"""A noun right behind a number: that is what is counted, although another stands before it."""
_AT_PLACE = re.compile("[、，。]$|[为于在达到至]$|分别")
_TO_WHOM = re.compile(
    "(?:[、并且]|其中)?(?P<to>[为给向对在])(?P<whom>(?![^，、]{0,30}(?:提供|开展|实施|进行|每))[^，、0-9]{0,30})"
)
_DONE_TO = re.compile(
    "(?P<whom>[^，、]{2,30}?)(?:进行|提供|开展|实施|发放|推广|办理|安装|配备|推进|落实)(?P<what>[^，]{2,30})"
)
"""What is done, and to whom or to what."""
_CHANGES_IT = re.compile("(?:改造|整治|提升|修缮|建设|治理|修复|加固|更新|清淤|绿化|亮化|硬化)$")
"""What is done to so many things as a goal; 对120家单位实施在线监控 names those that there are."""
_NOT_DONE_TO = re.compile(".{0,4}(?:方面|领域|环节|层面|维度|[年月日天]内|期间)")
_LONGEST = 60
_FARTHEST = 200
"""Characters in which no noun phrase is looked for: brackets in it may be long."""
_PAIR = 2
"""Of two characters are most words: 城镇 and 农村."""
_ENDINGS = 6
"""Words that compare a number and adverbs that may stand one behind another."""

CHANGES = "增长|增加|提高|提升|上升|下降|降低|减少|压减|缩短|压缩|压降|缩减|扩大|增幅|增速"
"""What is measured is the change."""
_CHANGE_ONLY = re.compile(f"(?:平均|再|累计|年均)?(?:{CHANGES})")
_MEASURED = re.compile(
    "(?:率|占比|比例|比重|总?量|面积|降低|下降|浓度|余额|收入|产值|指数|满意度|强度|规模|[增涨降]幅|增速|总额|总数|增长|提高|人次|时限|时长|(?:办理|办结|审批|响应|通行|等待|开办|办电|接电|通关|报装|停电|停留|到达)时间|产能|容量|[人户次件位天家起例]数)$"
)
_SHARED = re.compile("(?:[比度值数额面]|水平|程度|能力|储备|利润|投资|贷款|[^率]{12})$")
"""What per cent is of; longer nouns mostly are as well."""
_FROM = re.compile("(?<=.)[由从](?=[^由从]{0,16}[0-9])")
_SINCE = re.compile("[较比](?:20[0-9]{2}年[底末]?|上年|上一年|去年|“?十[二三四五]五”?末?)(?:同期)?")
_PER_YEAR = re.compile(
    rf"(?:平均)?每年|年均(?=复合|{CHANGES}|[新培引打建完举实开]|$)|^年均(?!浓度|气温|温度|降水|降雨|径流|收入|值|水平)"
)
_IN_ALL = re.compile(rf"^累计(?=新增|.{{0,2}}减|节)|(?:累计|再)(?=(?:{CHANGES})$)")
"""累计 says how a number is counted, and of 累计发行规模 what."""
_CHANGED = re.compile(f"^(降低|减少|压减|压降|提高|缩短|缩减|{CLEARING})(?![率量值比])(.{{2,}})$")
_CLEARED = re.compile(CLEARING)
_VERB_ONLY = re.compile(f"|新增|{CLEARING}")
_DONE = re.compile("(?:免费)?(?:改厕|体检|培训|筛查|检查|抽检|抽查|宣讲|演练)$")
_ASIDES = re.compile("（(?![0-9一二]）型)[^（）]*）|\\((?![0-9]\\)型)[^()]*\\)")
_BY = re.compile(
    "(?<=..)[，,]?(?:力争|争取|确保)?[到至于在]?20[0-9]{2}年?(?:[底末]|(?:1[0-2]|0?[1-9])月(?:[底末]|[0-9]{1,2}日)?|第?[一二三四]季度[底末]?|[上下]半年|年[底末])?"
    "(?:以?前|之前|内)?$"
)
"""A deadline between what is measured and its number: 森林覆盖率到2027年达到50%."""


def is_without_noun(head: str) -> bool:
    """Whether nothing but verbs and adverbs stand before a number: the noun follows it."""
    rest = without_verbs(head)
    return bool(_VERB_ONLY.fullmatch(rest) or _SCOPE.fullmatch(rest)) or is_adverbs(rest)


def is_measured(phrase: str) -> bool:
    """Whether a noun phrase measures something by itself: 覆盖率, 能耗降低."""
    return bool(_MEASURED.search(phrase))


def is_share(phrase: str) -> bool:
    """Whether a noun phrase can have per cent: 覆盖率, 能耗降低."""
    return is_measured(phrase) or is_change(phrase) or bool(_SHARED.search(phrase))


def is_change(phrase: str) -> bool:
    """Whether a noun phrase is a change of something."""
    return phrase.endswith(tuple(CHANGES.split("|")))


def has_predicate(phrase: str) -> bool:
    """Whether a noun phrase is a sentence rather: 收入增速高于城镇居民收入增速."""
    return bool(_CLAUSE_INSIDE.search(phrase))


def is_yearly(head: str) -> bool:
    """Whether words for every year stand before a number that are no part of a name: 年均收入 is one."""
    return bool(_PER_YEAR.search(head))


def noun_end(head: str, compared: str) -> int:
    """Where before the words that compare a number the noun phrase of its head ends.

    Args:
        head: What stands before the number.
        compared: The word that compares it, as it stands at the head's end.
    """
    rest = head.rstrip()
    if compared and (plain := rest.rstrip("约近接将 ")).endswith(compared):
        rest = plain.removesuffix(compared)
    for _ in range(_ENDINGS):
        found = _ENDING.search(rest[-5:])
        if not found:
            break
        rest = rest[: len(rest) - len(found.group())]
    return len(rest)


def is_sound(noun: str) -> bool:
    """Whether a noun phrase can be what is measured: 对投资 and 2025年分别完成 are none."""
    return 1 < len(noun) <= _LONGEST and not _CHANGE_ONLY.fullmatch(noun) and not _UNSOUND.search(noun)


def scoped(noun: str) -> tuple[str, str]:
    """A noun phrase without what it is counted over, and that: 全市森林覆盖率."""
    found = _SCOPE.match(noun)
    rest = noun[found.end() :] if found else ""
    rest = without_verbs(rest)
    return (rest, found[1]) if found and len(rest) > 1 else (noun, "")


def counted_over(head: str) -> str:
    """Over what a number is counted: 每个街道 of 每个街道至少建成, 全区 of 完成全区80%改造; else empty."""
    found = _SCOPE.fullmatch(without_verbs(head))
    return asked_of_each(head) or (found[1] if found else "")


def before_number(head: str, compared: str) -> str:
    """The noun phrase before a number."""
    noun = head[noun_start(head) : noun_end(head, compared)]
    if len(noun) > _FARTHEST:
        return noun
    noun = _BY.sub("", _SINCE.sub("", noun))
    if found := _FROM.search(noun):
        noun = noun[: found.start()]
    noun = _PREDICATE.sub("", _IN_ALL.sub("", _PER_YEAR.sub("", _ASIDES.sub("", noun)))).strip(" \u3000、，的")
    return _turned(noun)


def what_is_done(head: str) -> str:
    """What a number counts that has no noun but a verb that can be one, 免费体检2.4万人次; empty where it has none."""
    found = _DONE.search(head)
    return found.group() if found else ""


def _turned(noun: str) -> str:
    """A change whose verb stands before it as a noun phrase: 能耗降低 for 降低能耗; 覆盖率 for 提高覆盖率至."""
    found = _CHANGED.match(noun)
    if found is None:
        return noun
    return found[2][:-1] if found[2].endswith(("至", "到")) else found[2] + found[1]


def behind_number(head: str, tail: str) -> tuple[str, bool]:
    """The noun phrase behind a number that a verb stands before, and whether that is a guess."""
    noun = re.split(
        "并|，|、(?=每)|且(?!末)|（|,|以上|用于|加快|按期|如期|尽快|早日|有序|顺利",
        _ASIDES.sub("", tail.strip().removeprefix("的")),
        maxsplit=1,
    )[0].strip()
    verb = without_verbs(head)
    if noun and verb == "新增":
        noun = f"新增{noun}"
    elif noun and _CLEARED.fullmatch(verb):
        noun = f"{noun}{verb}"
    return noun, bool(re.search("上市|开展|进入|达到|实现|完成|建成", noun))


def around_number(head: str, tail: str) -> str:
    """The noun phrase that a number stands in the middle of: 新建城区5个口袋公园; empty where it stands in none.

    Args:
        head: What stands before the number; no word that compares it.
        tail: What stands behind it.
    """
    owner = without_verbs(head).removesuffix("的")
    if len(owner) < _PAIR or not _COUNTED_BEHIND.match(tail) or is_measured(owner) or _AT_PLACE.search(owner):
        return ""
    return owner + behind_number(head, tail)[0]


def done_to(head: str, tail: str) -> str:
    """What is done to a number of people or things: 老旧小区雨污分流改造 of 对20个老旧小区实施雨污分流改造; or nothing.

    Args:
        head: What stands before the number.
        tail: What stands behind it.
    """
    whom, done = _TO_WHOM.fullmatch(head), _DONE_TO.fullmatch(_ASIDES.sub("", tail))
    if not whom or not done or _NOT_DONE_TO.fullmatch(done["whom"]):
        return ""
    if whom["to"] == "对" and not _CHANGES_IT.search(done["what"]):
        return ""
    owner = "" if whom["whom"].endswith("等") else whom["whom"].removesuffix("的")
    return owner + done["whom"] + done["what"]


def is_behind(head: str, tail: str) -> bool:
    """Whether the noun that is counted follows its number."""
    return bool(tail.strip()) and (is_without_noun(head) or head.endswith("等") or ends_with_verb(head))
