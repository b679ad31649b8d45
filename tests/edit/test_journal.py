"""A change of several files is made or not made, whenever who makes it dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from plancli.edit import journal
from plancli.edit.change import Change
from plancli.edit.recover import Recovered, recover
from plancli.edit.refusals import ChangedError, ForeignJournalError, UnfinishableError
from plancli.edit.rewrite import Rewrite, rewrite
from plancli.errors import CannotWriteError, InterruptedWriteError
from plancli.loading.loader import load
from plancli.source.folder import JOURNAL, Folder
from tests.edit.disk import Disk
from tests.edit.worlds import DELETED, LAST, NEW, OLD, between, contents, written

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


def leftovers(files: dict[str, bytes]) -> set[str]:
    """Files of ours."""
    return {path for path in files if Path(path).name.startswith(".plancli-")}


# Killed at every step.


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What is left by writers that were killed, each at another step, and by those that finish for them."""
    out = tmp_path_factory.mktemp("left")
    program = "from tests.edit.dying import main; main()"
    subprocess.run([sys.executable, "-c", program, str(out)], cwd=ROOT, check=True)  # noqa: S603 - our own program
    return sorted(out.iterdir())


def test_whoever_is_killed_leaves_all_or_nothing(left: list[Path]) -> None:
    """A plan that is half new is never read; once finished it is all old or all new, and nothing of ours stays."""
    ends = set()
    for root in left:
        before = contents(root)
        if JOURNAL in before:
            with pytest.raises(InterruptedWriteError):
                load(Folder(root))
        else:
            assert {path: before[path] for path in before.keys() - leftovers(before)} in (OLD, NEW), root.name
        recover(root)
        after = contents(root)
        assert after in (OLD, NEW), root.name
        ends.add((root.name.split("-")[0], JOURNAL in before, after == NEW))
        assert load(Folder(root)).files == len(after)
    assert ends == {
        *(("write", False, False), ("write", True, True), ("write", False, True)),
        *(("refused", False, False), ("refused", True, True), ("refused", True, False)),
    }


# Power that fails.


def test_a_power_failure_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Whatever had not reached the disk yet is lost, in every combination that chance finds."""
    root = written(tmp_path / "plan", OLD)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(root)
        disk.watch(patch)
        rewrite(between(root, OLD, NEW))
    assert contents(root) == NEW
    assert not [change for change in disk.moments[-1].pending if JOURNAL in change]
    failed = written(tmp_path / "failed", {})
    outcomes = set()
    for number, moment in enumerate(disk.moments):
        for seed in range(5):
            state = moment.after_failure(Random(f"{number}-{seed}"))  # noqa: S311 - the same on every run
            restored(failed, state)
            recover(failed)
            assert contents(failed) in (OLD, NEW), (number, seed, state)
            outcomes.add(contents(failed) == NEW)
    assert outcomes == {False, True}


def restored(root: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold these files and no others."""
    for path in contents(root) if root.exists() else ():
        (root / path).unlink()
    written(root, files)


# What somebody did meanwhile.


