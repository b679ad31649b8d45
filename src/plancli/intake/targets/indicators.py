"""What a target measures: the noun phrase around a number, without verb and number."""

from __future__ import annotations

import re

_NOUN = (
    "率(?!先)|面积|总?量(?![子化])|数(?![据字智控码])|度(?!假)|水平|规模|指数|比(?![较亚武赛])|周期|工期|时间|时长|用地|成本|者|业(?!主|务|态|余)|型|类|资金|费|额|性|能力|片区|"
    "区(?![域级县内])|中(?!心|小|药|医|华|国)|后(?![备勤续])|项目数|期|期间|中的|人次|人数|培训率|"
    "综合(?:绩效|评价|考核)|评价|考核|(?<=改造|治理|整治|修复|培训|种植)(?:任务|工程|项目|工作|行动)"
)
"""Behind a verb these make a noun of it: 建成区, 改造面积."""
_VERB = (
    "体检(?!率|中心|项目|车)|采购|购置|补贴(?!资金|标准|政策|对象)|复绿|抽检|抽查|栽植|清淤|疏浚|更换|安置(?!房|点|区|社区)|流转|入库|加固|排查|检查(?!站|点|组|员|井)|严格控制|推广应用|示范推广|试点推广|更新(?=设备|车辆|公交)|改造提升|提升改造|升级改造|改造升级|提质升级|提质改造|提档升级|更新改造|建立健全|创作推出|创作|撬动|安排|免费筛查|筛查|"
    "新开工|开工(?!率)|实现|推动|推进|促进|带动|确保|保障|力争|争取|力求|努力|尽力|建成|新建(?![^，]*(?:占比|比例|比重|率|强度|PUE))|建设|共建|培育|培养|打造|创建|创成|引进|招引|引育|改造|"
    "培训|举办|举行|推广|实施|开展|发展|布局|建立|组建|设立|认定|发布|完成|改建|扩建|改扩建|种植|整治|修复|聚集|集聚|吸引|选树|"
    "遴选|评选|形成|储备|谋划|制定|制修订|提供|投放|开通|组织|支持|引导|推出|孵化|壮大|配备|配置|治理|完善|选派|救助|帮扶|招聘|"
    "筹集|发放|加装|认证|铺设|敷设|架设|安装|获批|获评|入选|拆除|收储|盘活|淘汰|关停|腾退|解决|"
    "惠及|覆盖(?!率|面|范围|人数)|受益|拥有|投用|投入使用|建好|办好|制作|编制|落地|使|将|把|其中|同时|并|且|一是|二是|三是|四是|五是|六是|预计|计划|新改扩建|新建改扩建|签约|上线"
)
_ADVERB = (
    "基本|全面|全部|累计|总共|合计|再|每年|年均|平均每年|持续|稳步|加快|着力|大力|积极|深入|高质量|高标准|高水平|创新|重点|集中|"
    "免费|分批|分[二两三四五六]批|分年度|逐步|进一步|科学|统筹|新|共|至少|超额|力争|确保|争取|努力|同步|提质|[一二三四五六]是"
)
_ASKED = re.compile(
    rf"(?:为[^，、每]{{1,20}}?(?=免费|提供|开展|组织|发放))?(?:{_ADVERB}){{0,3}}(?:(?!支持|引导|完善|其中|使|将|把|同时|并|且)(?:{_VERB})|新增|消除|接待|争取|到位)(?!{_NOUN})"
)
_OF_EACH = re.compile(
    rf"(每个?[^0-9，、]{{0,8}}?(?:[县区市镇乡村州旗]|街道|单位|企业|学校|医院)(?:（[^（）]{{1,4}}）)?)(?:至少|原则上|均|都|要|分别|力争|确保|再|新){{0,2}}(?:{_VERB})"
)
_ITEM = (
    "(?:[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|[0-9]{1,2}(?:[.．、](?![0-9])|[)）])|[一二三四五六七八九十]{1,3}、"
    "|[①-⑳⑴-⒇⒈-⒛]|[★☆●○■□◆◇▲△※•·—–-]{1,3})"
)
"""What stands before an item of a list."""
_LEADING = re.compile(
    rf"(?:[每今本]年)?(?:(?:1[0-2]|0?[1-9])月(?:[底末]|[0-9]{{1,2}}日)?前|年底前|上半年)?(?:在[\u4e00-\u9fff]{{1,8}}?(?=(?:{_VERB}|新增))|[为向][^，、]{{1,20}}?(?=免费|提供|开展|组织|发放))?"
    rf"(?:[、并且\s]|[和与及](?=(?:{_ADVERB}){{0,4}}(?:{_VERB})(?!{_NOUN})))*(?:{_ITEM}[ \u3000]*)?"
    rf"(?:(?:{_ADVERB}){{0,4}}(?:{_VERB})(?!{_NOUN}))?"
)
_ENDING = re.compile(
    "(?:达到?|超过?|突破|提[高升][到至]|增加?[到至]|年均|总体|(?:稳定|保持|维持|控制)在?|基本|均|都|全部|全面|稳步|持续|力争|确保|争取|努力|分别|将|就|也|要|应|需|约|近|[迈跨站登]上|迈入|率先|提前|累计|同步|逐步|进一步|"
    r"总计|合计|共|各|则|再|不|的|实现|，|、|\s)$"
)
_ADVERBS_ONLY = re.compile(rf"(?:(?:{_ADVERB})){{0,4}}(?:至少|超过|不少于|不低于|超|达到?|突破|近|约)?\s*$")
_VERB_LAST = re.compile(rf"(?:{_VERB}|新增)$")
_SCOPE = re.compile("(全[省市区县州旗盟](?!域|占比|领先|比重|平均|前|位|排|第))(?:范围内|内)?")
_KINDS = frozenset("级类型")
_KIND_OF = re.compile("^[、和及][^，；。]{1,12}?[级类型]([\u4e00-\u9fff]{2,12})")
_UNSOUND = re.compile(
    "^(?:[/／由]|对(?![口外标])|将|把|按(?![时期质])|在(?![校建园职岗营线册库地产编孕押学读])|于|凡|经(?![济常营费纪验开过认典])|以(?![上旧工奖]))"
    "|^新增$|(?<![存潜实内])在$|20[0-9]{2}年(?!.{0,12}的)|分别|按照?每|[0-9万]$|(?:提出|确定)$"
)
_CLAUSE_INSIDE = re.compile(
    "(?<=..)(?:[高低快]于|(?:达到|超过|优于|多于|少于|不足)(?!.*(?:比例|占比|比重|人数|天数)$))(?!.*的)(?=..)"
)
"""Where a noun phrase is a sentence of its own: 收入增速高于城镇居民."""
_PREDICATE = re.compile("(?<=..)(?<!价值)(?:全部|全面|基本|均|都)?实现(?=..)")
"""行政村实现5G网络 stands for the villages' network."""
_LONGEST = 60
_FARTHEST = 200
"""Characters in which no noun phrase is looked for: brackets in it may be long."""
_LEAST_ENDING = 2
_PAIR = 2
"""Of two characters are most words: 城镇 and 农村."""
_NOUNS_ROUNDS = 6
"""Verbs and adverbs that may stand one before another."""

