"""Fixes of a whole plan: made where they mend something, and left where anything would get worse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.checking import ALL, Choice, found
from plancli.checks import outline
from plancli.diagnostics import Finding, Fix, Place, Replacement
from plancli.edit import fixes
from plancli.edit.fix_claims import Claims
from plancli.edit.fixes import mend
from plancli.loading.loader import load
from plancli.model.shapes import shape_of
from plancli.rules import BY_FUNCTION, Rule
from plancli.source.folder import Folder
from plancli.source.replacing import replacing
from tests.load.promises import arbitrary
from tests.rules.cases import Case, numbered
from tests.rules.test_cases import CASES
from tests.support import BASE, PLAN, REGISTER, TASK, Files, Memory, overlaid, world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from plancli.edit.fixes import Mended
    from plancli.loading.loader import Loaded

    Offer = Callable[[Loaded], list[Fix]]


@dataclass(frozen=True)
class Desk:
    """Where plans are mended.

    Attributes:
        root: A folder.
    """

    root: Path

    def mended(self, files: Files, choice: Choice = ALL, *, unsafe: bool = False) -> Mended:
        """What fixes make of a plan of these files."""
        for path, content in files.items():
            assert isinstance(content, (str, bytes))
            (self.root / path).parent.mkdir(exist_ok=True)
            (self.root / path).write_bytes(content.encode() if isinstance(content, str) else content)
        source = Folder(self.root)
        return mend(source, load(source), choice, unsafe=unsafe)

    def texts(self, mending: Mended) -> dict[str, str]:
        """What changed files hold then."""
        return {file.path.relative_to(self.root).as_posix(): (file.after or b"").decode() for file in mending.files}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty folder."""
    return Desk(tmp_path)


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Offer], None]:
    """Lets one rule offer fixes, and no other."""

    def offering(offers: Offer) -> None:
        def also(loaded: Loaded, choice: Choice = ALL) -> Iterator[tuple[Rule, Finding]]:
            for rule, finding in found(loaded, choice):
                yield rule, replace(finding, fix=None)
            for fix in offers(loaded):
                yield BY_FUNCTION[outline.unlisted_task], Finding(fix.replacements[0].place, fix=fix)

        monkeypatch.setattr(fixes, "found", also)

    return offering


def put(path: str, new: str, *route: str | int, chars: tuple[int, int] | None = None) -> Replacement:
    """A text for a value, or for some of its characters."""
    return Replacement(Place(path, route, chars=chars), new)


def safe(*replacements: Replacement) -> Fix:
    """A fix."""
    return Fix("safe", replacements)


def title(loaded: Loaded) -> str:
    """The title of the plan's task."""
    return loaded.plan.tasks[0].title


# What rules offer.


