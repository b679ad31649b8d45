"""Only what may differ is read, and what comes out is the same as if everything were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.diff.compare import compare
from plancli.loading.loader import load
from plancli.source.folder import Unreadable
from tests.diff.examples import EXAMPLES, Example
from tests.diff.world import ENERGY, OFFICE, PLAN, REGISTER, WASTE, WORLD, between, edited, kinds
from tests.support import Files, Memory


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_reading_less_changes_nothing(example: Example) -> None:
    """Changes, whom they reach, and their fingerprints."""
    new = edited(example.edits)
    for old, young in ((WORLD, new), (new, WORLD)):
        whole = compare(load(Memory(dict(old))).plan, load(Memory(dict(young))).plan)
        assert between(old, young).changes == whole.changes


def test_what_is_the_same_is_not_read() -> None:
    """Of three tasks one differs, of none the register: one is read."""
    compared = between(WORLD, edited(((OFFICE, "加强统筹协调", "强化统筹协调"),)))
    assert [task.id for task in compared.loaded[0].plan.tasks] == ["组织领导"]
    assert [loaded.files for loaded in compared.loaded] == [3, 3]


def test_who_names_a_changed_entry_is_read() -> None:
    """Though no task's file changed; also a name that is written with escapes."""
    renamed = edited(((REGISTER, "  - name: 区城管局\n", "  - name: 区城市管理局\n    aliases: [区城管局]\n"),))
    assert [task.id for task in between(WORLD, renamed).loaded[1].plan.tasks] == ["垃圾分类"]
    escaped = {WASTE: WORLD[WASTE].replace("区城管局", '"\\u533a城管局"')}
    compared = between({**WORLD, **escaped}, {**renamed, **escaped})
    assert [task.id for task in compared.loaded[1].plan.tasks] == ["垃圾分类"]


def test_a_membership_reaches_who_becomes_a_member() -> None:
    """A change of a group is one for those who belong to it, and for nobody else."""
    joined = edited(((REGISTER, "      - 高新区管委会\n", "      - 高新区管委会\n      - 区供销社\n"),))
    (change,) = between(WORLD, joined).changes
    assert {each.name for each in change.reached} == {"区供销社", "各管委会", "高新区管委会"}


def test_a_change_reaches_through_a_group() -> None:
    """Because the group names it, and with the group's name."""
    (change,) = between(WORLD, edited(((ENERGY, "\ndue: 2027\n", "\ndue: 2028\n"),))).changes
    reasons = {each.name: (each.because.role, each.because.via) for each in change.reached}
    assert reasons == {
        "区发改委": ("lead", ""),
        "区生态环境局": ("responsible", ""),
        "高新区管委会": ("responsible", "各管委会"),
        "各管委会": ("responsible", ""),  # it does not list all its members: there is somebody whom nobody has named
    }


def test_a_successor_is_reached() -> None:
    """Who takes the duties of a department is concerned by what changes in them."""
    new = edited(
        (
            (REGISTER, "  - name: 区城管局\n    kind: government\n",
             "  - name: 区城管局\n    kind: government\n    until: 2026-03-01\n    succeeded_by: 区供销社\n"),
            (WASTE, "due: 2026", "due: 2027"),
        )
    )  # fmt: skip
    postponed = next(change for change in between(WORLD, new).changes if change.kind == "deadline-postponed")
    because = {each.name: each.because for each in postponed.reached}
    assert (because["区供销社"].case, because["区供销社"].via) == ("successor", "区城管局")


def test_a_target_s_number_in_another_sentence_is_none_of_its() -> None:
    """The same two numbers elsewhere in the text are a change of their own."""
    old = edited(((ENERGY, "开展培训12场", "开展培训20场"),))
    new = edited(
        (
            (ENERGY, "开展培训12场", "开展培训15场"),
            (ENERGY, "工厂20家，", "工厂15家，"),
            (ENERGY, "    value: 20\n", "    value: 15\n"),
            (ENERGY, "quote: 建成绿色工厂20家", "quote: 建成绿色工厂15家"),
        )
    )
    assert kinds(between(old, new).changes) == ["target-lowered", "text-number-changed"]


BROKEN: dict[str, tuple[Files, list[str]]] = {
    "a task that cannot be read": ({ENERGY: "title: [\n"}, ["content-unreadable"]),
    "a task that is not there to be read": ({ENERGY: Unreadable("denied")}, ["content-unreadable"]),
    "a key that does not load": (
        {ENERGY: WORLD[ENERGY].replace("lead:\n  - 区发改委", "lead: 3")},
        ["content-unreadable"],
    ),
    "a key that does not load, and another that changed": (
        {ENERGY: WORLD[ENERGY].replace("lead:\n  - 区发改委", "lead: 3").replace("开展培训12场", "开展培训10场")},
        ["content-unreadable", "text-number-changed"],
    ),
    "a register that cannot be read": ({REGISTER: "departments: [\n"}, ["content-unreadable"]),
    "an outline that cannot be read": ({PLAN: WORLD[PLAN].replace("outline:", "outline: 3 #")}, ["content-unreadable"]),
}


@pytest.mark.parametrize(("broken", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_not_compared(broken: Files, expected: list[str]) -> None:
    """Nor taken for removed: it is a change of its own, and it is said how many errors were in the way."""
    for old, new, side in ((dict(WORLD), {**WORLD, **broken}, 1), ({**WORLD, **broken}, dict(WORLD), 0)):
        compared = between(old, new)
        assert kinds(compared.changes) == expected
        assert compared.errors[side] > 0
        assert compared.errors[1 - side] == 0


LEAD = "lead:\n  - 区发改委"


def sides_of_lead(old: Files, new: Files) -> dict[str, str]:
    """On which sides those lead a broken task whom its change reaches for that."""
    broken = next(change for change in between(old, new).changes if change.kind == "content-unreadable")
    return {each.name: each.because.side for each in broken.reached if each.because.role == "lead"}


@pytest.mark.parametrize("broken", ["title: [\n", WORLD[ENERGY].replace(LEAD, "lead: 3")], ids=["a file", "a cell"])
def test_nobody_is_gone_where_nothing_could_be_read(broken: str) -> None:
    """Who leads is told as who leads: not as who did before, nor as who does now."""
    odd: Files = {**WORLD, ENERGY: broken}
    assert sides_of_lead(dict(WORLD), odd) == sides_of_lead(odd, dict(WORLD)) == {"区发改委": "both"}


def test_who_is_gone_from_a_cell_that_could_be_read_is_gone() -> None:
    """Whatever else in the file is broken."""
    odd: Files = {
        **WORLD,
        ENERGY: WORLD[ENERGY].replace(LEAD, "lead:\n  - 区住建委").replace("due: 2026-06", "due: 六月"),
    }
    assert sides_of_lead(dict(WORLD), odd) == {"区发改委": "old", "区住建委": "new"}


@given(st.sets(st.sampled_from(sorted(WORLD)), min_size=1), st.binary(max_size=20))
def test_no_file_is_too_odd_to_be_compared(paths: set[str], content: bytes) -> None:
    """Whatever stands in them."""
    odd: Files = {**WORLD, **dict.fromkeys(paths, content)}
    between(WORLD, odd).changes  # noqa: B018 - it is made when it is asked for
