"""What the heading of a column means, in any wording.

A heading that nobody can be sure of has a code: `unknown-column`, `blank-heading`, `several-keys` (责任单位及完成时限),
`several-roles` (牵头及配合单位), `with-people` (责任单位及责任人), `roles-in-brackets`, `broad-heading` (部门),
`start-and-end`, `person-or-post`, `no-year`, `bare-year`, `title-or-section` (重点任务 beside 具体举措),
`another-leader` (责任人 beside 责任领导), `another-support`, `scattered` (类型, which says of each row what it is).

To add a wording: put it into the line of its key in `_WORDINGS`. The first line that fits decides; the third field is
the code of a doubt. What two columns mean beside one another is in `columns_together`; a text file whose cells are
lines knows headings by `formats.stacked_lines.HEADS`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.legends import mark_that_leads, says_first_leads
from plancli.intake.role_words import LEADING, RESPONSIBLE, SUPPORTING
from plancli.model.header import ROLES
from plancli.prose.characters import narrow

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = Literal[
    "number",
    "section",
    "title",
    "text",
    "lead",
    "responsible",
    "support",
    "duties",
    "due",
    "leader",
    "milestones",
    "target",
    "notes",
    "spanned",
]

OFFICE_KEYS: frozenset[str] = frozenset({*ROLES, "duties"})
"""What the columns of offices hold: a role each, or all of them."""

_WHOSE = "(?:中央|国家|省|市|区|县|州|局|本|各)?[级直属]?(?:相关|有关|主要|具体)?"
_WHO = "(?:责任)?(?:单位|部门|机构|处室|科室|主体|委办局)(?:/(?:单位|部门|机构))?(?:名称|名单)?"
_YEAR = "(?P<year>20[0-9]{2})年?度?"

_WORDINGS: tuple[tuple[Key, str, str], ...] = (
    ("number", "(?:任务|项目|事项|工作|清单)?(?:序号|编号|顺序)|序|no\\.?|№", ""),
    ("duties", "(?:责任|任务|职责|工作)?分工|职责|分工(?:情况|安排)|责任落实", "several-roles"),
    (
        "lead",
        f"{_WHOSE}(?:{LEADING})(?:{_WHO}|人?单位)?|{_WHOSE}牵头方",
        "",
    ),
    ("support", f"{_WHOSE}(?:{SUPPORTING})(?:{_WHO})?", ""),
    (
        "responsible",
        (
            f"(?:整改|任务|工作|项目|措施)?{_WHOSE}(?:{RESPONSIBLE}|责任落实|推进|完成){_WHO}|责任方"
            "|责任(?:乡镇|镇街|街镇|街道|县区|区县|地区|属地|科室)"
        ),
        "",
    ),
    (
        "responsible",
        (
            f"{_WHOSE}(?:部门|单位名称)|(?:行业|业务)?(?:主管|监管)(?:单位|部门)"
            "|(?:项目|建设|工程)?(?:业主|建设|法人|申报|实施)(?:单位|主体)?"
        ),
        "broad-heading",
    ),
    (
        "due",
        (
            "(?:计划|预计|拟|任务|工作|目标|要求|全部|最终)?(?:完成|办结|办理|推进|落实|整改|实施|截止|决策|出台|印发|提请?审议|提交|交付|竣工|建成|投用|验收|销号)?(?:时限|期限|时间|时间节点|日期|时点|截止|时间要求"
            "|时限要求|期限要求|时间安排|时间期限)|节点时间|时间节点要求"
        ),
        "",
    ),
    (
        "due",
        "(?:工作|实施|计划|建设)?(?:起止|实施)(?:时间|年限|年月|日期)|建设(?:年限|工期|期限)|(?:实施|建设|工作|项目)周期",
        "start-and-end",
    ),
    (
        "leader",
        f"{_WHOSE}(?:责任|牵头|分管|联系|包抓|挂帅|主管|挂联|负责|总牵头|包联|督导)?(?:{_WHOSE}|[院校行厂])领导",
        "",
    ),
    (
        "leader",
        f"{_WHOSE}(?:第一|直接|牵头|具体|整改|落实|工作|项目)?(?:责任人|负责人|负责同志|责任同志)",
        "person-or-post",
    ),
    (
        "milestones",
        (
            "里程碑|(?:阶段|阶段性|节点|分阶段)(?:目标|任务|成果|安排|工作)|(?:工作|推进|实施|时间|年度|计划)?进度(?:安排|计划|要求|目标)?|关键节点"
            "|(?:推进|工作|实施)(?:计划|步骤|安排)|重要节点|重点节点"
            "|(?:20[0-9]{2}年)?(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9])月[底末份]?)"
            "(?:工作|推进|计划|形象)?(?:目标|任务|进度|计划|安排|进展|工作)?"
        ),
        "",
    ),
    (
        "target",
        f"(?:到)?{_YEAR}[底末]?(?:的)?(?:工作|预期|计划|发展|年度|主要|阶段|建设|投资|推进)?(?:目标|目标值|目标要求|预期值|指标值|任务目标)",
        "",
    ),
    ("target", f"(?:目标|目标值|预期目标|工作目标|年度目标)\\(?{_YEAR}\\)?", ""),
    ("target", f"(?:到)?{_YEAR}[底末]?", "bare-year"),
    (
        "target",
        "(?:工作|预期|年度|全年|总体|量化|绩效|主要|发展|任务|阶段|整改)?(?:目标|目标值|目标要求|指标值|量化指标|目标指标|预期成果|预期成效|预期效果|工作成效)",
        "no-year",
    ),
    (
        "section",
        "(?:任务|工作|重点|所属|项目|改革|专项|业务|行业|指标|整治|建设|目标)?(?:类别|分类|大类|领域|板块|模块|类型|方向)|方面|[一二三]级任务|[一二三]级指标|专项|专项行动|行动|行动名称|工程名称|(?:所属)?(?:章节|部分)",
        "",
    ),
    (
        "title",
        (
            "[\u4e00-\u9fff]{0,8}(?:任务|项目|工作|事项|举措|措施|工程|清单)(?:名称|标题|事项名称)|标题|名称|任务要点|事项"
            "|(?:民生)?实事(?:项目|事项|名称)|民生(?:项目|事项|实事)"
        ),
        "",
    ),
    ("title", "(?:重点|重大)?(?:项目|工程|工程项目)", "title-or-section"),
    (
        "title",
        "(?:督察|督查|巡察|巡视|审计|检查|环保)?(?:反馈|存在|主要|突出|具体|整改)?的?问题(?:描述|表现|清单|事项|内容)?",
        "title-or-section",
    ),
    (
        "text",
        (
            "(?:具体|主要|重点|工作|任务|建设|目标|全年|实施|落实|推进|改革|整改|事项|年度|项目|建议|提案|会议|议定|督查|督办|交办|办理|决策|20[0-9]{2}年?)*(?:工作|任务)?(?:内容|举措|措施|路径|要求|事项|任务|工作|要点"
            "|描述|做法|细化措施|任务清单)(?:及说明|及规模)?|建设规模及内容|任务分解|工作分解"
        ),
        "",
    ),
    ("notes", "备注|说明|备注说明|注|附注", ""),
)
_PART_OF_YEAR = re.compile("第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9])月[底末份]?")

_PATTERNS = tuple((key, re.compile(pattern, re.IGNORECASE), code) for key, pattern, code in _WORDINGS)

_ROLE = re.compile("牵头|责任|配合|主责|协办")
_JOINER = re.compile(r"[、/和及与,，]|以及")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕")
_WITH_TEXT = frozenset({"text", "target", "milestones"})
"""What a column of texts may say besides, as texts do."""
WITH_PEOPLE = "with-people"
"""Why a column of offices is unsure that has people, too: 责任单位及责任人."""
LONGEST_HEADING = 60
"""Characters of a heading, beyond which it is none."""


class Column(NamedTuple):
    """What a column holds.

    Attributes:
        heading: Its heading as written; of two rows, the lower one's.
        key: What it holds; `notes` also where nobody can say, `spanned` where it only continues the one to the left.
        year: The year of a target.
        over: The heading that spans it and others.
        unsure: Why a person should look.
    """

    heading: str
    key: Key
    year: int | None = None
    over: str = ""
    unsure: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nothing about it is unsure."""
        return not self.unsure


