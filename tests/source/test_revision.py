"""Plans read from git's objects: the same bytes as in a folder, whatever the files are called."""

from __future__ import annotations

import gc
import random
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from plancli.loading.loader import load
from plancli.source.folder import Folder, Unreadable, blob_id
from plancli.source.git import Repository
from plancli.source.objects import TOGETHER
from plancli.source.plumbing import Git, GitFailedError
from plancli.source.revision import LinkedTasksError
from plancli.source.text import MAX_BYTES
from tests.source.repositories import PLAN, TASK, Worktree, plan_of, posix

if TYPE_CHECKING:
    from pathlib import Path


def test_each_revision_has_its_own_files(project: Worktree) -> None:
    """What was committed is read, whatever stands in the working tree."""
    project.plan()
    project.commit({TASK: "title: 新\r\n"}, "plan")
    project.write({TASK: "title: not committed\n"}, "plan")
    assert plan_of(project, "HEAD~1").read(TASK) == PLAN[TASK].encode()
    assert plan_of(project).read(TASK) == "title: 新\r\n".encode()
    assert plan_of(project).read("tasks/none.yaml") == Unreadable("missing")
    assert plan_of(project, folder="nowhere").task_paths() == []
    assert plan_of(project, folder="plan/plan.yaml").read("plan.yaml") == Unreadable("missing")


def test_a_revision_loads_as_its_folder_does(project: Worktree) -> None:
    """The same plan, the same findings."""
    project.plan()
    revision, folder = load(plan_of(project)), load(Folder(project.folder / "plan"))
    assert revision == folder
    assert len(revision.plan.tasks) == 1


@posix
@pytest.mark.parametrize("folder", ["", "方案 一", "a \"b\"/'c'", "line\nfeed/plan", "-x", "*", ":(top)", "\udcff"])
def test_every_name_can_be_read(project: Worktree, folder: str) -> None:
    """Chinese, spaces, quotes, line feeds, bytes that are no text; for folders and for files."""
    tasks = [f"tasks/{name}.yaml" for name in ("节能 降碳", 'q"', "'", "li\nne", "-x", "*", "\\", "\udcfe", "é", "~a")]
    project.commit({**PLAN, **dict.fromkeys(tasks, "title: 一\n"), "tasks/.x.yaml": "", "tasks/x.yml": ""}, folder)
    revision, there = plan_of(project, folder=folder), Folder(project.folder / folder)
    assert revision.task_paths() == there.task_paths() == sorted([TASK, *tasks])
    assert revision.identities() == there.identities()
    assert {revision.read(path) for path in tasks} == {"title: 一\n".encode()}


@posix
def test_what_is_no_file_is_not_read(project: Worktree) -> None:
    """A link, a submodule and a folder have no bytes; what they lead to is not followed."""
    commit = project.plan()
    (project.folder / "plan/departments.yaml").unlink()
    (project.folder / "plan/departments.yaml").symlink_to("/etc/passwd")
    project.commit({"tasks/folder.yaml/x": ""}, "plan")
    project.git("update-index", "--add", "--cacheinfo", f"160000,{commit},plan/tasks/module.yaml")
    project.git("commit", "--quiet", "--message", "module")
    revision = plan_of(project)
    special = ["departments.yaml", "tasks/folder.yaml", "tasks/module.yaml"]
    assert revision.task_paths() == [*special[1:], TASK]
    assert [revision.read(path) for path in special] == [Unreadable("special")] * 3
    assert [revision.identities()[path] for path in special] == [f"!{path}:special" for path in special]


@posix
def test_tasks_that_are_elsewhere_are_not_taken_for_none(project: Worktree) -> None:
    """A link in the place of the folder: all tasks would seem removed."""
    project.commit({**PLAN, "other/x.yaml": ""}, "plan")
    shutil.rmtree(project.folder / "plan/tasks")
    (project.folder / "plan/tasks").symlink_to("other")
    project.commit()
    with pytest.raises(LinkedTasksError, match="plan/tasks is a link"):
        load(plan_of(project))
    (project.folder / "plan/tasks").unlink()
    project.commit({"tasks": "a file"}, "plan")
    assert plan_of(project).task_paths() == Folder(project.folder / "plan").task_paths() == []


