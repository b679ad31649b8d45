"""A task gets another id: its file another name, the outline another entry, and nothing else changes."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.comparing import compare
from plancli.edit.refusals import EditError, FaultyTaskError, LinkError, UnsafeRenameError
from plancli.edit.rename_task import rename_task
from plancli.edit.rewrite import rewrite
from plancli.errors import UsageError
from plancli.loading.loader import load
from plancli.source.folder import Folder
from tests.edit.worlds import contents, is_inserted, written
from tests.load.promises import arbitrary
from tests.support import Memory

if TYPE_CHECKING:
    from plancli.edit.rename import Renaming

HEAD = "format: 1\ntitle: 行动计划\nperiod: {start: 2025, end: 2027}\noutline:\n"
OUTLINE = "  - heading: 任务\n    tasks:\n      - 节能\n      - 环保\n"
TASK = "title: 节能\ntext: 推进节能。\n"
OLD, NEW = "节能", "降碳"


def plan(root: Path, outline: str = HEAD + OUTLINE, **tasks: str | bytes) -> Path:
    """A plan's folder, with two tasks where none are given."""
    files: dict[str, str | bytes] = {"plan.yaml": outline, "departments.yaml": "departments: []\n"}
    files |= {f"tasks/{name}.yaml": content for name, content in (tasks or {OLD: TASK, "环保": TASK}).items()}
    return written(
        root / "plan", {path: each.encode() if isinstance(each, str) else each for path, each in files.items()}
    )


def renamed(root: Path, old: str = OLD, new: str = NEW, *, formerly: bool = True) -> Renaming:
    """Rename, and write."""
    renaming = rename_task(root, old, new, formerly=formerly)
    rewrite(renaming.files)
    return renaming


def task(root: Path, identifier: str = NEW) -> str:
    """What a task's file holds."""
    return (root / f"tasks/{identifier}.yaml").read_bytes().decode()


# What is changed.


def test_a_task_is_renamed(tmp_path: Path) -> None:
    """Its file, its entry, and what it says of where it comes from; a comparison knows it again."""
    root = plan(tmp_path)
    before = contents(root)
    assert renamed(root).places == 2
    assert contents(root) == {
        **{path: content for path, content in before.items() if path != "tasks/节能.yaml"},
        "plan.yaml": (HEAD + OUTLINE.replace("节能", "降碳")).encode(),
        "tasks/降碳.yaml": (TASK + "formerly:\n  - 节能\n").encode(),
    }
    found = compare(Memory(dict(before)), Folder(root)).changes
    assert [(change.kind, change.task) for change in found] == [("task-renamed", NEW)]


def test_there_and_back(tmp_path: Path) -> None:
    """Without a trace, where none is asked for."""
    root = plan(tmp_path)
    before = contents(root)
    renamed(root, formerly=False)
    renamed(root, NEW, OLD, formerly=False)
    assert contents(root) == before


def test_what_it_was_called_is_written_once(tmp_path: Path) -> None:
    """In the order in which it was called so; its own old names it may have again."""
    root = plan(tmp_path)
    renamed(root)
    renamed(root, NEW, "低碳")
    assert task(root, "低碳") == TASK + "formerly:\n  - 节能\n  - 降碳\n"
    renamed(root, "低碳", OLD)
    renamed(root, OLD, "低碳")
    assert task(root, "低碳") == TASK + "formerly:\n  - 节能\n  - 降碳\n  - 低碳\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "  - heading: 任务\n    tasks: [ 节能, '环保' ] # 节能\n",
            "  - heading: 任务\n    tasks: [ 降碳, '环保' ] # 节能\n",
        ),
        ("  - {heading: 节能, tasks: ['节能', \"节能\"]}\n", "  - {heading: 节能, tasks: ['降碳', \"降碳\"]}\n"),
        (
            "# 节能\n  - heading: 节能\n    sections:\n      - heading: 节能\n        tasks:\n        - 节能 # 节能\n",
            "# 节能\n  - heading: 节能\n    sections:\n      - heading: 节能\n        tasks:\n        - 降碳 # 节能\n",
        ),
        (
            "  - heading: 任务\n    tasks:\n      - |-\n        节能\n",
            "  - heading: 任务\n    tasks:\n      - |-\n        降碳\n",
        ),
        ("  - heading: 任务\n    tasks: [环保, 节能减排]\n", "  - heading: 任务\n    tasks: [环保, 节能减排]\n"),
        ("  - heading: 任务\r\n    tasks: [节能]\r\n", "  - heading: 任务\r\n    tasks: [降碳]\r\n"),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_in_the_outline(tmp_path: Path, before: str, after: str, mark: str) -> None:
    """Wherever it is listed, twice or not at all."""
    root = plan(tmp_path, mark + HEAD + before)
    renamed(root)
    assert (root / "plan.yaml").read_bytes().decode() == mark + HEAD + after
    assert task(root) == TASK + "formerly:\n  - 节能\n"


