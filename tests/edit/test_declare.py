"""Declarations written into files: at their place, and nothing else changes; or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.edit.declare import Declaration, declare
from plancli.edit.refusals import (
    AlreadySplitError,
    ChangedError,
    EditError,
    FaultyTaskError,
    LinkError,
    MissingTaskError,
    UnreadableTaskError,
    UnsafeEditError,
)
from plancli.errors import CannotWriteError
from plancli.loading.loader import load
from plancli.source.folder import Folder
from tests.load.promises import arbitrary
from tests.support import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.model.task import Task

HEAD = "title: 节能\ntext: 推进节能。\n"


def written(root: Path, **tasks: str | bytes) -> Path:
    """A plan's folder with these tasks."""
    (root / "tasks").mkdir(parents=True, exist_ok=True)
    for path in ("plan.yaml", "departments.yaml"):
        (root / path).write_text(BASE[path], encoding="utf-8")
    for identifier, content in tasks.items():
        (root / f"tasks/{identifier}.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the folder of tasks, ours that are left behind among them."""
    return {path.name: path.read_bytes() for path in sorted((root / "tasks").iterdir())}


def formerly(*ids: str, task: str = "甲") -> Declaration:
    """That a task had other ids."""
    return Declaration(task, "formerly", ids)


def split_from(whole: str, task: str = "甲") -> Declaration:
    """That a task was split from another."""
    return Declaration(task, "split_from", (whole,))


# Where it is written.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, HEAD + "formerly:\n  - 旧名\n"),
        (HEAD.rstrip("\n"), HEAD + "formerly:\n  - 旧名\n"),
        (HEAD.replace("\n", "\r\n"), HEAD.replace("\n", "\r\n") + "formerly:\r\n  - 旧名\r\n"),
        ("\ufeff" + HEAD, "\ufeff" + HEAD + "formerly:\n  - 旧名\n"),
        (HEAD + "# 完\n", HEAD + "# 完\nformerly:\n  - 旧名\n"),
        (HEAD + "# 完", HEAD + "# 完\nformerly:\n  - 旧名\n"),
        (HEAD + "\n\n", HEAD + "\n\nformerly:\n  - 旧名\n"),
        ("---\n" + HEAD + "...\n# 完\n", "---\n" + HEAD + "formerly:\n  - 旧名\n...\n# 完\n"),
        ("  title: 节能\n  text: 甲。\n", "  title: 节能\n  text: 甲。\n  formerly:\n    - 旧名\n"),
        ("title: 节能\ntext: |\n  甲。\n", "title: 节能\ntext: |\n  甲。\nformerly:\n  - 旧名\n"),
        ("title: 节能\ntext: |+\n  甲。\n\n", "title: 节能\ntext: |+\n  甲。\n\nformerly:\n  - 旧名\n"),
        ("title: 节能\ntext: |\n  甲。", "title: 节能\ntext: |\n  甲。\nformerly:\n  - 旧名\n"),
        ("title: 节能\ntext: |\n  甲。\n  ...\n", "title: 节能\ntext: |\n  甲。\n  ...\nformerly:\n  - 旧名\n"),
        ("formerly:\n  - 更旧\n" + HEAD, "formerly:\n  - 更旧\n  - 旧名\n" + HEAD),
        ("formerly: # 曾用\n- 更旧 # 注\n# 注\n" + HEAD, "formerly: # 曾用\n- 更旧 # 注\n- 旧名\n# 注\n" + HEAD),
        (HEAD + "formerly:\n    -   更旧", HEAD + "formerly:\n    -   更旧\n    - 旧名\n"),
        ('formerly:\r\n  - "更旧"\r\n' + HEAD, 'formerly:\r\n  - "更旧"\r\n  - 旧名\r\n' + HEAD),
        ("formerly:\n  - |\n    更旧\n\n" + HEAD, "formerly:\n  - |\n    更旧\n\n  - 旧名\n" + HEAD),
        ('"formerly":\n  -\n    更旧\n' + HEAD, '"formerly":\n  -\n    更旧\n  - 旧名\n' + HEAD),
        ("formerly: [更旧]\n" + HEAD, "formerly: [更旧, 旧名]\n" + HEAD),
        ("formerly: [更旧, '老', ] # 注\n" + HEAD, "formerly: [更旧, '老', 旧名, ] # 注\n" + HEAD),
        ("formerly: [\n  更旧 # 注\n]\n" + HEAD, "formerly: [\n  更旧, 旧名 # 注\n]\n" + HEAD),
        ("formerly: []\n" + HEAD, "formerly: [旧名]\n" + HEAD),
        ("formerly: [ ]\n" + HEAD, "formerly: [旧名 ]\n" + HEAD),
    ],
)
def test_where_it_is_written(tmp_path: Path, before: str, after: str) -> None:
    """At the end, or behind the last entry; and once it is there, nothing more."""
    root = written(tmp_path, 甲=before)
    assert declare(root, [formerly("旧名")]) == (root / "tasks/甲.yaml",)
    assert contents(root) == {"甲.yaml": after.encode()}
    assert declare(root, [formerly("旧名"), formerly("旧名", "旧名")]) == ()
    assert contents(root) == {"甲.yaml": after.encode()}


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        *((each, each) for each in ("旧名", "a-1", "no", "1a", "นโยบาย")),
        *(
            (each, f'"{each}"')
            for each in ("2025", "1e3", "true", "0x1F", "-1", "-甲", "甲 乙", "甲: 乙", "甲 #乙", "@甲")
        ),
        *((each, f'"{each}"') for each in ("a,b", "[甲]", "甲_乙", "《甲》", "~", "'甲'", "%", "甲/乙", "😀")),
        ('甲"乙\\', '"甲\\"乙\\\\"'),
    ],
)
@pytest.mark.parametrize(
    ("before", "around"), [("", "formerly:\n  - {}\n"), ("formerly: [更旧]\n", "formerly: [更旧, {}]\n")]
)
def test_how_an_id_is_written(tmp_path: Path, identifier: str, expected: str, before: str, around: str) -> None:
    """In quotes where it is no id by the grammar of ids, or where YAML reads something else than text."""
    root = written(tmp_path, 甲=HEAD + before)
    declare(root, [formerly(identifier)])
    assert contents(root) == {"甲.yaml": (HEAD + around.format(expected)).encode()}
    assert load(Folder(root)).plan.by_id["甲"].formerly[-1] == identifier


