"""Plan files are written all or none, by one writer at a time, and with the rights that they had."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plancli.edit import lock
from plancli.edit.lock import locked
from plancli.edit.recover import recover
from plancli.edit.refusals import BusyError, ChangedError, LinkError
from plancli.edit.rewrite import Rewrite, rewrite
from plancli.errors import CannotWriteError, InterruptedWriteError
from tests.edit.worlds import DELETED, LAST, NEW, OLD, between, contents, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan's folder."""
    return written(tmp_path / "plan", OLD)


# What is written.


def test_files_are_replaced_made_and_deleted(root: Path) -> None:
    """And nothing of ours is left."""
    rewrite(between(root, OLD, NEW))
    assert contents(root) == NEW
    rewrite(between(root, NEW, OLD), root)
    assert contents(root) == OLD


def test_what_a_dead_writer_has_staged_is_swept_away(root: Path) -> None:
    """Nothing that only looks like it."""
    for name in (".plancli-0123456789abcdef.tmp", ".plancli-mine.tmp"):
        (root / name).touch()
        (root / "tasks" / name).touch()
    rewrite([Rewrite(root / LAST, OLD[LAST], NEW[LAST])])
    left = {path for path in contents(root) if path.endswith(".tmp")}
    assert left == {".plancli-mine.tmp", "tasks/.plancli-mine.tmp"}


def test_what_stays_the_same_is_not_written(root: Path) -> None:
    """Nor is anything asked of the system."""
    before = (root / LAST).stat()
    rewrite([Rewrite(root / LAST, OLD[LAST], OLD[LAST])])
    rewrite([])
    assert (root / LAST).stat() == before


def test_rights_are_kept(root: Path) -> None:
    """A new file has those of the one that it is like, else the plan's."""
    (root / LAST).chmod(0o640)
    (root / DELETED).chmod(0o600)
    (root / "plan.yaml").chmod(0o664)
    rewrite(
        [
            Rewrite(root / LAST, OLD[LAST], b"1"),
            Rewrite(root / DELETED, OLD[DELETED], None),
            Rewrite(root / "tasks/丁.yaml", None, b"2", like=root / DELETED),
            Rewrite(root / "tasks/戊.yaml", None, b"3"),
        ]
    )
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (root / "tasks").iterdir()}
    assert rights == {"甲.yaml": 0o640, "乙.yaml": 0o644, "丁.yaml": 0o600, "戊.yaml": 0o664}


def test_a_plan_in_a_folder_called_tasks(tmp_path: Path) -> None:
    """With a task called plan: the plan's folder is the one that holds both."""
    task = {"tasks/plan.yaml": b"title: plan\n"}
    root = written(tmp_path / "tasks", {**OLD, **task})
    rewrite([Rewrite(root / "plan.yaml", OLD["plan.yaml"], b"1"), Rewrite(root / LAST, OLD[LAST], b"2")])
    rewrite([Rewrite(root / "tasks/plan.yaml", task["tasks/plan.yaml"], b"3"), Rewrite(root / "plan.yaml", b"1", b"4")])
    assert contents(root) == {**OLD, "plan.yaml": b"4", LAST: b"2", "tasks/plan.yaml": b"3"}


# What is refused, with everything as it was.


def theirs(path: Path) -> None:
    """Write what somebody else has to say."""
    path.write_bytes(b"theirs")


@pytest.mark.parametrize(
    ("path", "meanwhile"),
    [
        *((LAST, theirs), (LAST, Path.unlink), (DELETED, theirs), (DELETED, Path.unlink)),
        *(("tasks/丁.yaml", theirs), ("tasks/丁.yaml", Path.mkdir)),
    ],
)
def test_a_file_that_changed_since(root: Path, path: str, meanwhile: Callable[[Path], None]) -> None:
    """What somebody else wrote stays."""
    meanwhile(root / path)
    before = contents(root)
    with pytest.raises(ChangedError):
        rewrite(between(root, OLD, NEW))
    assert contents(root) == before


@pytest.mark.parametrize("target", ["乙.yaml", "../../elsewhere.yaml", "missing.yaml"])
def test_links_are_not_followed(root: Path, target: str) -> None:
    """Neither is the link replaced, nor what it leads to."""
    (root.parent / "elsewhere.yaml").write_bytes(OLD[LAST])
    (root / LAST).unlink()
    (root / LAST).symlink_to(target)
    with pytest.raises(LinkError):
        rewrite(between(root, OLD, NEW))
    assert (root / LAST).is_symlink()
    assert (root.parent / "elsewhere.yaml").read_bytes() == OLD[LAST]