def test_a_text_that_yaml_reads_as_a_number_is_put_in_quotes(desk: Desk) -> None:
    """With the comment behind it, and all else as it was."""
    files = world(f"# {TASK}\ntitle: 2025  # 年\nformerly:  [ 012,别的 ]\n")
    mending = desk.mended(files)
    expected = str(files[TASK]).replace("2025", '"2025"').replace("012", '"012"')
    assert (desk.texts(mending), mending.count, mending.left) == ({TASK: expected}, 2, 0)
    assert mending.loaded.plan.tasks[0].title == "2025"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("title：节能\ntext：  推进。\n", "title: 节能\ntext:  推进。\n"),
        ("title：甲\ntext：|\n  目标：\n  推进。\nlead：[]\n", "title: 甲\ntext: |\n  目标：\n  推进。\nlead: []\n"),
        ("title:节能\ntext: 推进。\nformerly：\n  - 旧\n", "title: 节能\ntext: 推进。\nformerly:\n  - 旧\n"),
        ("title:　节能\ntext: 推进。\n", "title: 　节能\ntext: 推进。\n"),
        ("title: 甲\ntext: 推进。\nformerly:\n  - 旧\n  -老\n", "title: 甲\ntext: 推进。\nformerly:\n  - 旧\n  - 老\n"),
        ("title: 甲\ntext: 推进。\nformerly:\n  -\t旧\n", "title: 甲\ntext: 推进。\nformerly:\n  - 旧\n"),
        ("title: 甲\ntext: 推进。\nduty: 推进。\nlead：[]\n", "title: 甲\ntext: 推进。\nduty: 推进。\nlead: []\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_marks_that_yaml_cannot_read(desk: Desk, written: str, mended: str, ending: str) -> None:
    """A full-width colon, and spaces that are missing: all of a file at once, though YAML stops at the first.

    Errors that nobody could see before, as of a task without a lead, are no reason to leave them.
    """
    mark = "\ufeff"
    mending = desk.mended({**BASE, TASK: mark + written.replace("\n", ending)})
    assert desk.texts(mending) == {TASK: mark + mended.replace("\n", ending)}
    assert mending.count == 1


def test_a_register_whose_only_line_has_a_full_width_colon(desk: Desk) -> None:
    """YAML takes it for one text, which is no mistake to it."""
    mending = desk.mended({**BASE, REGISTER: "departments：[]\n"})
    assert desk.texts(mending) == {REGISTER: "departments: []\n"}


@pytest.mark.parametrize(
    "written",
    [
        "title: 甲\ntext: 推进：\n目标：建成3家。\nlead: []\n",  # the text has lost its |
        "标题：甲\ntext: 推进。\n",  # no key even with another colon
    ],
)
def test_a_full_width_colon_that_may_be_prose_stays(desk: Desk, written: str) -> None:
    """Only behind a key of the format can it mean nothing else."""
    assert desk.mended({**BASE, TASK: written}).files == ()


def test_a_fix_that_wants_to_be_looked_at_is_made_only_when_asked_for(
    desk: Desk, offer: Callable[[Offer], None]
) -> None:
    """By `--unsafe-fixes`."""
    offer(lambda loaded: [Fix("unsafe", (put(TASK, "乙", "title"),))] if title(loaded) != "乙" else [])
    assert (desk.mended(world()).files, desk.mended(world()).left) == ((), 0)
    assert desk.texts(desk.mended(world(), unsafe=True))[TASK].startswith("title: 乙\n")


def test_only_rules_that_are_chosen(desk: Desk) -> None:
    """Errors of loading are told of, and mended, all the same."""
    files = world(f"# {TASK}\ntitle: 2025\n")
    assert desk.mended(files, Choice(select=frozenset({"no-lead"}))).count == 1


@pytest.mark.parametrize("case", CASES, ids=numbered(CASES))
def test_every_fix_fits_the_files_that_it_is_offered_for(case: Case) -> None:
    """Of all that rules are tested with: what it replaces is there, and nothing else would change."""
    files = case.files
    for _, finding in found(load(Memory(files))):
        replacements = finding.fix.replacements if finding.fix else ()
        for path in {each.place.path for each in replacements}:
            text, here = files[path], [each for each in replacements if each.place.path == path]
            assert isinstance(text, str)
            assert replacing(text, here, shape_of(path).at)


# What is made at once, and what after it.


def test_fixes_in_one_text_at_once_and_one_after_the_other(desk: Desk, offer: Callable[[Offer], None]) -> None:
    """Two that overlap are made in two rounds, with the second's place as it then is."""

    def offers(loaded: Loaded) -> list[Fix]:
        text = loaded.plan.tasks[0].text
        at = [index for index, char in enumerate(text) if char == ","]
        return [safe(put(TASK, "，", "text", chars=(each, each + 1))) for each in at] + [
            safe(put(TASK, "", "text", chars=(each, each + 2))) for each in at if text[each + 1] == " "
        ]

    offer(offers)
    mending = desk.mended(world(f"# {TASK}\ntext: |\n  甲,乙,\n  丙, 丁。\n"))
    assert "  甲，乙，\n  丙， 丁。\n" in desk.texts(mending)[TASK]
    assert mending.count == 3


def test_a_fix_that_makes_room_for_another(desk: Desk, offer: Callable[[Offer], None]) -> None:
    """So often it is looked again, but not for ever."""
    offer(lambda loaded: [safe(put(TASK, title(loaded) + "甲", "title"))])
    mending = desk.mended(world())
    assert mending.count == fixes.ROUNDS
    assert mending.left == 1


def test_two_findings_that_ask_for_the_same(desk: Desk, offer: Callable[[Offer], None]) -> None:
    """Both are mended."""
    offer(lambda loaded: [safe(put(TASK, "乙", "title"))] * 2 if title(loaded) != "乙" else [])
    assert desk.mended(world()).count == 2


def test_a_fix_in_two_files(desk: Desk, offer: Callable[[Offer], None]) -> None:
    """In both of them, or in none."""
    both = (put(TASK, "乙", "title"), put(PLAN, "丙", "outline", 0, "heading"))
    offer(lambda loaded: [safe(*both)] if title(loaded) != "乙" else [])
    assert set(desk.texts(desk.mended(world()))) == {TASK, PLAN}
    offer(lambda loaded: [safe(*both, put(PLAN, "丁", "outline", 7))] if title(loaded) != "乙" else [])
    assert (desk.mended(world()).files, desk.mended(world()).left) == ((), 1)


# What is left.


def test_a_fix_by_which_an_error_comes_is_not_made_and_all_others_are(
    desk: Desk, offer: Callable[[Offer], None]
) -> None:
    """Here a name that is renamed in the register alone."""

    def offers(loaded: Loaded) -> list[Fix]:
        wrong = [safe(put(REGISTER, "区能源局", "departments", 0, "name"))]
        right = [safe(put(REGISTER, "party", "departments", at, "kind")) for at in (0, 1)]
        return right[:1] + wrong + right[1:] if loaded.plan.register.departments[1].kind != "party" else wrong

    offer(offers)
    mending = desk.mended(world())
    assert desk.texts(mending) == {REGISTER: str(BASE[REGISTER]).replace("government", "party")}
    assert (mending.count, mending.left) == (2, 1)


def test_a_file_with_another_error_of_loading_is_mended_as_far_as_it_can_be(desk: Desk) -> None:
    """What was wrong stays wrong, and what is announced is made."""
    files = world(f"# {TASK}\ntitle: 2025\ntitel: 甲\n# tasks/别的.yaml (whole)\ntitle: 12\ntext: 甲。\n")
    mending = desk.mended(files)
    assert set(desk.texts(mending)) == {TASK, "tasks/别的.yaml"}
    assert 'title: "2025"\n' in desk.texts(mending)[TASK]
    assert (mending.count, mending.left) == (2, 0)


def test_fixes_of_rules_wait_until_their_file_loads(desk: Desk) -> None:
    """Of a file that did not load whole nobody knows what a change would mean, and none is announced."""
    files = world(f"# {TASK}\ntext: |\n  推进节能。  \n  建成３家。\ntitel: 甲\n")
    mending = desk.mended(files)
    assert (mending.files, mending.count, mending.left) == ((), 0, 0)
    told = found(load(Memory(files)))
    assert not any(finding.fix for rule, finding in told if not rule.is_load_rule)


@pytest.mark.parametrize("content", [b"\xff", b"title: 2025\n- "])
def test_a_file_that_cannot_be_read(desk: Desk, content: bytes, offer: Callable[[Offer], None]) -> None:
    """There is nothing in it that could be replaced."""
    offer(lambda _: [safe(put("tasks/坏.yaml", "甲", "title")), safe(put("tasks/无.yaml", "甲", "title"))])
    mending = desk.mended({**world(), "tasks/坏.yaml": content})
    assert (mending.files, mending.count, mending.left) == ((), 0, 2)


# How files stay.


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_byte_order_mark_and_line_ends_stay(desk: Desk, mark: str, ending: str) -> None:
    """And the missing one at the file's end."""
    text = overlaid(TASK, "title: 2025\n").rstrip("\n").replace("\n", ending)
    mending = desk.mended({**BASE, TASK: mark + text})
    assert desk.texts(mending) == {TASK: mark + text.replace("2025", '"2025"')}


# What can be made at once.


ranges = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(sorted)


@arbitrary
@given(st.lists(st.tuples(ranges, st.sampled_from("ab")), max_size=6))
def test_claims_do_not_overlap(wanted: list[tuple[list[int], str]]) -> None:
    """Of those that are taken none touches a character of another, but for what is asked twice."""
    claims = Claims()
    offers = [put(TASK, new, "title", chars=(start, end)) for (start, end), new in wanted]
    taken = {each for each in offers if claims.take(safe(each))}
    spans = sorted(each.place.chars or (0, 0) for each in taken)
    assert not any(one[1] > other[0] for one, other in pairwise(spans))
    assert len(set(spans)) == len(spans)
    assert not offers or offers[0] in taken


def test_what_is_claimed_as_a_whole() -> None:
    """A value, and a file whose text is edited; what is somewhere else is free."""
    claims = Claims()
    assert claims.take(safe(put(TASK, "甲", "title")))
    assert not claims.take(safe(put(TASK, "乙", "title", chars=(0, 1))))
    assert not claims.take(safe(put(TASK, "乙", "title")))
    assert not claims.take(safe(Replacement(Place(TASK, span=(90, 91)), "")))
    assert claims.take(safe(Replacement(Place(TASK, ("title",), "key"), "text")))
    assert claims.take(safe(put(PLAN, "乙", "title")))
    assert not claims.take(safe(put(PLAN, "乙", "format"), put(TASK, "乙", "title")))
    assert claims.take(safe(put(PLAN, "丙", "format")))