def test_several_declarations(tmp_path: Path) -> None:
    """Several keys, several ids, several files, each in its order; a file that says all is not changed."""
    root = written(tmp_path, 甲=HEAD, 乙=HEAD, 丙=HEAD + "split_from: 旧\n")
    declarations = [
        split_from("旧", "丙"),
        Declaration("乙", "merged_from", ("二", "一", "二")),
        formerly("三"),
        formerly("四", "三"),
        split_from("五"),
    ]
    assert declare(root, declarations) == (root / "tasks/乙.yaml", root / "tasks/甲.yaml")
    assert contents(root) == {
        "甲.yaml": f"{HEAD}formerly:\n  - 三\n  - 四\nsplit_from: 五\n".encode(),
        "乙.yaml": f"{HEAD}merged_from:\n  - 二\n  - 一\n".encode(),
        "丙.yaml": f"{HEAD}split_from: 旧\n".encode(),
    }
    assert declare(root, []) == ()


def test_a_task_that_has_mistakes_elsewhere(tmp_path: Path) -> None:
    """An unknown key is no obstacle, and stays."""
    root = written(tmp_path, 甲=HEAD + "色: 绿\ndue: 明天\n")
    declare(root, [formerly("旧名")])
    assert contents(root) == {"甲.yaml": f"{HEAD}色: 绿\ndue: 明天\nformerly:\n  - 旧名\n".encode()}


