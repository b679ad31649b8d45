"""What a cell of units says: who, limited to what, and the phrase that closes it.

Names are parted by marks, by lines and by spaces; what was unsure says so by a code:

- `prefix-carried`: 省 was taken over from the name before (省保密局、密码管理局)
- `prefix-missing`: it may have to be taken over, and was not
- `broken-name`: space or a line feed in the name was taken for the layout's
- `joined-by-and`: parted at 和, 及 or 与; `maybe-joined`: not parted there
- `alias-or-part`, `members-or-scope`, `bracket-unsure`: what the bracket is; `role-in-bracket`: it gives a role
- `maybe-several`: names may run together in it, or a number stands before it (市财政局市教育局, 市财政局/市教育局)
- `not-like-a-unit`: it does not end like an office's name
- of the cell: `and-others` (等), `duty-inside` (a closing phrase before the last name), `roles-inside` (牵头 and 配合
  in one cell), `unpaired-bracket`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.intake.unit_names import LEVELS, carried, has_level, is_functional, is_group, looks_like_unit

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

CellKind = Literal["units", "none", "blank"]
PieceKind = Literal["name", "bracket", "separator", "duty", "label", "none"]

_NONE = re.compile(r"[-—–―－─一_]{1,6}|[/\\]{1,3}|无|暂无|不涉及|無")
_OPENING, _CLOSING = "（([［【〔", "）)]］】〕"
_BRACKET = re.compile(r"[（(\[［【〔][^（(\[［【〔）)\]］】〕]*[）)\]］】〕]")
_SEPARATORS = frozenset("、，,；;|｜。")
_LABEL = re.compile(r"\s*(?:牵头|责任|配合|主责|协办|主办|承办|参与|参加|协同|落实)(?:单位|部门)?\s*[：:]\s*")

_WHICH = "(?:[省市区县州][级直属]?|[级直属]|各|有关|相关|多个?|[0-9]{1,3}个)"
_OTHERS = f"等(?:{_WHICH}{{0,3}}(?:部门|单位|成员单位|企业|区县|镇街|街道|机构)(?:和(?:单位|企业|区县|镇街|街道))?)?"
_DOES = (
    "(?:(?:分别|共同|各自|具体|抓好|做好|认真|组织|推进|相关|工作|分头|统筹){0,4}"
    "(?:负责|落实|实施|配合|参与|牵头|参加|协助|协同|推进))"
)
_BY = (
    "(?:按照?|根据|依据|依|结合|对照)(?:各自|工作|职责|职能|分工|任务|实际|情况|单位|部门|本|范围|领域|[和与、及]){1,6}"
)
_DUTY = re.compile(
    f"(?:{_OTHERS})?(?:{_BY}{_DOES}{{0,3}}(?:[抓做]好(?:相关|有关)?工作)?|{_DOES}{{1,3}})[。.]?$|{_OTHERS}[。.]?$"
)
_LONGEST_DUTY = 48
_LONGEST_NAME = 120
_MOST_WORDS = 24
"""Words that space parts, in a name; letter by letter, the longest names have as many."""
_ROLE = re.compile("牵头|配合|协助|参与|参加")

_LEVEL_WORDS = re.compile(
    "(?:自治区|自治[州县]|功能区|开发区|园区|新区|地区|林区|特区|街道|乡镇|[省市区县州盟旗乡镇])"
    "(?:[、/,，](?:自治区|自治[州县]|功能区|开发区|园区|新区|地区|林区|特区|街道|乡镇|[省市区县州盟旗乡镇]))*"
)
_SCOPE = re.compile(
    "(?:部分|方面|领域|工作|事项|项目|环节|业务|内容|任务|范围|以?内|[类段]|期间)$|^(?:负责|涉及|仅|限|除)"
)
_SAME_RANK = re.compile("(?:[局委办厅部]|办公室|委员会)$")
_ROLE_MARK = re.compile("(?:总?牵头|主责|配合|责任|主办|协办|参与)(?:单位|部门)?")
_AND = re.compile("以及|[及和与]")
_RUN_TOGETHER = re.compile(
    f"[局委办厅部府](?:{LEVELS})[^局委办厅部府]{{1,20}}[局委办厅部府]|[/\\\\+&:：]|^[0-9①-⑳]|[0-9][.．]"
)
"""What shows that a name may be several, or begin with a number: 市财政局市教育局, 市财政局/市教育局."""
_SHARED_OFFICE = re.compile(f"(?:{LEVELS})委")


class ReadUnit(NamedTuple):
    """A unit as a cell names it.

    Attributes:
        name: Its name, whole: with what it lacked, without what the layout put in.
        scope: What its bracket limits it to, or says that nobody can be sure of.
        written: As it stands in the cell.
        aliases: Its other name, in brackets: 省市场监管局（省知识产权局）.
        members: Who belongs to it, in brackets: 各街道（七星岗街道、解放碑街道）.
        unsure: Why a person should look.
    """

    name: str
    scope: str | None
    written: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


class Piece(NamedTuple):
    """A stretch of a cell's text, and what it was taken for."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class UnitCell:
    """What a cell of units says.

    Attributes:
        units: Who, in the cell's order.
        duty: The phrase that closes the cell, without a full stop: 按职责分工负责.
        kind: `none` where the cell says that there is nobody, `blank` where it says nothing.
        unsure: Why a person should look at the cell as a whole.
        pieces: The cell's whole text and what each stretch of it was taken for.
    """

    units: tuple[ReadUnit, ...]
    duty: str
    kind: CellKind
    unsure: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()


