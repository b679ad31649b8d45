"""Files as a folder has them: odd ones are named and never make the program wait."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plancli.errors import LinkedFolderError, NoPlanError, UnreadablePlanError
from plancli.loading.loader import load
from plancli.project import load as load_project
from plancli.source.folder import Folder, Unreadable, find_plan
from plancli.source.text import MAX_BYTES
from tests.support import BASE, TASK, stamped

LISTED = "outline: [{heading: 甲, tasks: [节能降碳, x]}]\n"

NEEDS_RIGHTS = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The sound plan in a folder, its outline with a task x that each test makes."""
    folder = tmp_path / "plan"
    for path, text in BASE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    header = BASE["plan.yaml"].partition("outline:")[0] + LISTED
    (folder / "plan.yaml").write_text(header, encoding="utf-8")
    return folder


def found(plan: Path) -> list[tuple[str, str]]:
    """Wordings and files of everything found."""
    return sorted((wording, finding.place.path) for wording, finding in stamped(load(Folder(plan))))


def test_a_pipe_does_not_block(plan: Path) -> None:
    """In a process of its own with a limit: if reading waits, the test fails and the run goes on."""
    os.mkfifo(plan / "tasks/x.yaml")
    program = "import sys; from plancli.source.folder import Folder; from pathlib import Path; "
    program += "print(Folder(Path(sys.argv[1])).read('tasks/x.yaml').case)"
    run = subprocess.run([sys.executable, "-c", program, plan], capture_output=True, timeout=20, check=True, text=True)  # noqa: S603 - this Python
    assert run.stdout == "special\n"
    assert found(plan) == [("unreadable-file.special", "tasks/x.yaml")]


def test_a_folder_named_like_a_file(plan: Path) -> None:
    """It is no file, whatever is in it."""
    (plan / "tasks/x.yaml").mkdir()
    (plan / "tasks/x.yaml/y.yaml").write_text("title: 甲\n", encoding="utf-8")
    assert found(plan) == [("unreadable-file.special", "tasks/x.yaml")]


def test_a_device(plan: Path) -> None:
    """A link to one that never ends."""
    (plan / "tasks/x.yaml").symlink_to("/dev/zero")
    assert found(plan) == [("unreadable-file.special", "tasks/x.yaml")]


@pytest.mark.parametrize("target", ["nowhere.yaml", "x.yaml", "节能降碳.yaml", "/etc/passwd"])
def test_links_are_not_followed(plan: Path, target: str) -> None:
    """A plan from strangers may link to any file, and messages show its lines; git's revisions hold no content either.

    Whether the link leads nowhere, round in a circle, to a file of the plan or out of it.
    """
    (plan / "tasks/x.yaml").symlink_to(target)
    assert found(plan) == [("unreadable-file.special", "tasks/x.yaml")]


def test_a_folder_of_tasks_that_is_a_link(plan: Path, tmp_path: Path) -> None:
    """All its files would be read from elsewhere."""
    (plan / "tasks").rename(tmp_path / "elsewhere")
    (plan / "tasks").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LinkedFolderError):
        load(Folder(plan))


@pytest.mark.parametrize("change", [b"", b"title: x", b"#" * MAX_BYTES])
def test_a_file_that_changes_while_it_is_read(plan: Path, monkeypatch: pytest.MonkeyPatch, change: bytes) -> None:
    """It shrinks or grows after its size was asked for: what is read is what stands there then, up to its end."""
    path = plan / "tasks/x.yaml"
    path.write_bytes(b"title: before\n")
    size_of = os.fstat

    def changed(handle: int) -> os.stat_result:
        status = size_of(handle)
        path.write_bytes(change)
        return status

    monkeypatch.setattr(os, "fstat", changed)
    assert Folder(plan).read("tasks/x.yaml") == change


def test_a_file_that_outgrows_the_limit_while_it_is_read(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read to its end, which may never come."""
    monkeypatch.setattr(os, "read", lambda _, size: b"#" * size)
    assert Folder(plan).read(TASK) == Unreadable("too-large")


def test_a_file_in_parts(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a network's file system may give it."""
    read = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: read(handle, min(size, 7)))
    assert Folder(plan).read(TASK) == BASE[TASK].encode()


