"""What holds of every comparison: nothing differs from itself, and read backwards each change is its mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from plancli.diff.compare import compare
from plancli.loading.loader import load
from tests.diff.examples import EXAMPLES, Example
from tests.diff.world import REGISTER, WASTE, WORLD, between, edited, kinds, mirrored
from tests.support import Memory

if TYPE_CHECKING:
    from plancli.model.plan import Plan

NAMES = ("区发改委", "区生态环境局", "区住建委", "区城管局")
SPELLINGS = (*NAMES, "区发展改革委", "各管委会")
SENTENCES = (
    "确保完成节能改造。",
    "力争完成节能改造。",
    "推进生活垃圾分类，保持全市前列。",
    "到2027年，建成绿色工厂20家。",
    "到2027年，建成绿色工厂15家，绿电占比达到30%。",
    "开展培训12场。",
    "探索设立碳普惠平台。",
    "加强统筹协调，强化要素保障。",
)
IDS = ("甲", "乙", "丙", "丁", "戊")


def quoted(values: list[str] | tuple[str, ...]) -> str:
    """A list as YAML has it."""
    return "[" + ", ".join(values) + "]"


@st.composite
def registers(draw: st.DrawFn) -> str:
    """Some departments, one with another spelling perhaps, some ended perhaps."""
    lines = ["departments:"]
    for name in NAMES:
        if not draw(st.integers(0, 5)):
            continue
        lines += [f"  - name: {name}", "    kind: government"]
        if name == NAMES[0] and draw(st.booleans()):
            lines.append("    aliases: [区发展改革委]")
        if draw(st.integers(0, 4)) == 0:
            lines.append("    until: 2026-03-01")
            if draw(st.booleans()):
                lines.append(f"    succeeded_by: {draw(st.sampled_from([each for each in NAMES if each != name]))}")
    if len(lines) == 1:
        lines = ["departments: []"]
    if draw(st.booleans()):
        members = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))
        complete = draw(st.sampled_from(["true", "false"]))
        lines += ["groups:", "  - name: 各管委会", f"    members: {quoted(members)}", f"    complete: {complete}"]
    return "\n".join(lines) + "\n"


@st.composite
def targets(draw: st.DrawFn) -> list[str]:
    """Some targets of a task."""
    lines: list[str] = []
    for identifier in draw(st.lists(st.sampled_from(["一", "二", "三"]), unique=True, max_size=3)):
        comparator = draw(st.sampled_from(["at-least", "more-than", "at-most", "less-than", "exactly", "between"]))
        low = draw(st.integers(1, 4))
        value = f"[{low}, {low + draw(st.integers(1, 2))}]" if comparator == "between" else str(low)
        unit = draw(st.sampled_from(["家", "万元", "亿元", '"%"']))
        goal = (
            [f"    comparator: {comparator}", f"    value: {value}", f"    unit: {unit}"]
            if draw(st.booleans())
            else [f"    statement: {draw(st.sampled_from(['保持全市前列', '完成全市计划']))}"]
        )
        lines += [
            f"  - id: {identifier}",
            f"    indicator: {draw(st.sampled_from(['绿色工厂', '绿电占比']))}",
            *goal,
            f"    due: {draw(st.sampled_from(['2026', '2027', '2027-06', 'ongoing']))}",
            f"    quote: {draw(st.sampled_from(['绿色工厂', '节能']))}",
            *draw(st.lists(st.sampled_from(["    commitment: aim", "    binding: true"]), unique=True)),
        ]
    return ["targets:", *lines] if lines else []


@st.composite
def tasks(draw: st.DrawFn) -> str:
    """A task with any of its keys."""
    text = "".join(f"  {line}\n" for line in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)))
    lines = [f"title: {draw(st.sampled_from(['节能降碳', '垃圾分类', '组织领导']))}", "text: |", text.rstrip("\n")]
    cells = st.lists(st.sampled_from(SPELLINGS), max_size=3)
    roles = draw(st.lists(st.sampled_from(["lead", "responsible", "support"]), unique=True))
    lines += [f"{role}: {quoted(draw(cells))}" for role in roles]
    if draw(st.booleans()):
        lines.append(f"due: {draw(st.sampled_from(['2026', '2027', '2027-06-30']))}")
    if draw(st.booleans()):
        lines.append(f"duty: {draw(st.sampled_from(['按职责分工负责', '分别负责']))}")
    if draw(st.booleans()):
        lines += ["milestones:", f"  - what: 方案\n    due: {draw(st.sampled_from(['2026-06', '2026-12']))}"]
    if draw(st.booleans()):
        lines.append(f"notes: {{备注: {draw(st.sampled_from(['一', '二']))}}}")
    lines += draw(targets())
    origin = draw(st.sampled_from(["", "", "", "formerly: [{}]", "split_from: {}", "merged_from: [{}, {}]"]))
    if origin:
        lines.append(origin.format(*draw(st.permutations(IDS))))
    return "\n".join(lines) + "\n"


@st.composite
def worlds(draw: st.DrawFn) -> Plan:
    """A plan, not always a sound one."""
    present = draw(st.lists(st.sampled_from(IDS), unique=True))
    files = {f"tasks/{identifier}.yaml": draw(tasks()) for identifier in present}
    cut = draw(st.integers(0, len(present)))
    names = draw(st.permutations(["重点任务", "保障措施", "实施路径"]))
    outline = "".join(
        f"  - heading: {name}\n    tasks: {quoted(listed)}\n"
        for name, listed in ((names[0], present[:cut]), (names[1], present[cut:]))
    )
    end = draw(st.integers(2026, 2028))
    files["plan.yaml"] = f"format: 1\ntitle: 计划\nperiod: {{start: 2025, end: {end}}}\noutline:\n{outline}"
    files["departments.yaml"] = draw(registers())
    return load(Memory(dict(files))).plan


@given(worlds())
def test_nothing_differs_from_itself(plan: Plan) -> None:
    """Whatever the plan."""
    assert compare(plan, plan).changes == ()


@given(worlds(), worlds())
def test_backwards_each_change_is_its_mirror(old: Plan, new: Plan) -> None:
    """So that no kind is found in one direction only."""
    assert kinds(compare(new, old).changes) == mirrored(change.kind for change in compare(old, new).changes)


@given(worlds(), worlds())
def test_every_change_is_weighed_and_stands_somewhere(old: Plan, new: Plan) -> None:
    """Every change has a level, a place and a fingerprint of its own."""
    changes = compare(old, new).changes
    assert all(change.level is not None and (change.old or change.new) for change in changes)
    assert len({change.fingerprint for change in changes}) == len(changes)


@given(st.lists(st.sampled_from(sorted(EXAMPLES)), min_size=2, max_size=4, unique=True))
def test_edits_add_up(names: list[str]) -> None:
    """Edits that do not touch each other make the kinds that each makes by itself.

    But for tasks of which nothing but the number changed: something else may have changed in them too.
    """
    examples = [EXAMPLES[name] for name in names]
    assume(_apart(examples))
    edits = tuple(edit for example in examples for edit in example.edits)
    found = set(kinds(between(WORLD, edited(edits)).changes))
    assert found | {"task-renumbered"} == {kind for example in examples for kind in example.kinds} | {"task-renumbered"}


def _apart(examples: list[Example]) -> bool:
    """Whether no two of them edit the same file, or a department and the task that names it."""
    paths = [path for example in examples for path in _touched(example)]
    return len(set(paths)) == len(paths)


def _touched(example: Example) -> set[str]:
    touched = {path for path, _, _ in example.edits}
    if any(path == REGISTER and "区城管局" in old for path, old, _ in example.edits):
        touched.add(WASTE)
    return touched