def test_rights_are_kept(tmp_path: Path) -> None:
    """A file that its group may write stays one."""
    root = written(tmp_path, 甲=HEAD)
    (root / "tasks/甲.yaml").chmod(0o664)
    declare(root, [formerly("旧名")])
    assert (root / "tasks/甲.yaml").stat().st_mode & 0o777 == 0o664


# What is refused.


@pytest.mark.parametrize(
    ("content", "declaration", "error"),
    [
        (HEAD + "title: 又\n", formerly("旧名"), FaultyTaskError),
        (HEAD + "lead: [\n", formerly("旧名"), FaultyTaskError),
        (HEAD + "formerly: 更旧\n", formerly("旧名"), FaultyTaskError),
        (HEAD + "formerly:\n", formerly("旧名"), FaultyTaskError),
        (HEAD + "formerly:\n  - 更旧\n  - 1\n", formerly("旧名"), FaultyTaskError),
        ("", formerly("旧名"), FaultyTaskError),
        (HEAD.encode("gbk"), formerly("旧名"), FaultyTaskError),
        (HEAD + "# " + "注" * 400_000, formerly("旧名"), FaultyTaskError),
        (HEAD + "<<<<<<< HEAD\n", formerly("旧名"), FaultyTaskError),
        (HEAD + "split_from: 更旧\n", split_from("旧名"), AlreadySplitError),
        ("{title: 节能, text: 推进节能。}\n", formerly("旧名"), UnsafeEditError),
        (HEAD.replace("\n", "\r") + "...\r# 完\r", formerly("旧名"), FaultyTaskError),
        ("formerly: [# 注\n]\n" + HEAD, formerly("旧名"), UnsafeEditError),
        (HEAD, formerly(" 旧名"), UnsafeEditError),
        (HEAD, formerly(""), UnsafeEditError),
        (HEAD, formerly("旧\n名"), UnsafeEditError),
        (HEAD, formerly("旧\u202e名"), UnsafeEditError),
        (HEAD, formerly("旧\ud800名"), UnsafeEditError),
    ],
)
def test_refused(tmp_path: Path, content: str | bytes, declaration: Declaration, error: type[EditError]) -> None:
    """The file stays as it is, and so does another one that could have been edited."""
    root = written(tmp_path, 甲=content, 乙=HEAD)
    before = contents(root)
    with pytest.raises(error) as refusal:
        declare(root, [formerly("更旧", task="乙"), declaration])
    assert refusal.type is error
    assert contents(root) == before


def test_the_way_out_is_shown(tmp_path: Path) -> None:
    """The lines to write by hand."""
    root = written(tmp_path, 甲="{title: 节能, text: 推进节能。}\n", 乙=HEAD + "split_from: 旧\n")
    with pytest.raises(UnsafeEditError) as unsafe:
        declare(root, [formerly("旧名", "2025")])
    assert unsafe.value.help.format_map(unsafe.value.facts) == (
        'write it yourself: the line `formerly:`, and below it `  - 旧名`, `  - "2025"`'
    )
    with pytest.raises(UnsafeEditError) as unsafe:
        declare(root, [split_from("旧名")])
    assert unsafe.value.help.format_map(unsafe.value.facts) == "write it yourself: the line `split_from: 旧名`"
    with pytest.raises(AlreadySplitError) as already:
        declare(root, [split_from("旧名", "乙")])
    assert "split from 旧, so" in str(already.value)
    assert "`split_from: 旧名`" in already.value.help.format_map(already.value.facts)


@pytest.mark.parametrize("task", ["乙", "../plan", "..\\plan", "甲\0", "", "."])
def test_no_such_task(tmp_path: Path, task: str) -> None:
    """Nothing outside the folder of tasks is taken for one."""
    root = written(tmp_path, 甲=HEAD)
    with pytest.raises(MissingTaskError):
        declare(root, [formerly("旧名", task=task)])


