"""Duties in running text: （牵头单位：…；责任单位：…）, （市科技局、市财政局按职责分工负责）, X牵头，Y配合.

A bracket that gives no duty is left alone: （试行）, （EOD）, （2025—2027年）. What was unsure has a code: `left-over`
(words in the bracket that are neither), `no-known-unit` (a role whose words do not end like an office's name),
`no-role` (a bracket of units that does not say what they do), `inside-sentence` (the sentence says more),
`named-jointly` (会同), `several-dues` (only the first is read), `unpaired-bracket`.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.unit_names import has_level, looks_like_unit
from plancli.intake.units import read_units
from plancli.prose.deadlines import deadlines
from plancli.prose.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = Literal["lead", "responsible", "support", "leader"]

_WHO = "(?:单位|部门|处室|科室|股室)?"
_COLON = "[ \t]*[：:]"
_LABEL = re.compile(
    f"(?<![\u4e00-\u9fff])(?:(?P<lead>(?:[省市区县]级)?(?:总?牵头|主责|主办|主要责任|第一责任|牵头责任|牵头负责){_WHO}){_COLON}"
    f"|(?P<support>(?:[省市区县]级)?(?:配合|协办|参与|参加|协同|协作|支持){_WHO}){_COLON}"
    f"|(?P<responsible>(?:[省市区县]级)?(?:责任|负责|落实|承办|实施|承担)(?:主体|分工|{_WHO})){_COLON}"
    f"|(?P<leader>(?:责任|牵头|分管|包案|督办|联系|包保)(?:[省市区县]?领导)|(?:责任|负责)人){_COLON}"
    f"|(?P<due>(?:计划|整改|办理|销号)?(?:完成|办结|整改)?(?:时限|期限|时间节点|时间|时间要求|时限要求)|时间进度){_COLON}"
    f"|(?P<other>[\u4e00-\u9fff]{{2,6}}){_COLON})"
)
_BY_DUTY = (
    "(?:按照?|根据|依据|依)(?:各自)?(?:工作)?(?:职责|职能)(?:职责|和?分工)?(?:抓好|做好)?"
    "(?:分别|共同)?(?:负责|落实|推进|实施|配合)?"
)
_MARKER = re.compile(
    "(?P<lead>(?:共同|联合|总)?牵头(?:(?:抓|组织|统筹|负责|落实|实施|推进)(?:总|负责|实施|落实)?)?)"
    "|(?P<support>(?:参与|参加|协助|协同|协办|予以|协作|支持)?配合(?:落实|实施|推进)?"
    "|参与(?:落实|实施)?|参加|协助|协同|协办)"
    f"|(?P<responsible>{_BY_DUTY}|(?:分别|共同|具体)?负责(?:落实|实施)?|(?:结合|根据)实际(?:抓好)?落实)"
)
_ENDS = re.compile(r"\s*(?:[，,；;。]|$)")
_OPENING, _CLOSING = "（(［[【〔", "）)］]】〕"
_TRIM = " \t\r\n\u3000，,；;。、"
_BY = re.compile(r"^(?:由|请)\s*")
_JOINTLY = re.compile("会同|商")
_PARAGRAPH_END = re.compile(r"[。；;]?[ \t\u3000]*(?:\n|$)")
_NO_YEAR_DUE = re.compile(
    "(?:1[0-2]|[1-9])月(?:底|末|份|[1-3]?[0-9]日)?(?:以?前|完成)|持续(?:推进|开展)|长期(?:坚持|推进)?|常态化(?:推进)?|年底前"
)
_SOME = re.compile("各|有关|相关")
_LONGEST = 1500
"""Characters in a bracket, or a sentence, beyond which it is none of duties."""


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


def read_duties(text: str) -> tuple[Duties, ...]:
    """The duties that a text gives, in order; they do not overlap."""
    found = list(_in_brackets(text))
    spans = [(each.start, each.end) for each in found]
    found += _outside(text, spans)
    return tuple(sorted(found))


def _in_brackets(text: str) -> Iterator[Duties]:
    """Those in outermost brackets."""
    going: list[int] = []
    for at, char in enumerate(text):
        if char in _OPENING:
            going.append(at)
        elif char in _CLOSING and going:
            start = going.pop()
            if not going and at - start <= _LONGEST and (read := _read(text[start + 1 : at], is_bare=False)):
                yield read._replace(start=start, end=at + 1)
            elif not going and _PARAGRAPH_END.match(text, at + 1) and _is_list(text, start, at):
                shares = (Share("responsible", "", text[start + 1 : at].strip(_TRIM)),)
                yield Duties(start, at + 1, shares, unsure=("no-role",))
    if going and (read := _read(text[going[0] + 1 : going[0] + _LONGEST].partition("\n")[0], is_bare=False)):
        end = going[0] + 1 + len(text[going[0] + 1 : going[0] + _LONGEST].partition("\n")[0])
        yield read._replace(start=going[0], end=end, unsure=(*read.unsure, "unpaired-bracket"))


def _is_list(text: str, start: int, end: int) -> bool:
    """Whether a bracket at a paragraph's end holds units and nothing else, and is no unit's other name."""
    if end - start > _LONGEST or text[max(start - 1, 0) : start] not in {"。", "；", "\n", "", ";"}:
        return False
    return _are_units(text[start + 1 : end])


def _are_units(text: str) -> bool:
    """Whether every name of a text is an office's beyond doubt."""
    units = read_units(text).units
    return bool(units) and all(_is_office(each.name) for each in units)


def _is_office(name: str) -> bool:
    return looks_like_unit(name) and (has_level(name) or _SOME.match(name) is not None)