CHANGES = "增长|增加|提高|提升|上升|下降|降低|减少|压减|缩短|压缩|压降|缩减|扩大|增幅|增速"
"""What is measured is the change."""
_COMES_ABOUT = re.compile("(?<=..)(?:新建|新增)$")
_CHANGE_ONLY = re.compile(f"(?:平均|再|累计|年均)?(?:{CHANGES})")
_SHARE = re.compile("占[^占]{1,12}(?:比重|比例|比)$")
_DEPENDENT = re.compile(
    "(?:全[省市区县国]|全社会)?(?:占[^占]{0,12}(?:比重|比例|比)|占比|比重|份额|(?:复合)?(?:增速|增长率|增幅))|"
    rf"(?:[较比][^，]{{1,12}})?(?:同比|环比|累计|年均|平均)?(?:{CHANGES})|总量|总数|总规模|规模|数量|总额|覆盖率|达标率|产值|营业收入|"
    "其中|(?:增速|增幅|增长)?[高低快优]于[^，]{1,12}"
)
_OFFSHOOT = re.compile("[0-9].{0,8}?(?=[^0-9米公里分钟小时天万千以内]{2})")
_LEVEL = re.compile("(?:其中[，：]?)?([国省市区县部]家?级(?:及?以上)?)")
_LEVEL_FIRST = re.compile("^(新增)?(?:[国省市区县部]家?级(?:及?以上)?)?")
_MEASURED = re.compile(
    "(?:率|占比|比例|比重|总?量|面积|降低|下降|浓度|余额|收入|产值|指数|满意度|强度|规模|增速|总额|总数|增长|提高|人次|[人户次件位]数)$"
)
_SHARED = re.compile("(?:[比度值数额面]|水平|程度|能力|储备|利润|投资|贷款|[^率]{12})$")
"""What per cent is of; longer nouns mostly are as well."""
_FROM = re.compile("(?<=.)[由从](?=[^由从]{0,16}[0-9])")
_SINCE = re.compile("[较比](?:20[0-9]{2}年[底末]?|上年|上一年|去年|“?十[二三四五]五”?末?)(?:同期)?")
_CHANGE = re.compile(f"(?:[较比][^，]{{1,12}})?(?:同比|环比|累计|年均|平均)?(?:{CHANGES})$")
_PER_YEAR = re.compile(
    rf"(?:平均)?每年|年均(?=复合|{CHANGES}|[新培引打建完举实开]|$)|^年均(?!浓度|气温|温度|降水|降雨|径流|收入|值|水平)"
)
_IN_ALL = re.compile(rf"^累计(?=新增|.{{0,2}}减|节)|(?:累计|再)(?=(?:{CHANGES})$)")
"""累计 says how a number is counted, and of 累计发行规模 what."""
_CHANGED = re.compile("^(降低|减少|压减|压降|提高|缩短|缩减)(?![率量值比])(.{2,})$")
_DONE = re.compile("(?:免费)?(?:体检|培训|筛查|检查|抽检|抽查|宣讲|演练)$")
_ASIDES = re.compile("（(?![0-9一二]）型)[^（）]*）|\\((?![0-9]\\)型)[^()]*\\)")
_BY = re.compile(
    "(?<=..)[，,]?(?:力争|争取|确保)?[到至于在]?20[0-9]{2}年?(?:[底末]|(?:1[0-2]|0?[1-9])月(?:[底末]|[0-9]{1,2}日)?|第?[一二三四]季度[底末]?|[上下]半年|年[底末])?"
    "(?:以?前|之前|内)?$"
)
"""A deadline between what is measured and its number: 森林覆盖率到2027年达到50%."""