def read_units(text: str, known: Container[str] = ()) -> UnitCell:
    """What a cell of units says.

    Args:
        text: The cell's text.
        known: Names that are known to be units' as a whole.
    """
    bare = text.strip()
    if not bare:
        return UnitCell((), "", "blank", (), (Piece("separator", text),) if text else ())
    if _NONE.fullmatch(bare):
        return UnitCell((), "", "none", (), (Piece("none", text),))
    pairs, is_paired = _brackets(text)
    pieces = list(_pieces(text, pairs, known))
    units = _carry_over(_units(pieces, known), known)
    duty, codes = _duty(pieces)
    if not is_paired:
        codes = (*codes, "unpaired-bracket")
    return UnitCell(tuple(units), duty, "units", codes, tuple(pieces))


def account(cell: UnitCell) -> str:
    """The text of a cell put together again from what its stretches were taken for; nothing of it is lost."""
    return "".join(piece.text for piece in cell.pieces)


def _brackets(text: str) -> tuple[dict[int, int], bool]:
    """Where each outermost bracket closes, and whether every bracket does."""
    pairs: dict[int, int] = {}
    going: list[int] = []
    is_paired = True
    for at, char in enumerate(text):
        if char in _OPENING:
            going.append(at)
        elif char in _CLOSING and going:
            pairs[going.pop()] = at
        elif char in _CLOSING:
            is_paired = False
    return pairs, is_paired and not going


def _pieces(text: str, pairs: dict[int, int], known: Container[str]) -> Iterator[Piece]:
    """What the stretches of a text are, in order; together they are the text."""
    for start, end in _chunks(text, pairs):
        chunk = text[start:end]
        if chunk in _SEPARATORS or not chunk.strip():
            yield Piece("separator", chunk)
            continue
        if label := _LABEL.match(chunk):
            yield Piece("label", label.group())
        begin = start + (label.end() if label else 0)
        body, tail = _without_duty(text[begin:end], known)
        for at, until in _names(body, begin, pairs, known):
            yield Piece("separator" if _parts_names(text[at:until]) else "name", text[at:until])
        if tail:
            yield Piece("duty", tail)


def _parts_names(text: str) -> bool:
    return not text.strip() or _AND.fullmatch(text.strip()) is not None