def test_files_in_any_order(project: Worktree) -> None:
    """One after the other, backwards, at random, some too large: each has its own content."""
    files: dict[str, str | bytes] = {f"tasks/{number:03}.yaml": f"title: {number}\n" for number in range(3 * TOGETHER)}
    large = [f"tasks/{number:03}.yaml" for number in (0, 5, 6, TOGETHER, 3 * TOGETHER - 1)]
    files |= dict.fromkeys(large, b"#" * (MAX_BYTES + 1)) | {"tasks/100.yaml": b"#" * MAX_BYTES, "tasks/101.yaml": b""}
    project.commit({**PLAN, **files}, "plan")
    revision, folder = plan_of(project), Folder(project.folder / "plan")
    paths = revision.task_paths()
    shuffled = random.Random(3).choices(paths, k=len(paths))  # noqa: S311 - no secret
    for path in [*paths, *reversed(paths), *shuffled, *paths[7:90]]:
        assert revision.read(path) == folder.read(path)
    assert {path for path in paths if revision.read(path) == Unreadable("too-large")} == set(large)


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_files_are_named_as_git_names_them(tmp_path: Path, algorithm: str) -> None:
    """A folder's ids are those of the commit that it was made from; a file that changes gets another."""
    project = Worktree.made(tmp_path / "x", f"--object-format={algorithm}")
    project.plan()
    revision, folder = plan_of(project), Folder(project.folder / "plan", algorithm)
    assert revision.algorithm == algorithm
    assert revision.identities() == folder.identities()
    assert revision.identities()[TASK] == project.git("rev-parse", f"HEAD:plan/{TASK}")
    assert blob_id(b"", algorithm) == project.git("hash-object", "--stdin")
    before = folder.identities()
    project.write({TASK: "title: other\n", "tasks/new.yaml": ""}, "plan")
    after = folder.identities()
    assert {path for path in after if before.get(path) != after[path]} == {TASK, "tasks/new.yaml"}


def test_an_unreadable_file_is_like_no_other(tmp_path: Path) -> None:
    """It is named with its case; a file that is missing is not named."""
    (tmp_path / "tasks/folder.yaml").mkdir(parents=True)
    (tmp_path / "plan.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    special = "tasks/folder.yaml"
    assert Folder(tmp_path).identities() == {"plan.yaml": "!plan.yaml:too-large", special: f"!{special}:special"}
    assert Folder(tmp_path / "none").identities() == {}


def test_a_damaged_repository(project: Worktree) -> None:
    """A file that is gone or damaged is one finding; a folder that is gone is no empty folder."""
    project.commit({**PLAN, "tasks/gone.yaml": "gone", "tasks/torn.yaml": "torn"}, "plan")
    stored = {
        path: project.git("rev-parse", f"HEAD:plan/{path}") for path in ("tasks/gone.yaml", "tasks/torn.yaml", "tasks")
    }
    objects = {path: project.folder / ".git/objects" / each[:2] / each[2:] for path, each in stored.items()}
    for path in objects.values():
        path.chmod(0o600)
    objects["tasks/gone.yaml"].unlink()
    objects["tasks/torn.yaml"].write_bytes(b"torn")
    revision = plan_of(project)
    assert revision.read("tasks/gone.yaml") == Unreadable("denied", f"object {stored['tasks/gone.yaml']} is missing")
    torn = revision.read("tasks/torn.yaml")
    assert isinstance(torn, Unreadable)
    assert torn.case == "denied"
    assert torn.reason
    assert revision.read(TASK) == PLAN[TASK].encode()
    objects["tasks"].unlink()
    with pytest.raises(GitFailedError, match=stored["tasks"]):
        plan_of(project).task_paths()


Processes = list[subprocess.Popen[bytes]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Processes:
    """The processes that stay to answer, as they are started."""
    processes: Processes = []
    start = Git.start

    def noted(git: Git, *arguments: str) -> subprocess.Popen[bytes]:
        processes.append(start(git, *arguments))
        return processes[-1]

    monkeypatch.setattr(Git, "start", noted)
    return processes


def test_the_process_that_reads_is_one_and_ends(project: Worktree, started: Processes) -> None:
    """One for all that is read from a repository; it ends when it is closed, or when nobody needs it any more."""
    project.plan()
    project.commit({"a": ""})
    repository = Repository.around(project.folder)
    assert load(repository.revision("HEAD", "plan")) == load(repository.revision("HEAD~1", "plan"))
    assert [process.poll() for process in started] == [None]
    repository.close()
    revision = repository.revision("HEAD", "plan")
    del repository
    assert revision.read(TASK) == PLAN[TASK].encode()
    assert [process.poll() is None for process in started] == [False, True]
    del revision
    gc.collect()
    assert [process.poll() is None for process in started] == [False, False]


@posix
def test_reading_survives_the_end_of_its_process(project: Worktree, started: Processes) -> None:
    """It is started anew."""
    project.plan()
    revision = plan_of(project)
    assert revision.read("plan.yaml") == PLAN["plan.yaml"].encode()
    started[0].kill()
    started[0].wait()
    assert revision.read(TASK) == PLAN[TASK].encode()