def is_without_noun(head: str) -> bool:
    """Whether nothing but verbs and adverbs stand before a number: the noun follows it."""
    rest = _without_verbs(head)
    return not rest or bool(_ADVERBS_ONLY.fullmatch(rest) or _SCOPE.fullmatch(rest)) or rest == "新增"


def is_measured(phrase: str) -> bool:
    """Whether a noun phrase measures something by itself: 覆盖率, 能耗降低."""
    return bool(_MEASURED.search(phrase))


def is_share(phrase: str) -> bool:
    """Whether a noun phrase can have per cent: 覆盖率, 能耗降低."""
    return is_measured(phrase) or is_change(phrase) or bool(_SHARED.search(phrase))


def is_asked_for(head: str) -> bool:
    """Whether what stands before a number asks for it: 推动10家企业上云; 支持 and 完善 ask for less."""
    return bool(_ASKED.match(head))


def is_change(phrase: str) -> bool:
    """Whether a noun phrase is a change of something."""
    return phrase.endswith(tuple(CHANGES.split("|")))


def has_predicate(phrase: str) -> bool:
    """Whether a noun phrase is a sentence rather: 收入增速高于城镇居民收入增速."""
    return bool(_CLAUSE_INSIDE.search(phrase))


def is_yearly(head: str) -> bool:
    """Whether words for every year stand before a number that are no part of a name: 年均收入 is one."""
    return bool(_PER_YEAR.search(head))


def noun_start(head: str) -> int:
    """Where behind the verbs the noun phrase of a head begins."""
    at = 0
    for _ in range(_NOUNS_ROUNDS):
        found = _LEADING.match(head, at)
        if not found or found.end() == at:
            break
        at = found.end()
    return at