@pytest.mark.parametrize("target", ["甲.yaml", "../../elsewhere.yaml", "missing.yaml"])
def test_links_are_not_followed(tmp_path: Path, target: str) -> None:
    """Neither is the link replaced, nor what it leads to."""
    root = written(tmp_path / "plan", 甲=HEAD)
    (tmp_path / "elsewhere.yaml").write_text(HEAD, encoding="utf-8")
    (root / "tasks/乙.yaml").symlink_to(target)
    with pytest.raises(LinkError):
        declare(root, [formerly("旧名", task="乙")])
    assert (root / "tasks/乙.yaml").is_symlink()
    assert (tmp_path / "elsewhere.yaml").read_text(encoding="utf-8") == HEAD


def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder, and a pipe, which nobody waits for."""
    root = written(tmp_path)
    (root / "tasks/甲.yaml").mkdir()
    os.mkfifo(root / "tasks/乙.yaml")
    for task in "甲乙":
        with pytest.raises(UnreadableTaskError):
            declare(root, [formerly("旧名", task=task)])


def test_a_protected_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may not write to it may not replace it either."""
    root = written(tmp_path, 甲=HEAD)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # noqa: ARG005 - as os.access is called
    with pytest.raises(CannotWriteError):
        declare(root, [formerly("旧名")])
    assert contents(root) == {"甲.yaml": HEAD.encode()}


def test_one_id_for_a_split(tmp_path: Path) -> None:
    """A task is split from one other."""
    with pytest.raises(ValueError, match="split_from"):
        declare(written(tmp_path, 甲=HEAD), [Declaration("甲", "split_from", ("一", "二"))])


# All or none.

BOTH = [formerly("旧名"), formerly("旧名", task="乙")]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[Path], object]], None]:
    """Lets something happen right before the first file, by name, is replaced."""

    def happens(name: str, what: Callable[[Path], object]) -> None:
        replace = Path.replace

        def replacing(temporary: Path, target: Path) -> Path:
            if target.name == name:
                monkeypatch.setattr(Path, "replace", replace)
                what(target)
            return replace(temporary, target)

        monkeypatch.setattr(Path, "replace", replacing)

    return happens


def refuse(_: Path) -> None:
    """What a full or broken disk says."""
    raise OSError(28, "No space left on device")


def test_a_disk_that_fails_halfway(tmp_path: Path, meanwhile: Callable[[str, Callable[[Path], object]], None]) -> None:
    """The first file has its old content again, and nothing of ours is left."""
    root = written(tmp_path, 甲=HEAD, 乙=HEAD)
    meanwhile("乙.yaml", refuse)
    with pytest.raises(CannotWriteError, match="No space left"):
        declare(root, BOTH)
    assert contents(root) == {"甲.yaml": HEAD.encode(), "乙.yaml": HEAD.encode()}


def test_a_file_that_changes_meanwhile(
    tmp_path: Path, meanwhile: Callable[[str, Callable[[Path], object]], None]
) -> None:
    """What somebody else wrote stays, and the other file is what it was."""
    root = written(tmp_path, 甲=HEAD, 乙=HEAD)
    meanwhile("甲.yaml", lambda path: path.with_name("乙.yaml").write_bytes(b"title: \n"))
    with pytest.raises(ChangedError):
        declare(root, BOTH)
    assert contents(root) == {"甲.yaml": HEAD.encode(), "乙.yaml": b"title: \n"}