def test_an_entry_that_waits_for_its_file(tmp_path: Path) -> None:
    """Somebody has written the new id into the outline first."""
    root = plan(tmp_path, HEAD + OUTLINE.replace("节能", "降碳"))
    renamed(root, formerly=False)
    assert task(root) == TASK
    assert (root / "plan.yaml").read_bytes().decode() == HEAD + OUTLINE.replace("节能", "降碳")


def test_an_id_that_is_none(tmp_path: Path) -> None:
    """To rename the file is how such a plan is mended."""
    root = plan(tmp_path, HEAD + '  - {heading: 任务, tasks: ["12"]}\n', **{"12": TASK})
    renamed(root, "12")
    assert task(root) == TASK + 'formerly:\n  - "12"\n'
    assert (root / "plan.yaml").read_bytes().decode() == HEAD + '  - {heading: 任务, tasks: ["降碳"]}\n'


def test_only_the_case_changes(tmp_path: Path) -> None:
    """It is another id, and no other task's."""
    root = plan(tmp_path, HEAD + "  - {heading: 任务, tasks: [co2]}\n", co2=TASK)
    renamed(root, "co2", "CO2")
    assert [path.name for path in (root / "tasks").iterdir()] == ["CO2.yaml"]


def test_rights_are_kept(tmp_path: Path) -> None:
    """The file is the same, but for its name."""
    root = plan(tmp_path)
    (root / "tasks/节能.yaml").chmod(0o640)
    renamed(root)
    assert stat.S_IMODE((root / "tasks/降碳.yaml").stat().st_mode) == 0o640


def test_others_that_come_from_it(tmp_path: Path) -> None:
    """They speak of what it was called then."""
    other = TASK + "split_from: 节能\nformerly: [节能]\nmerged_from: [节能]\n"
    root = plan(tmp_path, 节能=TASK, 环保=other)
    renamed(root)
    assert task(root, "环保") == other


# What is refused, with everything as it was.


@pytest.mark.parametrize(
    ("old", "new", "words", "suggestions"),
    [
        ("节能减排", NEW, "there is no task “节能减排”", ("节能",)),
        ("2", NEW, "there is no task “2”", ("环保",)),
        ("推进环境保护", NEW, "there is no task “推进环境保护”", ("环保",)),
        ("../plan", NEW, r"there is no task “\.\./plan”", ()),
        (OLD, OLD, "there is already a task “节能”", ()),
        (OLD, "环保", "there is already a task “环保”", ()),
        (OLD, "待补", "there is already a task “待补”", ()),
        (OLD, "ｃo2", "the ids “CO2” and “ｃo2” differ only in case or width", ()),
        (OLD, "减排", "“减排” was the id of a task that “环保” comes from", ()),
        (OLD, "", "an id is empty", ()),
        (OLD, "12", "has only digits", ()),
        (OLD, "-甲", "begins with a hyphen", ()),
        (OLD, "甲/乙", "holds characters that no id may hold: /", ()),
        (OLD, "甲" * 65, "has 65 characters; at most 64 are allowed", ()),
        (OLD, "nul", "is a name that Windows reserves", ()),
        (OLD, "e\u0301", "is not in composed form", ()),
    ],
)
def test_ids_that_cannot_be_had(tmp_path: Path, old: str, new: str, words: str, suggestions: tuple[str, ...]) -> None:
    """Wrong usage, with what may have been meant."""
    other = TASK.replace("title: 节能", "title: 环境保护") + "formerly: [减排]\n"
    root = plan(tmp_path, HEAD + OUTLINE + "      - 待补\n", 节能=TASK, 环保=other, CO2=TASK)
    before = contents(root)
    with pytest.raises(UsageError, match=words) as refusal:
        rename_task(root, old, new)
    assert refusal.value.suggestions == suggestions
    assert contents(root) == before