def read_heading(text: str, given: Mapping[str, Key] | None = None) -> Column:
    """What a column holds, by its heading.

    Args:
        text: The heading as it stands.
        given: What a person says that headings mean; spaces do not count.
    """
    solid = "".join(text.split())
    plain = narrow(solid).strip("*:").replace("．", ".")
    for heading, key in (given or {}).items():
        if "".join(heading.split()) == solid:
            found = re.search("20[0-9]{2}", plain) if key == "target" else None
            return Column(text, key, int(found.group()) if found else None)
    if not plain or len(plain) > LONGEST_HEADING:
        return Column(text, "notes", unsure=("unknown-column" if plain else "blank-heading",))
    return _by_wording(plain)._replace(heading=text)


@lru_cache(maxsize=1024)  # the same few are asked for again and again where tasks are cards
def _by_wording(plain: str) -> Column:
    meaning = _meaning(plain) or _meaning_outside(plain) or _meaning_of_two_languages(plain)
    key, year, code = meaning or _meaning_of_several(plain)
    inside = (
        []
        if says_first_leads(plain) or mark_that_leads(plain)
        else [each for each in _insides(plain) if _ROLE.search(each)]
    )
    codes = (*((code,) if code else ()), *(("roles-in-brackets",) if inside else ()))
    return Column(plain, key, year, unsure=codes)