@pytest.fixture
def interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan whose writer died after the first of its steps."""
    root = written(tmp_path / "plan", OLD)
    replace = Path.replace

    def dying(source: Path, target: Path) -> Path:
        if target.name == JOURNAL:
            return replace(source, target)
        raise SystemError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying)
        patch.setattr("plancli.edit.rewrite._take_back", lambda *_: None)
        with pytest.raises(SystemError):
            rewrite(between(root, OLD, NEW))
    assert DELETED not in contents(root)
    return root


def test_what_is_finished_is_told(interrupted: Path) -> None:
    """Every file of the change; and a second time nothing."""
    changed = {interrupted / path for path, _ in OLD.items() ^ NEW.items()}
    assert set(recover(interrupted).files) == changed
    assert contents(interrupted) == NEW
    assert recover(interrupted) == Recovered()


def test_a_file_that_somebody_changed_is_not_lost(interrupted: Path) -> None:
    """Nothing is done; and on request everything else."""
    (interrupted / LAST).write_bytes(b"title: mine\n")
    before = contents(interrupted)
    with pytest.raises(UnfinishableError, match=f"{LAST} was changed by someone else"):
        recover(interrupted)
    assert contents(interrupted) == before
    assert recover(interrupted, skip_changed=True).skipped == (interrupted / LAST,)
    assert contents(interrupted) == {**NEW, LAST: b"title: mine\n"}


def test_a_file_that_somebody_deleted(interrupted: Path) -> None:
    """It is not brought back unasked."""
    (interrupted / LAST).unlink()
    with pytest.raises(UnfinishableError):
        recover(interrupted)
    recover(interrupted, skip_changed=True)
    assert contents(interrupted) == {path: content for path, content in NEW.items() if path != LAST}


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_staged_file_that_is_lost(interrupted: Path, damage: Callable[[Path], object]) -> None:
    """Then the plan's file stays as it was."""
    step = next(step for step in journal.read(interrupted) if step.path == LAST)
    damage((interrupted / LAST).with_name(str(step.staged)))
    with pytest.raises(UnfinishableError, match=f"write to .*{LAST} is gone"):
        recover(interrupted)
    recover(interrupted, skip_changed=True)
    assert contents(interrupted) == {**NEW, LAST: OLD[LAST]}


def test_nothing_else_is_written_before(interrupted: Path) -> None:
    """A second change would be based on half of the first."""
    before = contents(interrupted)
    with pytest.raises(InterruptedWriteError):
        rewrite([Rewrite(interrupted / LAST, OLD[LAST], b"")])
    assert contents(interrupted) == before