@pytest.mark.parametrize(
    ("outline", "content", "error"),
    [
        (HEAD + OUTLINE, "title: 节能\ntitle: 节能\ntext: 节能。\n", FaultyTaskError),
        (HEAD + OUTLINE, "title: [\n", FaultyTaskError),
        (HEAD + OUTLINE, TASK + "formerly: 旧\n", FaultyTaskError),
        (HEAD + OUTLINE, TASK.encode("gbk"), FaultyTaskError),
        (HEAD + "  - heading: 任务\n", TASK, FaultyTaskError),
        (HEAD + OUTLINE + "outline: []\n", TASK, FaultyTaskError),
        (HEAD + OUTLINE, "{title: 节能, text: 推进节能。}\n", UnsafeRenameError),
    ],
)
def test_files_that_cannot_be_edited(
    tmp_path: Path, outline: str, content: str | bytes, error: type[EditError]
) -> None:
    """Neither of them is."""
    root = plan(tmp_path, outline, 节能=content)
    before = contents(root)
    with pytest.raises(error) as refusal:
        renamed(root)
    assert refusal.type is error
    assert contents(root) == before


def test_links_are_not_followed(tmp_path: Path) -> None:
    """What it leads to stays where it is."""
    root = plan(tmp_path, 环保=TASK)
    (root / "tasks/节能.yaml").symlink_to("环保.yaml")
    with pytest.raises(LinkError):
        renamed(root)
    assert (root / "tasks/节能.yaml").is_symlink()


# Whatever a plan looks like. In what is drawn, a NUL stands for the id.

DRAWN = {
    "comment": st.sampled_from(["", "", "\n", "# 注\n", "  # - 注\n\n", "\n\n# tasks: 注\n", " \n"]),
    "tail": st.sampled_from(["", "  # 注", " "]),
    "id": st.sampled_from(["\0", "'\0'", '"\0"']),
    "tasks": st.sampled_from(
        [
            *("    tasks:<tail>\n      - 别的\n<comment>      - <id><tail>\n", "    tasks: [<id>, 别的]<tail>\n"),
            "    sections:<tail>\n    - heading: 节<tail>\n<comment>      tasks:\n      - <id><tail>\n",
            "    tasks:\n      - |<tail>\n        \0\n\n      - 别的\n",
        ]
    ),
}
KEYS = (
    *("<comment>formerly:<tail>\n  - 旧\n", "formerly: [旧]<tail>\n", "duty: 牵头<tail>\n"),
    *("notes:\n<comment>  甲: |<tail>\n    乙\n\n", "lead: []<tail>\n"),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, str]:
    """An outline and a task, with comments in every place; any line end."""
    end = draw(st.sampled_from(["\n", "\r\n"]))

    def shaped(text: str) -> str:
        while "<" in text:
            text = re.sub("<([a-z]+)>", lambda hole: draw(DRAWN[hole[1]]), text)
        return draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", end)

    keys = draw(st.lists(st.sampled_from(KEYS), unique_by=lambda key: key.split(":", 1)[0].removeprefix("<comment>")))
    parts = draw(st.permutations(["title: 甲<tail>\n", "text: |<tail>\n  甲。\n", *keys]))
    outline = HEAD + "<comment>  - heading: 章<tail>\n<comment><tasks><comment>"
    return shaped(outline), shaped("<comment>" + "<comment>".join(parts) + "<comment>")


@arbitrary
@given(drawn=plans(), new=st.sampled_from(["降碳", "节能减碳", "a-1", "no"]))
def test_promises(drawn: tuple[str, str], new: str) -> None:
    """Every byte is what it would be had it been written with the new id; renamed back, it is what it was."""
    with TemporaryDirectory() as folder:
        root = plan(Path(folder), drawn[0].replace("\0", OLD), 节能=drawn[1])
        before, old = contents(root), load(Folder(root)).plan
        renamed(root, OLD, new, formerly=False)
        assert contents(root) == {
            "plan.yaml": drawn[0].replace("\0", new).encode(),
            "departments.yaml": before["departments.yaml"],
            f"tasks/{new}.yaml": before["tasks/节能.yaml"],
        }
        assert load(Folder(root)).plan.by_id[new] == old.by_id[OLD].model_copy(update={"id": new})
        renamed(root, new, OLD, formerly=False)
        assert contents(root) == before
        renamed(root, OLD, new)
        assert load(Folder(root)).plan.by_id[new].formerly == (*old.by_id[OLD].formerly, OLD)
        assert is_inserted(before["tasks/节能.yaml"], contents(root)[f"tasks/{new}.yaml"])
