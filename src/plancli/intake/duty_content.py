"""What a bracket or a clause says of duties: who has which role, and by when.

Labels (牵头单位：…；责任单位：…) may stand in one, and words behind the units (…牵头，…配合，…按职责分工负责).
What is neither is told as `left-over`.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Literal, NamedTuple

from plancli.intake.role_words import LEADING, RESPONSIBLE, SUPPORTING
from plancli.intake.unit_names import has_level, looks_like_unit
from plancli.intake.units import read_units
from plancli.prose.deadlines import deadlines

Role = Literal["lead", "responsible", "support", "leader"]

_WHO = "(?:单位|部门|处室|科室|股室)?"
_COLON = "[ \t]*(?:[：:∶︰]|(?<=[单位部门])[为是](?=[省市区县州各])|[】］〕][ \t]*[：:]?)"
LABEL = re.compile(
    f"(?<![\u4e00-\u9fff])[【［〔]?(?:(?P<lead>(?:[省市区县]级)?(?:{LEADING}){_WHO}){_COLON}"
    f"|(?P<support>(?:[省市区县]级)?(?:{SUPPORTING}){_WHO}){_COLON}"
    f"|(?P<responsible>(?:[省市区县]级)?(?:{RESPONSIBLE})(?:主体|分工|{_WHO})){_COLON}"
    f"|(?P<leader>(?:责任|牵头|分管|包案|督办|联系|包保)(?:[省市区县]?领导)|(?:责任|负责)人){_COLON}"
    f"|(?P<due>(?:计划|整改|办理|销号)?(?:完成|办结|整改)?(?:时限|期限|时间节点|时间|时间要求|时限要求)|时间进度){_COLON}"
    f"|(?P<other>[\u4e00-\u9fff]{{2,6}}){_COLON})"
)
_BY_DUTY = (
    "(?:按照?|根据|依据|依)(?:各自)?(?:工作)?(?:职责|职能)(?:职责|和?分工)?(?:抓好|做好)?"
    "(?:分别|共同)?(?:负责|落实|推进|实施)?"
)
_MARKER = re.compile(
    "(?P<lead>(?<!的)[为是](?:总?牵头|主责)(?:单位|部门)|(?:共同|联合|总|分别|分头|各自|负责)?牵头(?:(?:抓|组织|统筹|负责|落实|实施|推进)(?:总|负责|实施|落实)?)?|主办|主责)"
    "|(?P<support>[为是](?:配合|协办|参与)(?:单位|部门)"
    "|(?:按照?(?:各自)?(?:工作)?(?:职责|职能)(?:分工)?)?(?:做好)?(?:参与|参加|协助|协同|协办|予以|协作|支持)?配合(?:落实|实施|推进|做好[^，。；]{0,8}工作|做好)?"
    "|参与(?:落实|实施)?|参加|协助|协同|协办|会办)"
    f"|(?P<responsible>{_BY_DUTY}|(?:分别|共同|具体|总)?负责(?:落实|实施)?|(?:组织|具体|共同)?实施|[为是](?:责任|承办|落实)(?:单位|部门)|(?:结合|根据)实际(?:抓好)?落实)"
)
_ENDS = re.compile(r"\s*(?:[，,；;。]|$)")
TRIM = " \t\r\n\u3000，,；;。、"
_BY = re.compile(
    r"^(?:(?:以上|上述)(?:各项|所有|全部)?(?:任务|工作|事项|内容|举措|措施)?(?:均|都)?[，,]?(?=由))?(?:由|请)\s*"
)
_JOINTLY = re.compile("会同|(?<=[局委办厅部院行会])商(?!务)")
_NO_YEAR_DUE = re.compile(
    "(?:1[0-2]|[1-9])月(?:底|末|份|[1-3]?[0-9]日)?(?:以?前|完成)|持续(?:推进|开展)|长期(?:坚持|推进)?|常态化(?:推进)?|年底前"
)
LEGEND = re.compile(
    "[，,；;]\\s*(?:其中)?(?:排|列)?(?:名)?(?:在)?(?:第一|首位|前列)[^，,；;]{0,8}[为是系](?:总?牵头|主责)(?:单位|部门)?[。]?(?:[，,；;]\\s*下同)?$"
    "|[，,；;]\\s*下同$"
)
"""What is said of all brackets that follow: …，列第一位的为牵头单位，下同."""
_ALL_BELOW = re.compile("(?:^|[，,；;。])\\s*以下(?:各项|所有)?(?:任务|工作|举措|措施)?均[^：:]{0,60}$")
_SOME = re.compile("(?:沿线|所在地?|属地|涉及|其他|其它|市域|全[省市区县])?(?:各|有关|相关)")


class Share(NamedTuple):
    """Who has a role.

    Attributes:
        role: Which; as the document's words have it.
        label: The words: 牵头单位, 配合, 按职责分工负责.
        text: The units as written, to be read as a cell of units; what closes them stands with them.
    """

    role: Role
    label: str
    text: str


class Duties(NamedTuple):
    """Duties in a text.

    Attributes:
        start: Where the bracket or the clause begins, in characters.
        end: Where it ends.
        shares: Who has which role, in order.
        due: The deadline in it, as written; empty without one.
        unsure: Why a person should look.
    """

    start: int
    end: int
    shares: tuple[Share, ...]
    due: str = ""
    unsure: tuple[str, ...] = ()


def read_content(content: str, *, is_bare: bool) -> Duties | None:
    """What a bracket or a clause says, its place left out; None where it gives no duty.

    Args:
        content: Its words, without the bracket.
        is_bare: Whether no bracket sets it off: then it says nothing else.
    """
    codes = dict[str, None]()
    if below := _ALL_BELOW.search(content):  # what is said of all that follows is for a person to apply
        content, codes = content[: below.start()], {"left-over": None}
    content = LEGEND.sub("", content)
    labels = list(LABEL.finditer(content))
    if all(label.lastgroup == "other" for label in labels):
        labels = []
    shares: list[Share] = []
    head = content[: labels[0].start()] if labels else content
    due, left = _read_clauses(head, shares, codes)
    if shares and are_units(left):  # 甲局牵头，乙局、丙局
        shares.append(Share("responsible", "", left))
        codes, left = {**codes, "no-role": None}, ""
    due = _read_labels(content, labels, shares, due, codes)
    if left:
        codes["left-over"] = None
    has_units = [has_unit(share.text) for share in shares if share.role != "leader"]
    if not shares and due and labels and not left:
        return Duties(0, 0, (), due, tuple(codes))
    if not shares or (not labels and not any(has_units)):
        return None
    if not all(has_units):
        codes["no-known-unit"] = None
    if is_bare and left:
        return None
    return Duties(0, 0, tuple(shares), due, tuple(codes))


def _read_labels(
    content: str, labels: list[re.Match[str]], shares: list[Share], due: str, codes: dict[str, None]
) -> str:
    """What stands behind labels: shares are added, what is left over is told; the deadline."""
    for label, behind in zip_longest(labels, labels[1:]):
        body = LEGEND.sub("", content[label.end() : behind.start() if behind else len(content)].strip(TRIM))
        kind = label.lastgroup or ""
        if kind == "due":
            due = _one_due(due, body, codes)
        elif kind not in _ROLES or not body:  # what no role is said of goes to none of the offices before it
            codes["left-over"] = None
        else:
            names, stop, more = body.partition("。")
            if more.strip(TRIM):  # a sentence behind the names is none of them
                codes["left-over"] = None
            rest, when = without_due(names if stop else body)
            due = _one_due(due, when, codes)
            shares.append(Share(_ROLES[kind], label.group().strip("：:∶︰【】［］〔〕为是 \t"), rest))
    return due


_ROLES: dict[str, Role] = {"lead": "lead", "responsible": "responsible", "support": "support", "leader": "leader"}


def _read_clauses(head: str, shares: list[Share], codes: dict[str, None]) -> tuple[str, str]:
    """The roles that words behind the units give; added to the shares.

    Returns:
        The deadline, and what is neither.
    """
    at, due = 0, ""
    for found in _MARKER.finditer(head):
        if not _closes(head, found):
            continue
        names, when = without_due(_BY.sub("", head[at : found.start()].strip(TRIM)))
        due, at = _one_due(due, when, codes), found.end()
        kind = _ROLES[found.lastgroup or ""]
        others, comma, helper = names.rpartition("，")
        if kind == "support" and not shares and comma and all(map(are_units, (others, helper))):  # 甲局，乙局配合
            codes["no-role"] = None
            shares.append(Share("responsible", "", others))
            names = helper
        joint = [each.strip(TRIM) for each in _JOINTLY.split(names) if each.strip(TRIM)]
        if len(joint) > 1 and all(map(has_unit, joint)):
            codes["named-jointly"] = None
            shares.append(Share("lead", "会同", joint[0]))
            shares += [Share("responsible", found.group(), each) for each in joint[1:]]
        elif names:
            is_noun = found.group()[0] in "为是"  # 为责任单位
            text = names + found.group() if kind == "responsible" and not is_noun else names
            shares.append(Share(kind, found.group().lstrip("为是"), text))
    rest, when = without_due(head[at:].strip(TRIM))
    return _one_due(due, when, codes), rest


def _one_due(before: str, now: str, codes: dict[str, None]) -> str:
    """The deadline of two that were read, the first one; a second is told of."""
    if before and now and before != now:
        codes["several-dues"] = None
    return before or now


def _closes(head: str, found: re.Match[str]) -> bool:
    """Whether a word of a role ends its clause, or the units of the next role follow: X牵头Y配合."""
    return _ENDS.match(head, found.end()) is not None or has_level(head[found.end() :].lstrip("，, 、"))


def without_due(text: str) -> tuple[str, str]:
    """A text without the deadline at its beginning or end, and the deadline as written."""
    for at, clause in _clauses(text):
        if deadlines(clause) or _NO_YEAR_DUE.search(clause):
            if has_unit(clause):
                continue
            return (text[:at] + text[at + len(clause) :]).strip(TRIM), clause.strip(TRIM)
    return text, ""


def _clauses(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found.group()) for found in re.finditer("[^，,；;。]+", text)]


def is_role(clause: str, *, goes_on: bool = False) -> bool:
    """Whether a clause is units with the role they have.

    Args:
        clause: The clause.
        goes_on: Whether it stands behind one that is: then its names need only end like an office's.
    """
    at = 0
    are = all_look_like_units if goes_on else are_units
    for found in _MARKER.finditer(clause):
        names = _BY.sub("", clause[at : found.start()].strip(TRIM))
        if names and not all(map(are, _JOINTLY.split(names))):
            return False
        at = found.end()
    return at > 0 and not clause[at:].strip(TRIM)


def are_units(text: str) -> bool:
    """Whether every name of a text is an office's beyond doubt; of several one is, and all end like one."""
    units = read_units(text).units
    return any(_is_office(each.name) for each in units) and all(looks_like_unit(each.name) for each in units)


def all_look_like_units(text: str) -> bool:
    """Whether every name of a text ends like an office's, whatever it begins with: 教育局、人才办."""
    units = read_units(text).units
    return bool(units) and all(looks_like_unit(each.name) for each in units)


def _is_office(name: str) -> bool:
    return looks_like_unit(name) and (has_level(name) or _SOME.match(name) is not None)


def has_unit(text: str) -> bool:
    """Whether any name of a text ends like an office's."""
    return any(looks_like_unit(each.name) for each in read_units(text).units)