def _chunks(text: str, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches between separators outside brackets, and the separators."""
    start = at = 0
    while at < len(text):
        if at in pairs:
            at = pairs[at]
        elif text[at] in _SEPARATORS:
            if start < at:
                yield start, at
            yield at, at + 1
            start = at + 1
        at += 1
    if start < len(text):
        yield start, len(text)


def _without_duty(chunk: str, known: Container[str]) -> tuple[str, str]:
    """A stretch without the phrase that closes it, and the phrase with the space before it."""
    if chunk.strip() in known:
        return chunk, ""
    solid = [at for at, char in enumerate(chunk) if not char.isspace()]
    tail = "".join(chunk[at] for at in solid[-_LONGEST_DUTY:])
    found = _DUTY.search(tail)
    if found is None:
        return chunk, ""
    at = solid[-len(tail) :][found.start()]
    body = chunk[:at].rstrip()
    return body, chunk[len(body) :]


def _names(body: str, offset: int, pairs: dict[int, int], known: Container[str]) -> Iterator[tuple[int, int]]:
    """Where the names in a stretch without separators lie, and in between the space and the words that part them."""
    done = 0
    for start, end in _groups(_words(body, offset, pairs), body, known):
        if done < start:
            yield offset + done, offset + start
        at = start
        for cut, until in _ands(body[start:end], known):
            yield offset + at, offset + start + cut
            yield offset + start + cut, offset + start + until
            at = start + until
        yield offset + at, offset + end
        done = end
    if done < len(body):
        yield offset + done, offset + len(body)


def _words(body: str, offset: int, pairs: dict[int, int]) -> list[tuple[int, int]]:
    """Where the words of a stretch lie that space parts; space in brackets parts none."""
    words: list[tuple[int, int]] = []
    at, start = 0, -1
    while at < len(body):
        if body[at].isspace():
            if start >= 0:
                words.append((start, at))
            start = -1
        else:
            start = at if start < 0 else start
            at = pairs.get(offset + at, offset + at) - offset
        at += 1
    return [*words, (start, len(body))] if start >= 0 else words


def _groups(words: list[tuple[int, int]], body: str, known: Container[str]) -> Iterator[tuple[int, int]]:
    """Words that make a name together."""
    at = 0
    while at < len(words):
        until = _known_until(words, at, body, known) or _name_until(words, at, body)
        yield words[at][0], words[until - 1][1]
        at = until


def _known_until(words: list[tuple[int, int]], at: int, body: str, known: Container[str]) -> int:
    """Behind how many words a known name ends, the longest one; 0 where none does."""
    longest, name = 0, ""
    for until in range(at, min(at + _MOST_WORDS, len(words))):
        name += body[slice(*words[until])]
        if _outside(name) in known:
            longest = until + 1
    return longest


def _name_until(words: list[tuple[int, int]], at: int, body: str) -> int:
    """Behind how many words a name ends that is an office's; a lone word may be any name."""
    name, until = body[slice(*words[at])], at + 1
    while until < len(words) and until < at + _MOST_WORDS:
        word = body[slice(*words[until])]
        if _is_whole(name) and not _goes_on(name, word, body, words[until]):
            break
        name, until = name + word, until + 1
    return until


def _is_whole(name: str) -> bool:
    bare = _outside(name)
    return looks_like_unit(bare) and not _SHARED_OFFICE.fullmatch(bare)


def _goes_on(name: str, word: str, body: str, span: tuple[int, int]) -> bool:
    """Whether a word goes on with a name that could end here: a bracket, or letters that stand apart (市 委 办)."""
    if word[0] in _OPENING:
        return True
    apart = len(word) == 1 and body[span[0] - 1] not in "\r\n" and body[span[0] - 2 : span[0] - 1] == name[-1]
    return apart and not re.match(LEVELS, word)


def _ands(name: str, known: Container[str]) -> Iterator[tuple[int, int]]:
    """Where 和, 及 and 与 stand between two offices, and not inside a name: 住房和城乡建设局."""
    if len(name) > _LONGEST_NAME or "".join(name.split()) in known:
        return
    start = 0
    for found in _AND.finditer(name):
        left, right = _outside(name[start : found.start()]), name[found.end() :].strip()
        if (
            (looks_like_unit(left) or not left)
            and (has_level(right) or is_group(right))
            and looks_like_unit(_outside(right))
        ):
            yield found.span()
            start = found.end()


def _outside(name: str) -> str:
    """A name without space and without what its brackets hold."""
    return "".join(_BRACKET.sub("", name).split())


def _units(pieces: list[Piece], known: Container[str]) -> Iterator[tuple[str, ReadUnit]]:
    """The units of a cell, each with what parts it from the one before."""
    before = ""
    for piece in pieces:
        if piece.kind != "name":
            before += piece.text
            continue
        unit = _unit(piece.text, known)
        codes = ("joined-by-and",) if _AND.fullmatch(before.strip()) else ()
        yield before, unit._replace(unsure=codes + unit.unsure)
        before = ""


def _unit(written: str, known: Container[str]) -> ReadUnit:
    """A unit from what was written, brackets and all."""
    solid = "".join(written.split())
    codes = () if solid in known or not _is_broken(written, known) else ("broken-name",)
    name, content, rest = _bracketed(solid)
    if content is None or solid in known or _LEVEL_WORDS.fullmatch(content):  # 各区（县）政府
        unit = ReadUnit(solid, None, written)
    elif not name or rest:
        unit = ReadUnit(solid, None, written, unsure=("bracket-unsure",))
    else:
        unit = _with_bracket(ReadUnit(name, None, written), content)
    if unit.name not in known and not looks_like_unit(_outside(unit.name)):
        codes = (*codes, "not-like-a-unit")
    elif unit.name not in known and _is_maybe_joined(unit.name):
        codes = (*codes, "maybe-joined")
    elif unit.name not in known and _RUN_TOGETHER.search(_outside(unit.name)):
        codes = (*codes, "maybe-several")
    return unit._replace(unsure=codes + unit.unsure)


def _is_broken(written: str, known: Container[str]) -> bool:
    """Whether space in a name, outside brackets, is more than what sets off Latin letters, or what a register tells."""
    bare = _BRACKET.sub("", written).strip()
    if _outside(bare) in known:
        return False
    return any(_parts(bare, found) for found in re.finditer(r"\s+", bare))


def _parts(text: str, space: re.Match[str]) -> bool:
    beside = text[space.start() - 1] + text[space.end()]
    return "\n" in space.group() or not any(char.isascii() and char.isalnum() for char in beside)


def _is_maybe_joined(name: str) -> bool:
    found = _AND.search(name)
    return found is not None and looks_like_unit(name[: found.start()]) and looks_like_unit(name[found.end() :])


def _bracketed(name: str) -> tuple[str, str | None, str]:
    """A name, what its first bracket holds, and what stands behind it."""
    start = next((at for at, char in enumerate(name) if char in _OPENING), -1)
    end = _brackets(name)[0].get(start)
    return (name, None, "") if end is None else (name[:start], name[start + 1 : end], name[end + 1 :])


def _with_bracket(unit: ReadUnit, content: str) -> ReadUnit:
    """A unit with what its bracket says: another name, members, or how far its part goes."""
    listed = [part for part in re.split("[、，,；;]", content) if part]
    if _ROLE_MARK.fullmatch(content):
        return unit._replace(scope=content, unsure=("role-in-bracket",))
    if _SCOPE.search(content) or not listed:
        return unit._replace(scope=content)
    last = listed[-1].removesuffix("等")
    names, codes = (*listed[:-1], last), ("and-others",) if last != listed[-1] else ()
    if not all(looks_like_unit(_outside(each)) for each in names):
        return unit._replace(scope=content, unsure=("bracket-unsure",))
    if is_group(unit.name):
        return unit._replace(members=names, unsure=codes)
    if len(names) == 1 and not codes and _is_other_name(unit.name, content):
        return unit._replace(aliases=names)
    doubt = "members-or-scope" if len(names) > 1 else "alias-or-part"
    return unit._replace(scope=content, unsure=(doubt, *codes))


def _is_other_name(name: str, content: str) -> bool:
    """Whether two names can be one office's: of one level and one rank."""
    levels = [re.match(LEVELS, each) for each in (name, content)]
    same = [found.group() if found else "" for found in levels]
    return same[0] == same[1] and all(_SAME_RANK.search(each) for each in (name, content))


def _carry_over(units: Iterator[tuple[str, ReadUnit]], known: Container[str]) -> Iterator[ReadUnit]:
    """Units with the level that the one before lends them; 、 lets it pass, other marks do not."""
    left = ""
    for before, unit in units:
        level = carried(left, unit.name) if left and unit.name not in known else None
        read = unit
        if level is not None:
            fits = before.strip() == "、" and (level + unit.name in known or is_functional(unit.name))
            code = "prefix-carried" if fits else "prefix-missing"
            read = unit._replace(name=level + unit.name if fits else unit.name, unsure=(*unit.unsure, code))
        yield read
        left = read.name


def _duty(pieces: list[Piece]) -> tuple[str, tuple[str, ...]]:
    """The phrase that closes a cell, and what was unsure about such phrases."""
    last = max((at for at, piece in enumerate(pieces) if piece.kind == "name"), default=-1)
    closing = "".join(piece.text for piece in pieces[last + 1 :])
    duty = closing.strip().strip("、，,；;。.").strip() if any(p.kind == "duty" for p in pieces[last + 1 :]) else ""
    inside = [piece.text for piece in pieces[: last + 1] if piece.kind == "duty"]
    every = [*inside, duty]
    found = {
        "and-others": any(each.strip().startswith("等") for each in every),
        "duty-inside": bool(inside),
        "roles-inside": any(p.kind == "label" for p in pieces) or (bool(inside) and any(map(_ROLE.search, every))),
    }
    return re.sub(r"\s+", "", duty), tuple(code for code, is_so in found.items() if is_so)