def test_a_disk_that_refuses_again(interrupted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal stays until it is finished."""
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refused)
        with pytest.raises(CannotWriteError):
            recover(interrupted)
    recover(interrupted)
    assert contents(interrupted) == NEW


def refused(*_: object) -> None:
    """What a broken disk says."""
    raise OSError(5, "Input/output error")


# Journals that are none of ours.

DIGEST = "0" * 64
STAGED = ".plancli-0123456789abcdef.tmp"
SOUND: dict[str, object] = {"path": "tasks/甲.yaml", "before": DIGEST, "after": None, "staged": None}
WRITTEN: dict[str, object] = {**SOUND, "after": "1" * 64, "staged": STAGED}
PATHS = ("../甲.yaml", "/etc/甲.yaml", "tasks/../甲.yaml", "tasks/甲", "甲.yaml", "", 1)
UNSOUND: tuple[tuple[str, object], ...] = (
    *(("path", path) for path in PATHS),
    *(("before", digest) for digest in (None, "", DIGEST.upper() + "A", 1)),
    *(("staged", name) for name in ("", STAGED, "../" + STAGED, "plan.yaml", 1)),
    *(("after", digest) for digest in ("1" * 64, DIGEST)),
    ("more", 1),
)
"""Keys of a step, and what none of ours says there."""


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", "null", "1", '{"version": 1}', '{"version": 1, "files": []}', "[" * 100_000, "\0"),
        *({"version": 2, "files": [SOUND]}, {"version": 1, "files": [SOUND, SOUND]}, {"version": 1, "files": [[]]}),
        *({"version": 1, "files": [{**SOUND, key: value}]} for key, value in UNSOUND),
        *(
            {"version": 1, "files": [{**WRITTEN, "staged": name}]}
            for name in ("", "../" + STAGED, "plan.yaml", 1, None)
        ),
    ],
    ids=map(str, count()),
)
def test_a_journal_that_nobody_understands(tmp_path: Path, content: str | dict[str, object]) -> None:
    """It leads nowhere, least of all out of the plan."""
    root = written(tmp_path / "plan", OLD)
    (root / JOURNAL).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    before = contents(tmp_path)
    with pytest.raises(ForeignJournalError):
        recover(root, skip_changed=True)
    assert contents(tmp_path) == before


def test_a_journal_that_is_no_file(tmp_path: Path) -> None:
    """A link, even to nothing, and a folder."""
    root = written(tmp_path / "plan", OLD)
    (root / JOURNAL).symlink_to("nowhere")
    with pytest.raises(InterruptedWriteError):
        load(Folder(root))
    with pytest.raises(ForeignJournalError):
        recover(root)
    (root / JOURNAL).unlink()
    (root / JOURNAL).mkdir()
    with pytest.raises(ForeignJournalError):
        recover(root)


# File systems that take two names for one.


@pytest.fixture
def folding(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system to which `A.yaml` and `a.yaml` are one file, called what it was called first."""

    def there(path: Any) -> Any:  # noqa: ANN401 - whatever a call takes
        if not isinstance(path, str | Path):
            return path
        with suppress(OSError):
            for name in os.listdir(Path(path).parent):  # noqa: PTH208 - iterdir would ask here again
                if name.casefold() == Path(path).name.casefold():
                    return Path(path).with_name(name)
        return path

    def folded(call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *paths, **options: call(*map(there, paths), **options)

    for name in ("open", "stat", "lstat", "replace", "unlink", "access"):
        monkeypatch.setattr(os, name, folded(getattr(os, name)))


RENAMED = {**NEW, "tasks/ab.yaml": b"title: ab\n"}, {**NEW, "tasks/Ab.yaml": b"title: ab\nformerly: [ab]\n"}


@pytest.mark.usefixtures("folding")
def test_a_name_of_which_only_the_case_changes(tmp_path: Path) -> None:
    """One file is deleted and one is made, though they are one."""
    root = written(tmp_path / "plan", RENAMED[0])
    rewrite(between(root, *RENAMED))
    assert contents(root) == RENAMED[1]


@pytest.mark.usefixtures("folding")
@pytest.mark.parametrize(
    ("call", "name"), [("replace", JOURNAL), ("unlink", "ab.yaml"), ("replace", "Ab.yaml"), ("unlink", JOURNAL)]
)
def test_dying_where_only_the_case_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, name: str
) -> None:
    """Before every step."""
    root = written(tmp_path / "plan", RENAMED[0])
    calling = getattr(Path, call)

    def dying(path: Path, *target: Path) -> object:
        if (*target, path)[0].name == name:
            raise SystemError
        return calling(path, *target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, call, dying)
        patch.setattr("plancli.edit.rewrite._take_back", lambda *_: None)
        with pytest.raises(SystemError):
            rewrite(between(root, *RENAMED))
    recover(root)
    assert contents(root) == (RENAMED[0] if (call, name) == ("replace", JOURNAL) else RENAMED[1])


@pytest.mark.usefixtures("folding")
def test_a_file_that_somebody_changed_where_only_the_case_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new one would take its place: neither is touched."""
    root = written(tmp_path / "plan", RENAMED[0])
    with monkeypatch.context() as patch:
        patch.setattr(Change, "carry_out", refused)
        patch.setattr("plancli.edit.rewrite._take_back", lambda *_: None)
        with pytest.raises(OSError, match="Input"):
            rewrite(between(root, *RENAMED))
    (root / "tasks/ab.yaml").write_bytes(b"title: mine\n")
    assert recover(root, skip_changed=True).skipped == (root / "tasks/Ab.yaml", root / "tasks/ab.yaml")
    assert contents(root) == {**NEW, "tasks/ab.yaml": b"title: mine\n"}


@pytest.mark.usefixtures("folding")
def test_a_change_of_case_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system refuses the new name, the old one is there again."""
    root = written(tmp_path / "plan", RENAMED[0])
    replace, refusals = Path.replace, iter([OSError(5, "Input/output error")])

    def refusing(source: Path, target: Path) -> Path:
        if target.name == "Ab.yaml" and (refusal := next(refusals, None)):
            raise refusal
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(CannotWriteError):
        rewrite(between(root, *RENAMED))
    assert contents(root) == RENAMED[0]


@pytest.mark.usefixtures("folding")
def test_a_new_file_replaces_none_of_another_case(tmp_path: Path) -> None:
    """It is somebody else's."""
    root = written(tmp_path / "plan", RENAMED[0])
    with pytest.raises(ChangedError):
        rewrite([Rewrite(root / "tasks/AB.yaml", None, b"title: AB\n")])
    assert contents(root) == RENAMED[0]
