"""A large plan to measure with: the same for the same size on every machine, and without errors.

Sentences, targets and numbers of units come from the real plan, so that a task's file is as long as a real one.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plancli.prose.sentences import sentences
from plancli.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SEED = 20250701
DEPARTMENTS = 60
MOST_TASKS = 12_000
"""More would not fit into one `plan.yaml` of a megabyte."""

WITH_TARGETS = 1 / 3
"""Of the real plan's 30 tasks 11 have targets: 28, which is two or three each."""

ONLY_GROUPS = 1 / 10
"""For how many tasks only incomplete groups answer; of the real plan's a third, which is uncommonly many."""

MOST_SENTENCES = 6
TASKS_A_HEADING = 20
HEADINGS_A_HEADING = 6
MOST_LEVELS = 4

_MORE_DEPARTMENTS = (  # noqa: SIM905 - a list of names reads best as words
    "区委办公室 区委政法委 区委统战部 区委社会工作部 区政府办公室 区民政局 区司法局 区规划自然资源局 区农业农村委 "
    "区水利局 区退役军人事务局 区审计局 区信访办 区医保局 区体育局 区民族宗教委 区外事办 区机关事务中心 区林业局 "
    "区档案馆 区地方志办 区招商投资局 区金融服务中心 区政务服务办 区房屋征收中心 区气象局 区税务局 区消防救援局 "
    "区供销社 区总工会 团区委 区妇联 区科协 区工商联 区残联 区融媒体中心"
).split()
_COMPLETE_GROUPS = {
    "绿色产业工作专班": ("区发改委", "区生态环境局", "区经信委", "区商务委", "区财政局"),
    "各群团组织": ("区总工会", "团区委", "区妇联", "区科协", "区工商联", "区残联"),
}
_INCOMPLETE_GROUPS = ("各管委会", "各相关产业部门", "街道办事处")

Tree = list["Tree"] | list[str]
"""An outline: ids under the lowest headings, headings under the others."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a target around its number: 绿色贷款余额达 … 亿元."""

    indicator: str
    before: str
    unit: str
    after: str


@dataclass(frozen=True, slots=True)
class Pool:
    """What the real plan is made of.

    Attributes:
        titles: Of its tasks.
        sentences: Those that set no targets.
        clauses: The words of those that do.
        shapes: For each task, how many sentences, leading units and responsible units it has.
        register: The text of its `departments.yaml`.
        departments: Sixty names of departments, its own first.
    """

    titles: tuple[str, ...]
    sentences: tuple[str, ...]
    clauses: tuple[Clause, ...]
    shapes: tuple[tuple[int, int, int], ...]
    register: str
    departments: tuple[str, ...]


def take_apart(plan: Path) -> Pool:
    """Read the real plan for its parts."""
    tasks = [_read(path) for path in sorted(plan.glob("tasks/*.yaml"))]
    texts = [list(sentences(task["text"])) for task in tasks]
    own = [department["name"] for department in _read(plan / "departments.yaml")["departments"]]
    return Pool(
        titles=tuple(task["title"] for task in tasks),
        sentences=tuple(each.text for text in texts for each in text if not each.sets_targets),
        clauses=tuple(clause for task in tasks for target in task.get("targets", ()) for clause in _clauses(target)),
        shapes=tuple(
            (min(len(text), MOST_SENTENCES), len(task["lead"]), len(task["responsible"]))
            for task, text in zip(tasks, texts, strict=True)
        ),
        register=(plan / "departments.yaml").read_text(encoding="utf-8"),
        departments=(*own, *_MORE_DEPARTMENTS)[:DEPARTMENTS],
    )