@pytest.mark.parametrize("call", ["open", "fsync", "replace", "unlink", "chmod"])
@pytest.mark.parametrize("after", range(12))
def test_a_disk_that_refuses_once(root: Path, monkeypatch: pytest.MonkeyPatch, call: str, after: int) -> None:
    """Whichever call it is that fails: all is old, or it was no matter and all is new; and nothing of ours is left."""
    calling, calls = getattr(os, call), iter(range(1000))

    def refusing(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the call takes and gives
        if next(calls) == after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return calling(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refusing)
        try:
            rewrite(between(root, OLD, NEW))
        except CannotWriteError as error:
            assert os.strerror(errno.ENOSPC) in str(error)  # noqa: PT017 - it may also succeed
            assert contents(root) == OLD
        except ChangedError:
            assert contents(root) == OLD
        else:
            assert {path for path in contents(root) if ".plancli" not in path} == set(NEW)
    recover(root)
    assert contents(root) in (OLD, NEW)


def test_a_disk_that_refuses_for_good(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was replaced cannot be taken back: then it is said, and can be finished later."""
    replace = Path.replace

    def refusing(source: Path, target: Path) -> Path:
        if target == root / LAST:
            monkeypatch.setattr(Path, "replace", refused)
            refused()
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(InterruptedWriteError):
        rewrite(between(root, OLD, NEW))
    monkeypatch.undo()
    assert recover(root).files
    assert contents(root) == NEW


def refused(*_: object) -> None:
    """What a broken disk says."""
    raise OSError(errno.EIO, os.strerror(errno.EIO))


# One writer at a time.


@pytest.fixture
def other(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that writes to the plan, until its input ends."""
    program = (
        "import sys; from pathlib import Path; from plancli.edit.lock import locked\n"
        "with locked(Path(sys.argv[1])): print('locked', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "locked\n"
        yield process
        process.kill()


def test_a_second_writer_is_told(root: Path, other: subprocess.Popen[str]) -> None:
    """At once, or nearly; and when the first one is gone, however it went, the way is free."""
    with pytest.raises(BusyError):
        rewrite(between(root, OLD, NEW))
    with pytest.raises(BusyError):
        recover(root)
    assert contents(root) == OLD
    other.kill()
    other.wait()
    rewrite(between(root, OLD, NEW))
    assert contents(root) == NEW


def test_a_short_wait_is_worth_it(root: Path, other: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that is about done is waited for."""

    def waited(_: float) -> None:
        other.kill()
        other.wait()

    monkeypatch.setattr(time, "sleep", waited)
    rewrite(between(root, OLD, NEW))
    assert contents(root) == NEW


@pytest.fixture
def without_folder_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that locks only files, as Windows and some networks do."""
    flock = fcntl.flock

    def choosy(handle: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        flock(handle, operation)

    monkeypatch.setattr(fcntl, "flock", choosy)
    monkeypatch.setattr(lock, "PAUSE", 0)


@pytest.mark.usefixtures("without_folder_locks")
def test_a_system_that_locks_only_files(root: Path) -> None:
    """A file is locked, and gone afterwards; what a crash left behind stops nobody."""
    (root / lock.LOCK).touch()
    with locked(root):
        assert (root / lock.LOCK).exists()
        with pytest.raises(BusyError):
            rewrite(between(root, OLD, NEW))
        assert contents(root) == {**OLD, lock.LOCK: b""}
    rewrite(between(root, OLD, NEW))
    assert contents(root) == NEW


@pytest.mark.usefixtures("without_folder_locks")
def test_a_lock_that_is_removed_while_it_is_taken(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is nobody's, and taken anew."""
    flock, removals = fcntl.flock, iter([root / lock.LOCK])

    def late(handle: int, operation: int) -> None:
        flock(handle, operation)
        if path := next(removals, None):
            path.unlink()

    monkeypatch.setattr(fcntl, "flock", late)
    with locked(root), pytest.raises(BusyError), locked(root):
        pass
    assert contents(root) == OLD


def test_a_system_that_locks_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two writers at once would be worse than none."""
    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(CannotWriteError, match=os.strerror(errno.EIO)):
        rewrite(between(root, OLD, NEW))
    assert set(contents(root)) - set(OLD) <= {lock.LOCK}