def _without_verbs(head: str) -> str:
    return head[noun_start(head) :].strip()


def noun_end(head: str, compared: str) -> int:
    """Where before the words that compare a number the noun phrase of its head ends.

    Args:
        head: What stands before the number.
        compared: The word that compares it, as it stands at the head's end.
    """
    rest = head.rstrip()
    if compared and (plain := rest.rstrip("约近接将 ")).endswith(compared):
        rest = plain.removesuffix(compared)
    for _ in range(_NOUNS_ROUNDS):
        found = _ENDING.search(rest[-4:])
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
    rest = _without_verbs(rest)
    return (rest, found[1]) if found and len(rest) > 1 else (noun, "")


def counted_over(head: str) -> str:
    """Over what a number is counted: 每个街道 of 每个街道至少建成, 全区 of 完成全区80%改造; else empty."""
    found = _OF_EACH.match(head) or _SCOPE.fullmatch(_without_verbs(head))
    return found[1] if found else ""


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
        "并|，|且(?!末)|（|,|以上|用于|加快|按期|如期|尽快|早日|有序|顺利",
        _ASIDES.sub("", tail.strip().removeprefix("的")),
        maxsplit=1,
    )[0].strip()
    if noun and _without_verbs(head) == "新增":
        noun = f"新增{noun}"
    return noun, bool(re.search("上市|开展|进入|达到|实现|完成|建成", noun))


def is_behind(head: str, tail: str) -> bool:
    """Whether the noun that is counted follows its number."""
    return bool(tail.strip()) and (
        is_without_noun(head) or head.endswith("等") or bool(_VERB_LAST.search(head.rstrip()))
    )


def restored(noun: str, before: str, *, is_same: bool = True) -> str:
    """A noun phrase with what was left out because it stands in the clause before; as it is where nothing was.

    Args:
        noun: As the clause has it.
        before: The indicator of the target before; empty where there is none.
        is_same: Whether both are counted in the same unit: of 提高2个百分点，达到75% the second is no change.
    """
    if not before:
        return noun
    if not noun:
        return _COMES_ABOUT.sub("", before if is_same else _CHANGE.sub("", before))
    if re.match("[0-9]", noun):
        return _offshoot(noun, before)
    if found := _LEVEL.fullmatch(noun):
        return _LEVEL_FIRST.sub(rf"\g<1>{found[1]}", before, count=1)
    if _DEPENDENT.fullmatch(noun):
        before = _CHANGE.sub("", before)
        if noun.endswith(("增长", "增速", "增幅")):
            before = _SHARE.sub("", before)  # what grows by a tenth is the amount
        return f"{before}{noun}" if not before.endswith(noun) else before
    return noun


def _offshoot(noun: str, before: str) -> str:
    """`50米覆盖率` behind `轨道公交一体化换乘100米覆盖率`: what differs is the number."""
    found = _OFFSHOOT.match(noun)
    last = noun[found.end() :] if found else ""
    number = re.search("[0-9][^\u4e00-\u9fff]*[\u4e00-\u9fff]{1,3}$", before.removesuffix(last)) if last else None
    return before[: number.start()] + noun if number and before.endswith(last) else noun


def shared_ending(members: list[str]) -> str:
    """What only the last of a list says for all: 居民收入 of 城镇和农村居民收入; empty where nobody knows.

    Args:
        members: Some of the list, the last one behind them.
    """
    *others, last = members
    for each in others:
        at = last.find(each[-1:], 1)
        if each[-1:] != last[-1:] and 0 < at < len(last) - _LEAST_ENDING:
            return last[at + 1 :]
    first = others[0] if others else last
    is_alike = len(first) == _PAIR or first[:_PAIR] == last[:_PAIR]
    ending = last[len(first) :] if is_alike and first[-1:] != last[-1:] else ""
    return ending if len(ending) >= _LEAST_ENDING else ""


def kind_ending(noun: str, rest: str) -> str:
    """What a kind at a list's member is a kind of, which only a later one says: `3个千亿级、5个百亿级产业集群`.

    Args:
        noun: The member's noun.
        rest: What stands behind it.
    """
    found = _KIND_OF.search(rest) if noun[-1:] in _KINDS else None
    return found[1] if found else ""
