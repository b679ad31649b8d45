"""One unit as a cell names it: its name, what the bracket behind it is, and whether a person should look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.brackets import bracketed, outside, without_brackets
from plancli.intake.role_words import ANY
from plancli.intake.unit_names import LEVELS, is_group, is_place, looks_like_unit
from plancli.intake.unit_words import AND

if TYPE_CHECKING:
    from collections.abc import Container

_WORD = (
    "自治区|自治[州县旗]|功能区|开发区|园区|新区|地区|林区|特区|街道(?:办事处|办)?|乡镇|镇街|街镇|社区|团场|行政公署"
    "|[省市区县州盟旗乡镇村]"
)
_LEVEL_WORDS = re.compile(f"(?:{_WORD})(?:[、/,，](?:{_WORD}))*")
_SCOPE = re.compile(
    "(?:部分|方面|领域|工作|事项|项目|环节|业务|内容|任务|范围|以?内|[类段]|期间)$|^(?:负责|涉及|仅|限|除|含|包括)"
)
_BOTH = re.compile("(?<=党委)、(?=(?:人民)?政府)")
_SAME_RANK = re.compile("(?:[局委办厅部]|办公室|委员会)$")
_ROLE_MARK = re.compile(f"{ANY}(?:单位|部门)?")
_RUN_TOGETHER = re.compile(
    f"[局委办厅部府](?:{LEVELS})[^局委办厅部府]{{1,20}}[局委办厅部府]|[/\\\\+&:：]|[局委办厅部院会府][.．·•—–~]|[0-9][.．]|^[0-9①-⑳](?!.*个)"
)
"""What shows that a name may be several, or begin with a number: 市财政局市教育局, 市财政局/市教育局."""


_AND_OTHERS = re.compile("(.+[^直级关各区市县])等(?:有关|相关)?(?:部门|单位|部门单位)?")
"""A name behind which the document does not list the rest: 县财政局等部门."""


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


def read_unit(written: str, known: Container[str]) -> ReadUnit:
    """A unit from what was written, brackets and all."""
    solid = "".join(written.split())
    if solid not in known and (others := _AND_OTHERS.fullmatch(solid)) and looks_like_unit(others[1]):
        unit = read_unit(others[1], known)
        return unit._replace(written=written, unsure=(*unit.unsure, "and-others"))
    codes = () if solid in known or not _is_broken(written, known) else ("broken-name",)
    name, content, rest = bracketed(solid)
    if content is None or solid in known or _LEVEL_WORDS.fullmatch(content):  # 各区（县）政府
        unit = ReadUnit(solid, None, written)
    elif not name or rest:
        unit = ReadUnit(solid, None, written, unsure=("bracket-unsure",))
    else:
        unit = _with_bracket(ReadUnit(name, None, written), content)
    if unit.name not in known and not (looks_like_unit(outside(unit.name)) or is_place(unit.name)):
        codes = (*codes, "not-like-a-unit")
    elif unit.name not in known and _is_maybe_joined(unit.name):
        codes = (*codes, "maybe-joined")
    elif unit.name not in known and _RUN_TOGETHER.search(outside(unit.name)):
        codes = (*codes, "maybe-several")
    return unit._replace(unsure=codes + unit.unsure)


def _is_broken(written: str, known: Container[str]) -> bool:
    """Whether space in a name, outside brackets, is more than what sets off Latin letters, or what a register tells."""
    bare = without_brackets(written).strip()
    if outside(bare) in known:
        return False
    return any(_parts(bare, found) for found in re.finditer(r"\s+", bare))


def _parts(text: str, space: re.Match[str]) -> bool:
    beside = text[space.start() - 1] + text[space.end()]
    return "\n" in space.group() or not any(char.isascii() and char.isalnum() for char in beside)


def _is_maybe_joined(name: str) -> bool:
    found = _BOTH.search(name) or AND.search(name)
    return found is not None and looks_like_unit(name[: found.start()]) and looks_like_unit(name[found.end() :])


def _with_bracket(unit: ReadUnit, content: str) -> ReadUnit:
    """A unit with what its bracket says: another name, members, or how far its part goes."""
    listed = [part for part in re.split("[、，,；;]", content) if part]
    if _ROLE_MARK.fullmatch(content):
        return unit._replace(scope=content, unsure=("role-in-bracket",))
    if _SCOPE.search(content) or not listed:
        return unit._replace(scope=content, unsure=("members-or-scope",) if content[:1] in "含包" else ())
    last = listed[-1].removesuffix("等")
    names, codes = (*listed[:-1], last), ("and-others",) if last != listed[-1] else ()
    if not all(looks_like_unit(outside(each)) for each in names):
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