def _read(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return parse(path.read_text(encoding="utf-8")).value


def _clauses(target: dict[str, Any]) -> Iterator[Clause]:
    """The clause of a target that has a number in one quote."""
    if "value" in target and isinstance(target["quote"], str):
        before, _, after = target["quote"].rpartition(target["value"].text + target["unit"])
        yield Clause(target["indicator"], before, target["unit"], after)


def write(folder: Path, tasks: int, pool: Pool) -> None:
    """Write a plan into a folder, which is made.

    Args:
        folder: Where to.
        tasks: How many.
        pool: What it is made of.
    """
    (folder / "tasks").mkdir(parents=True)
    for path, text in files(tasks, pool):
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def files(tasks: int, pool: Pool) -> Iterator[tuple[str, str]]:
    """Every file of a plan: its path and its text."""
    chance = random.Random(SEED)  # noqa: S311 - a workload, no secret
    names = [f"{chance.choice(pool.titles)}{number:05}" for number in range(1, tasks + 1)]
    yield "plan.yaml", "".join(_header(names))
    yield "departments.yaml", _register(pool)
    for name in names:
        yield f"tasks/{name}.yaml", "".join(_task(name, pool, chance))


# --- the header and the register -------------------------------------------------------------------------


def _header(names: list[str]) -> Iterator[str]:
    yield "format: 1\ntitle: 大型行动计划（2025—2027年）\n"
    yield "jurisdiction:\n  name: 重庆市渝中区\n"
    yield "status: issued\nlanguage: zh-CN\nperiod: {start: 2025, end: 2027}\n"
    yield "roles:\n  lead: 牵头单位\n  responsible: 责任单位\nrun_in_titles: true\n"
    yield "outline:\n"
    yield from _outline(_nested(names), "  ")


def _nested(names: list[str]) -> Tree:
    """Headings of twenty tasks, under headings of six, as deep as the format allows."""
    tree: Tree = _chunks(names, TASKS_A_HEADING)
    for _ in range(MOST_LEVELS - 1):
        if len(tree) > HEADINGS_A_HEADING:
            tree = _chunks(tree, HEADINGS_A_HEADING)
    return tree


def _chunks(whole: list[Any], size: int) -> list[Any]:
    return [whole[start : start + size] for start in range(0, len(whole), size)]


def _outline(tree: Tree, indent: str) -> Iterator[str]:
    for number, under in enumerate(tree, 1):
        if isinstance(under, str):
            yield f"{indent}- {under}\n"
            continue
        yield f"{indent}- heading: 重点领域{number}\n"
        yield f"{indent}  {'tasks' if isinstance(under[0], str) else 'sections'}:\n"
        yield from _outline(under, indent + "    ")


def _register(pool: Pool) -> str:
    """The real register with more departments, and with groups that list all their members."""
    own, mark, groups = pool.register.partition("groups:\n")
    registered = set(own.split())
    more = "".join(
        f"  - name: {name}\n    kind: government\n    full_name: 重庆市渝中{name}\n"
        for name in pool.departments
        if name not in registered
    )
    complete = "".join(
        f"  - name: {name}\n    members:\n{_block(members)}" for name, members in _COMPLETE_GROUPS.items()
    )
    return own + more + mark + groups + complete


def _block(names: Sequence[str]) -> str:
    return "".join(f"      - {name}\n" for name in names)


# --- tasks -----------------------------------------------------------------------------------------------


def _task(title: str, pool: Pool, chance: random.Random) -> Iterator[str]:
    length, leads, others = chance.choice(pool.shapes)
    targets = _targets(title, pool, chance) if chance.random() < WITH_TARGETS else []
    yield f"title: {title}\ntext: |\n"
    for sentence in chance.sample(pool.sentences, length - bool(targets)):
        yield f"  {sentence}\n"
    if targets:
        yield f"  到2027年，{'，'.join(target.words for target in targets)}。\n"
    yield from _units(leads, others, pool, chance)
    if targets:
        yield "targets:\n"
        yield from (target.entry for target in targets)


def _units(leads: int, others: int, pool: Pool, chance: random.Random) -> Iterator[str]:
    named = chance.sample(pool.departments, leads + others)
    responsible = named[leads:]
    if chance.random() < ONLY_GROUPS:
        responsible = ["各相关产业部门", chance.choice(("各管委会", "管委会", "街道办事处"))]
    elif responsible and chance.random() < 1 / 2:
        group = chance.choice((*_INCOMPLETE_GROUPS, *_COMPLETE_GROUPS))
        members = _COMPLETE_GROUPS.get(group, ())
        responsible = [*(name for name in responsible[:-1] if name not in members), group]
    yield "lead:\n" + "".join(f"  - {name}\n" for name in named[:leads])
    if responsible:
        yield "responsible:\n" + "".join(f"  - {name}\n" for name in responsible)
        yield "duty: 按职责分工负责\n"
    else:
        yield "responsible: []\n"


@dataclass(frozen=True, slots=True)
class _Target:
    """A target's words in the sentence, and its entry in the file."""

    words: str
    entry: str


def _targets(title: str, pool: Pool, chance: random.Random) -> list[_Target]:
    clauses = chance.sample(pool.clauses, chance.randint(1, 4))
    return [_target(f"{title}{clause.indicator}", number, clause, chance) for number, clause in enumerate(clauses, 1)]


def _target(indicator: str, number: int, clause: Clause, chance: random.Random) -> _Target:
    """One in ten a range, one in ten a quote of two fragments, one in seven without a number, as in real plans."""
    head = f"  - id: {clause.indicator}{number}\n    indicator: {indicator}\n"
    kind = chance.random()
    if kind < 1 / 7:
        words = f"{clause.indicator}保持全市领先"
        return _Target(words, f"{head}    statement: 保持全市领先\n    due: 2027\n    quote: {words}\n")
    value, shown = _number(clause.unit, chance)
    if kind > 9 / 10:
        most = 100 if clause.unit == "%" else 10_000
        high = str(min(int(float(value)) + chance.randint(1, 9), most))
        value, shown = f"[{value}, {high}]", f"{shown}—{high}"
    comparator = "between" if kind > 9 / 10 else "at-least"
    amount = f"{shown}{clause.unit}{clause.after}"
    fragments = [clause.before, amount] if 8 / 10 < kind < 9 / 10 else [clause.before + amount]
    unit = f'"{clause.unit}"' if clause.unit == "%" else clause.unit
    per = "    per: year\n" if "年均" in clause.before else ""
    return _Target(
        clause.before + amount,
        f"{head}    comparator: {comparator}\n    value: {value}\n    unit: {unit}\n{per}    due: 2027\n"
        f"    quote:{_quote(fragments)}",
    )


def _number(unit: str, chance: random.Random) -> tuple[str, str]:
    """A number as the file and as the text has it; some with a decimal, some with a comma for thousands."""
    if unit == "%":
        number = chance.randint(20, 99)
        return (str(number),) * 2 if chance.random() < 2 / 3 else (f"{number}.5",) * 2
    number = chance.randint(1, 2000)
    return str(number), f"{number:,}" if chance.random() < 1 / 4 else str(number)


def _quote(fragments: list[str]) -> str:
    if len(fragments) == 1:
        return f" {fragments[0]}\n"
    return "\n" + "".join(f"      - {fragment}\n" for fragment in fragments)