def test_a_file_that_vanishes_after_it_was_listed(plan: Path) -> None:
    """It is told as missing, and not told again as listed without a file."""

    class Vanishing(Folder):
        def read(self, path: str) -> bytes | Unreadable:
            (self.root / "tasks/x.yaml").unlink(missing_ok=True)
            return super().read(path)

    (plan / "tasks/x.yaml").write_text(BASE[TASK], encoding="utf-8")
    assert sorted(wording for wording, _ in stamped(load(Vanishing(plan)))) == ["unreadable-file.missing"]


@NEEDS_RIGHTS
def test_a_file_that_may_not_be_read(plan: Path) -> None:
    """The reason is the system's."""
    path = plan / "tasks/x.yaml"
    path.touch(mode=0)
    assert found(plan) == [("unreadable-file.denied", "tasks/x.yaml")]
    assert Folder(plan).read("tasks/x.yaml") == Unreadable("denied", "Permission denied")


@NEEDS_RIGHTS
def test_a_folder_that_may_not_be_listed(plan: Path) -> None:
    """Without the names of the tasks there is nothing to be said about them."""
    (plan / "tasks").chmod(0)
    try:
        with pytest.raises(UnreadablePlanError, match="Permission denied"):
            load(Folder(plan))
    finally:
        (plan / "tasks").chmod(0o755)


def test_the_largest_file_and_one_byte_more(plan: Path) -> None:
    """1,000,000 bytes are read."""
    path = plan / "tasks/x.yaml"
    text = "title: 甲\ntext: 推进。\nlead: [区发改委]\n"
    path.write_bytes(text.encode() + b"#" * (MAX_BYTES - len(text.encode())))
    assert found(plan) == []
    with path.open("ab") as file:
        file.write(b"\n")
    assert found(plan) == [("file-too-large", "tasks/x.yaml")]


def test_which_files_are_tasks(plan: Path) -> None:
    """Hidden files and other suffixes are nobody's; folders below are not looked into."""
    text = BASE[TASK]
    (plan / "tasks/sub").mkdir()
    for name in (".yaml", ".hidden.yaml", "a.yml", "b.yaml~", "c.YAML", "sub/d.yaml", "x.yaml"):
        (plan / "tasks" / name).write_text(text, encoding="utf-8")
    assert Folder(plan).task_paths() == ["tasks/x.yaml", "tasks/节能降碳.yaml"]


def test_tasks_come_in_code_point_order(plan: Path) -> None:
    """Whatever the folder's order and the locale."""
    for name in ("b", "B", "é", "乙", "a-1", "a"):
        (plan / f"tasks/{name}.yaml").touch()
    paths = Folder(plan).task_paths()
    assert paths == sorted(paths)
    assert [path[6:-5] for path in paths] == ["B", "a-1", "a", "b", "é", "乙", "节能降碳"]


@pytest.mark.parametrize("name", [b"\xbd\xda\xc4\xdc.yaml", b"\xff.yaml"])
def test_a_name_that_is_no_utf_8(plan: Path, name: bytes) -> None:
    """An archive from an old Windows has names in GBK."""
    try:
        path = Path(os.fsdecode(bytes(plan / "tasks") + b"/" + name))
        path.write_text("title: 甲\ntext: 推进。\nlead: [区发改委]\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    wordings = {wording for wording, _ in found(plan)}
    assert wordings == {"missing-task", "unlisted-task.misnamed"}
    assert load_project(plan).diagnostics("en")


def test_tasks_may_be_absent_or_no_folder(plan: Path) -> None:
    """Then every listed task is missing, for one reason; and what they would have named is not called unused."""
    for path in plan.glob("tasks/*"):
        path.unlink()
    (plan / "tasks").rmdir()
    assert found(plan) == [("missing-task.all", "plan.yaml")]
    (plan / "tasks").touch()
    assert found(plan) == [("missing-task.all", "plan.yaml")]


def test_the_plan_is_found_from_within(plan: Path) -> None:
    """By its own name, by the folder around it, from any folder below."""
    below = plan.parent / "build" / "sheets"
    below.mkdir(parents=True)
    assert find_plan(plan, Path("/")) == plan
    assert find_plan(plan.parent, Path("/")) == plan
    assert find_plan(None, below) == plan
    assert find_plan(None, plan / "tasks") == plan


def test_no_plan(tmp_path: Path) -> None:
    """Neither where it is looked for nor where it is named."""
    with pytest.raises(NoPlanError):
        find_plan(tmp_path, tmp_path)
    (tmp_path / "plan.yaml").mkdir()
    with pytest.raises(NoPlanError):
        find_plan(tmp_path, tmp_path)
