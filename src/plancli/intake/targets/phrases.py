"""Where a clause sets targets: around each of its numbers, or in words that stand for one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.targets.indicators import done_to, is_without_noun
from plancli.intake.targets.statements import WHOLE, statements
from plancli.prose.comparators import creates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.intake.targets.phrase import Phrase, Span

_STOP = re.compile("[，。！？!?]|[：:](?![0-9])|(?<![0-9])[：:]|,(?![0-9])")
_AND = "、|以及|(?<![共饱温总中调缓])和(?![谐美平解睦])|(?<![参赋给])与(?!会)|(?<![普以涉顾提触波惠])及(?![以时其格])"
"""The words that join nouns, and not 普及 nor 中和."""
_MEMBER = re.compile(_AND)
_JOIN = re.compile(f"{_AND}|(?<![合兼])并(?![网购联轨行入])")

_NO_TARGET = (
    "给予|减按|补助|补贴|奖励|奖补|资助|贴息|支持比例|罚款|罚金|处以|注册资本|最高|一次性(?!化解|办结|办成|通过|告知|合格|验收|办理)|限额|上限|封顶"
    "|每[人户家个亩头台次辆套例床件]"
)
_EACH = "单[个户台家笔]"
_PAYS = "累计|发放|兑现|落实|拨付|规模|总额"
"""With these a sum that is paid is a goal after all, rather than what each receives."""
_FACT = "(?<!不)已(?!有)|已有|现有|目前|以来|曾|[成到现加长]了|共有"
_NAMED = re.compile(
    "(?:提出|确定|明确|部署|规定|要求|印发|下达|列出|涉及)的$|(?:[由对从向]|会同|联合|执行|适用|符合|满足|遵守)$"
)
_GIVEN = re.compile("^(?:依托|会同|联合|由|围绕|聚焦|针对|按照|根据|结合|发挥|用好|面向|立足|对|向|从)")
"""Before what is there already, and counted only to name it: 依托12个平台."""
_RATE = re.compile("每(?:个)?(?:季度?|月|周|半年|日|天|旬|人|户|次|亩|家|批|轮|期)")
"""What is done each month, and what each receives, is no goal of a year."""
_NEAR = 8
"""Characters before a number in which such words stand."""
_SUBJECT = re.compile("^(?:对|凡|按|以|将|把|在|于|经)")
_TIME = re.compile("(?:个工作日|小时|分钟|天|周|个月)$")
_HOLIDAY = re.compile("[一-鿿]{0,6}(?:假|期|制)")
"""What a time names: 3天育儿假."""
_SETTLED = re.compile("[户人](?:自然村|村民小组|居民点|聚居点|小区)")
"""30户以上自然村 are villages by their size."""
_NAMED_BY = re.compile("第[一二三四五六七八九十0-9]{1,2}批$|^支持.{2,}等$")
"""Before a number that says how many there are: 第一批12个试点县, 支持清华大学等3所高校."""
_CAPACITY = re.compile("[^，、]{1,20}(?:项目|生产线|基地|工程|工厂)")
"""What is called after how much it makes a year: 年产20万辆新能源汽车项目."""
_OF_ALL = re.compile(f"[^、]+?(?:实现)?(?:{WHOLE})")
_SIZED = re.compile("(?:元|人|米|度|吨|岁|千瓦|公里|亩|公斤|千克)(?:/(?:年|日|天|小时))?$")
"""Units that say how large a thing is where 以上 and a noun follow: 50万人以上城市."""


def clauses(mask: str) -> Iterator[Span]:
    """The clauses of a piece, without the marks that end them."""
    start = 0
    for found in _STOP.finditer(mask):
        yield start, found.start()
        start = found.end()
    yield start, len(mask)


def phrases(text: str, mask: str, clause: Span, inside: Iterable[Phrase]) -> list[Phrase]:
    """What sets the targets of a clause.

    Args:
        text: The piece of a sentence that the clause is in.
        mask: The same, masked.
        clause: The clause, behind its deadline.
        inside: Its numbers.
    """
    whole = mask[slice(*clause)]
    if re.search(_FACT, whole):
        return []
    is_paid = re.search(_EACH, whole) or (re.search(_NO_TARGET, whole) and not re.search(_PAYS, whole))
    found = [
        each
        for each in inside
        if not ((is_paid and _is_money(each)) or _is_given(mask, each, clause) or _is_of_noun(mask, each, clause))
    ]
    if not found:
        return list(statements(text, mask, clause))
    if shared := _distributed(mask, clause, found):
        return shared
    listed = _listed(mask, clause, found)
    behind = listed[-1].tail
    return [*listed, *(statements(text, mask, behind) if re.match("[、并且]", mask[slice(*behind)]) else ())]


def _is_money(phrase: Phrase) -> bool:
    return phrase.quantity is not None and phrase.quantity.unit.endswith(("元", "%", "百分点"))


def _is_given(mask: str, phrase: Phrase, clause: Span) -> bool:
    """Whether a number says how often something is done, or only names what is there: 依托12个平台, 用于."""
    head, tail = mask[clause[0] : phrase.told[0]], mask[phrase.told[1] : clause[1]]
    if done_to(head, tail):
        return False
    if _NAMED.search(head[-_NEAR:]) or _RATE.search(head[-_NEAR:]) or (_SUBJECT.match(head) and tail.startswith("的")):
        return True
    return tail.startswith("用于") or (bool(tail and _GIVEN.match(head)) and not creates(head))


def _is_of_noun(mask: str, phrase: Phrase, clause: Span) -> bool:
    """Whether a number is a part of the noun behind it: 50万人以上城市, 31个行业培训全覆盖."""
    head, behind, tail = mask[clause[0] : phrase.told[0]], mask[slice(*phrase.told)], mask[phrase.told[1] : clause[1]]
    unit = phrase.quantity.unit if phrase.quantity else ""
    if behind.endswith("以上") and _SETTLED.match(unit + tail):
        return True
    last = head.rpartition("、")[2]
    if is_without_noun(last) and (_OF_ALL.fullmatch(tail) or (not last and tail and _TIME.search(unit))):
        return True
    if tail and (_NAMED_BY.search(head) or (head.endswith("年产") and _CAPACITY.match(tail))):
        return True
    if tail and behind.endswith(("以上", "以下")) and _SIZED.search(unit):
        return not re.search("[、并且]|的?目标", tail[:2]) and not re.search("建成|新建|改建|培训|完成|招|引", head)
    has_noun = head not in {"", "在", "于"} and not is_without_noun(head)
    if has_noun:
        is_name = tail.startswith("的") or (_TIME.search(unit) and _HOLIDAY.match(tail))
        return bool(is_name) and not re.match("的(?:目标|要求|任务|水平)", tail)
    return bool(_TIME.search(unit)) and behind.endswith("内")


def _distributed(mask: str, body: Span, found: list[Phrase]) -> list[Phrase]:
    """`高新技术企业和科技型企业分别达到280家、1560家`: as many subjects as numbers, or else none known."""
    at = mask.rfind("分别", body[0], found[0].told[0])
    gaps = (mask[one.told[1] : two.told[0]] for one, two in pairwise(found))
    if at < 0 or len(found) == 1 or not all(re.fullmatch("[、和与及]|以及", gap) for gap in gaps):
        return []
    subjects = tuple(_members(mask, (body[0], at)))
    verb = (at, found[0].told[0])
    known = subjects if len(subjects) == len(found) else ()
    return [
        each._replace(head=(body[0], at), subjects=known, turn=turn, turns=len(found), verb=verb)
        for turn, each in enumerate(found)
    ]


def _members(mask: str, span: Span) -> Iterator[Span]:
    start = span[0]
    for found in _MEMBER.finditer(mask, *span):
        yield start, found.start()
        start = found.end()
    yield start, span[1]


def members(mask: str, span: Span) -> tuple[Span, ...]:
    """The members of a list of nouns."""
    return tuple(_members(mask, span))


def _listed(mask: str, body: Span, found: list[Phrase]) -> list[Phrase]:
    """Each number with its own part of a list; one that only describes another's noun goes into its head or tail."""
    made: list[Phrase] = []
    start, position = body[0], 0
    while position < len(found):
        each = found[position]
        position += 1
        comes_first = is_without_noun(mask[start : each.told[0]])
        end, after = body[1], body[1]
        while position < len(found):
            if cut := _cut(mask, (each.told[1], found[position].told[0]), comes_first=comes_first):
                end, after = cut
                break
            if not comes_first or _is_size(mask, start, each):
                comes_first = False
                each = found[position]
            position += 1
        made.append(each._replace(head=(start, each.told[0]), tail=(each.told[1], end)))
        start = after
    return made


def _is_size(mask: str, start: int, phrase: Phrase) -> bool:
    """Whether a number that comes first says how large a thing is, rather than how many: 20户以上自然村."""
    unit = phrase.quantity.unit if phrase.quantity else ""
    is_bound = phrase.told[0] == start and mask[slice(*phrase.told)].endswith(("以上", "以下"))
    return bool(_SIZED.search(unit)) or (is_bound and not unit.endswith("%"))


def _cut(mask: str, gap: Span, *, comes_first: bool) -> Span | None:
    """Where between two numbers one member of a list ends and the next begins; None where both are of one."""
    joins = [found.span() for found in _JOIN.finditer(mask, *gap)]
    strong = [span for span in joins if mask[span[0]] in "、并"]
    if not joins:
        return None
    if not comes_first and joins[0][0] == gap[0]:
        return joins[0]
    return (strong or joins)[-1 if comes_first else 0]