def time_of(heading: str) -> str:
    """By when the steps of a column are to be done, by its headings: 一季度, 2026年; empty where they do not say it.

    Args:
        heading: The heading, behind that which spans it and others: 2026年工作节点一季度.
    """
    plain = narrow("".join(heading.split()))
    year = re.search("20[0-9]{2}年", plain)
    parts = _PART_OF_YEAR.findall(plain)
    return (year.group() if year else "") + (parts[-1] if parts else "")


def _insides(plain: str) -> list[str]:
    return ["".join(found.groups("")) for found in _BRACKETS.finditer(plain)]


_Meaning = tuple[Key, int | None, str]


def _meaning(plain: str) -> _Meaning | None:
    """What a heading means by its wording alone."""
    for key, pattern, code in _PATTERNS:
        if found := pattern.fullmatch(plain):
            return key, int(found["year"]) if "year" in pattern.groupindex else None, code
    return None


def _meaning_outside(plain: str) -> _Meaning | None:
    """What it means without what stands in brackets."""
    bare = _BRACKETS.sub("", plain).strip("*:")
    return _meaning(bare) if bare and bare != plain else None


def _meaning_of_two_languages(plain: str) -> _Meaning | None:
    """What it means without its translation: Lead 牵头单位."""
    chinese = re.sub("[a-z.&/]", "", plain, flags=re.IGNORECASE)
    return _meaning(chinese) if chinese and chinese != plain else None


def _meaning_of_several(plain: str) -> _Meaning:
    """What it means where it names two things: both the same, or two roles, or what one column cannot be."""
    parts = [part for part in _JOINER.split(_BRACKETS.sub("", plain)) if part]
    keys = [_meaning(part) or _meaning(part + "单位") for part in parts]
    found = {each[0] for each in keys if each}
    if len(parts) > 1 and all(keys) and len(found) == 1:
        return found.pop(), None, ""
    if found and found <= set(ROLES) and all(keys):
        return "duties", None, "several-roles"
    if len(found) > 1 and all(keys) and len(roles := found - {"leader"}) == 1 and roles <= set(ROLES):
        return roles.pop(), None, WITH_PEOPLE
    if found == {"text"} or ("text" in found and found <= _WITH_TEXT and all(keys)):  # 指标及任务, 主要内容及目标
        return "text", None, "several-keys"
    return "notes", None, "several-keys" if len(found) > 1 else "unknown-column"