def _has_unit(text: str) -> bool:
    return any(looks_like_unit(each.name) for each in read_units(text).units)


def _outside(text: str, spans: list[tuple[int, int]]) -> Iterator[Duties]:
    """Those outside brackets: a line with labels, and clauses such as 由X牵头，Y配合."""
    for start, end in _between(text, spans):
        done = start
        for line in re.finditer(r"[^\n]+", text[start:end]):
            label = _label_at_clause(line.group())
            begin = start + line.start() + (label if label is not None else len(line.group()))
            yield from _in_sentences(text, max(done, start + line.start()), begin)
            until = min(start + line.end(), begin + _LONGEST)
            if label is not None and (read := _read(text[begin:until], is_bare=False)):
                yield read._replace(start=begin, end=begin + len(text[begin:until].rstrip()))
            done = start + line.end()


def _between(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        yield at, start
        at = end


def _label_at_clause(line: str) -> int | None:
    """Where in a line the first label stands that begins a sentence."""
    for found in _LABEL.finditer(line):
        if found.lastgroup == "other":
            continue
        before = line[max(found.start() - 8, 0) : found.start()].rstrip(" \t\u3000")[-1:]
        if before in {"", "。", "；", ";", "★", "※", "◆", "●", "-"}:
            return found.start()
    return None


def _in_sentences(text: str, start: int, end: int) -> Iterator[Duties]:
    """Clauses that say who leads, where all their words but the role are units."""
    if "牵头" not in text[start:end]:
        return
    for sentence in sentences(text[start:end]):
        if "牵头" not in sentence.text or len(sentence.text) > _LONGEST:
            continue
        for at, until in _runs(sentence.text):
            if read := _read(sentence.text[at:until], is_bare=True):
                begin = start + sentence.start
                is_all = not sentence.text[:at].strip(_TRIM) and not sentence.text[until:].strip(_TRIM)
                codes = read.unsure if is_all else (*read.unsure, "inside-sentence")
                yield read._replace(start=begin + at, end=begin + until, unsure=codes)


def _runs(sentence: str) -> Iterator[tuple[int, int]]:
    """Clauses next to one another that are a role's and nothing else."""
    run: tuple[int, int] | None = None
    for clause in re.finditer("[^，,；;。：:]+", sentence):
        if _is_role(clause.group()):
            run = (run[0] if run else clause.start(), clause.end())
        elif run:
            yield run
            run = None
    if run:
        yield run


def _is_role(clause: str) -> bool:
    """Whether a clause is units with the role they have."""
    at = 0
    for found in _MARKER.finditer(clause):
        names = _BY.sub("", clause[at : found.start()].strip(_TRIM))
        if names and not all(map(_are_units, _JOINTLY.split(names))):
            return False
        at = found.end()
    return at > 0 and not clause[at:].strip(_TRIM)


def _read(content: str, *, is_bare: bool) -> Duties | None:
    """What a bracket or a clause says; None where it gives no duty."""
    labels = list(_LABEL.finditer(content))
    if all(label.lastgroup == "other" for label in labels):
        labels = []
    shares: list[Share] = []
    codes = dict[str, None]()
    head = content[: labels[0].start()] if labels else content
    due, left = _read_clauses(head, shares, codes)
    due = _read_labels(content, labels, shares, due, codes)
    if left:
        codes["left-over"] = None
    has_units = [_has_unit(share.text) for share in shares if share.role != "leader"]
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
        body = content[label.end() : behind.start() if behind else len(content)].strip(_TRIM)
        kind = label.lastgroup or ""
        if kind == "due":
            due = _one_due(due, body, codes)
        elif kind not in _ROLES or not body:  # what no role is said of goes to none of the offices before it
            codes["left-over"] = None
        else:
            rest, when = _without_due(body)
            due = _one_due(due, when, codes)
            shares.append(Share(_ROLES[kind], label.group().rstrip("：: \t"), rest))
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
        names, when = _without_due(_BY.sub("", head[at : found.start()].strip(_TRIM)))
        due, at = _one_due(due, when, codes), found.end()
        kind = _ROLES[found.lastgroup or ""]
        joint = [each.strip(_TRIM) for each in _JOINTLY.split(names) if each.strip(_TRIM)]
        if len(joint) > 1 and all(map(_has_unit, joint)):
            codes["named-jointly"] = None
            shares.append(Share("lead", "会同", joint[0]))
            shares += [Share("responsible", found.group(), f"{each}") for each in joint[1:]]
        elif names:
            text = names + found.group() if kind == "responsible" else names
            shares.append(Share(kind, found.group(), text))
    rest, when = _without_due(head[at:].strip(_TRIM))
    return _one_due(due, when, codes), rest


def _one_due(before: str, now: str, codes: dict[str, None]) -> str:
    """The deadline of two that were read, the first one; a second is told of."""
    if before and now and before != now:
        codes["several-dues"] = None
    return before or now


def _closes(head: str, found: re.Match[str]) -> bool:
    """Whether a word of a role ends its clause, or the units of the next role follow: X牵头Y配合."""
    return _ENDS.match(head, found.end()) is not None or has_level(head[found.end() :].lstrip("，, 、"))


def _without_due(text: str) -> tuple[str, str]:
    """A text without the deadline at its beginning or end, and the deadline as written."""
    for at, clause in _clauses(text):
        if deadlines(clause) or _NO_YEAR_DUE.search(clause):
            if _has_unit(clause):
                continue
            return (text[:at] + text[at + len(clause) :]).strip(_TRIM), clause.strip(_TRIM)
    return text, ""


def _clauses(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found.group()) for found in re.finditer("[^，,；;。]+", text)]