def test_a_file_that_changes_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told before any is replaced."""
    root = written(tmp_path, 甲=HEAD, 乙=HEAD)
    sync = os.fsync

    def synced(handle: int) -> None:
        (root / "tasks/乙.yaml").unlink(missing_ok=True)
        sync(handle)

    monkeypatch.setattr(os, "fsync", synced)
    with pytest.raises((ChangedError, CannotWriteError)):
        declare(root, BOTH)
    assert contents(root) == {"甲.yaml": HEAD.encode()}


# Whatever a file looks like.

COMMENTS = st.sampled_from(["", "", "\n", "# 注\n", "  # 注\n\n", "\n\n# - 旧名\n", " \n"])
TAILS = st.sampled_from(["", "  # 注", " "])
VALUES = (
    *("title: 节能{}\n", 'title: "节\\u80fd"{}\n', "title: EOD\n  EPC{}\n"),
    *(
        "text: 推进节能。{}\n",
        "text: |{}\n  推进节能。\n\n  ... 到2027年。\n",
        "text: |+{}\n  推进节能。\n\n",
        "text: >-{}\n  EOD\n  EPC.\n",
    ),
    *("lead:{}\n  - 区发改委\n", "lead: [区发改委]{}\n", "lead: []{}\n"),
    *(
        "notes: {{甲: 乙}}{}\n",
        "notes:{}\n  甲: |\n    乙\n",
        "targets: []{}\n",
        "split_from: 甲{}\n",
        "merged_from: [一]{}\n",
    ),
    *(
        "formerly: [一, '二']{}\n",
        "formerly: []{}\n",
        "formerly:{}\n- 一\n- 二 # 注\n",
        "formerly:{}\n  - 一\n\n  # 注\n  - '二'\n",
    ),
    "formerly:{}\n    - |-\n      一\n",
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Keys in any order and style, comments and blank lines around them, any line end, with or without the last."""
    keys = {value.partition(":")[0]: value for value in draw(st.permutations(VALUES))}
    needed = [keys.pop("title"), keys.pop("text")]
    chosen = draw(st.permutations([*needed, *draw(st.lists(st.sampled_from(sorted(keys.values())), unique=True))]))
    text = draw(COMMENTS) + "".join(value.format(draw(TAILS)) + draw(COMMENTS) for value in chosen)
    text = text.rstrip("\n") if draw(st.booleans()) else text
    text = draw(st.sampled_from(["", "---\n", "\ufeff"])) + text
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()


DECLARED = st.lists(st.sampled_from(["一", "旧名", "2025", "甲: 乙", "-"]), min_size=1, max_size=3).map(tuple)


def differs_by_an_insertion(before: bytes, after: bytes) -> bool:
    """Whether only something was inserted, in one place."""
    ends = (before[at:] for at in range(len(before) + 1) if before[:at] == after[:at])
    return len(after) >= len(before) and any(after.endswith(end) for end in ends)


def the_task(root: Path) -> Task:
    """As it loads, without a finding."""
    loaded = load(Folder(root))
    assert not [finding for _, finding in loaded.findings if finding.place.task]
    return loaded.plan.by_id["甲"]


@arbitrary
@given(before=files(), key=st.sampled_from(["formerly", "merged_from"]), ids=DECLARED)
def test_promises(before: bytes, key: str, ids: tuple[str, ...]) -> None:
    """All bytes stay, the task says the same and what is declared, and to declare it again changes nothing."""
    with TemporaryDirectory() as folder:
        root = written(Path(folder), 甲=before)
        old = the_task(root)
        known = getattr(old, key)
        missing = [each for each in dict.fromkeys(ids) if each not in known]
        declaration = Declaration("甲", "formerly" if key == "formerly" else "merged_from", ids)
        changed = declare(root, [declaration])
        after = contents(root)
        assert list(after) == ["甲.yaml"]
        assert changed == ((root / "tasks/甲.yaml",) if missing else ())
        assert differs_by_an_insertion(before, after["甲.yaml"])
        assert after["甲.yaml"].count(b"\r\n") in {0, after["甲.yaml"].count(b"\n")}
        assert the_task(root) == old.model_copy(update={key: (*known, *missing)})
        assert declare(root, [declaration]) == ()
        assert contents(root) == after
