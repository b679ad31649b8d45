"""Repositories that are bare, cut off, incomplete, hostile or somebody else's; and no git at all."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from plancli.errors import UsageError
from plancli.loading.loader import load
from plancli.source.git import Repository
from plancli.source.plumbing import (
    GitFailedError,
    NoGitError,
    NoRepositoryError,
    PartialCloneError,
    UnsafeRepositoryError,
)
from plancli.source.unresolved import ShallowAncestorError, ShallowError, UnfetchedError
from tests.source.repositories import PLAN, TASK, Worktree, git, names, posix, program, said

if TYPE_CHECKING:
    from pathlib import Path


def clone(project: Worktree, name: str, *options: str) -> Path:
    """A clone as over a network."""
    folder = project.folder.parent / name
    project.git("clone", "--quiet", *options, project.folder.as_uri(), str(folder))
    return folder


def test_bare_repositories_and_linked_worktrees(project: Worktree) -> None:
    """And the repository's own folder."""
    commit = project.plan()
    project.git("worktree", "add", "--quiet", "--detach", "../linked")
    folders = [clone(project, "bare.git", "--bare"), project.folder.parent / "linked", project.folder / ".git"]
    for folder in folders:
        repository = Repository.around(folder)
        assert repository.revision("HEAD", "plan").read(TASK) == PLAN[TASK].encode()
        assert (repository.prefix, repository.commit("HEAD"), repository.shallow) == ("", commit, False)


def test_the_folder_in_its_repository(project: Worktree) -> None:
    """Its path from the top, through links too."""
    project.write({"方案 1/计划/x": ""})
    (project.folder.parent / "link").symlink_to(project.folder / "方案 1")
    assert Repository.around(project.folder / "方案 1/计划").prefix == "方案 1/计划"
    assert Repository.around(project.folder.parent / "link/计划").prefix == "方案 1/计划"


def test_a_shallow_clone_says_what_to_fetch(project: Worktree) -> None:
    """Deeper history, a commit by its id, a tag, the place where two branches meet."""
    first = project.plan()
    project.git("checkout", "--quiet", "-b", "side")
    project.commit({"a": ""})
    project.git("tag", "v1")
    project.git("checkout", "--quiet", "main")
    project.commit({"b": ""})
    shallow = Repository.around(clone(project, "shallow", "--depth=1", "--no-single-branch", "--no-tags"))
    assert shallow.shallow
    assert shallow.revision("HEAD", "plan").read(TASK) == PLAN[TASK].encode()
    expected: dict[str, tuple[type[ShallowError], str]] = {
        "HEAD~1": (ShallowError, "git fetch --unshallow"),
        "origin/side^": (ShallowError, "git fetch --unshallow"),
        first[:10]: (ShallowError, "git fetch --unshallow"),
        first: (ShallowError, f"git fetch --depth=1 origin {first}"),
        "v1": (UnfetchedError, "git fetch --depth=1 origin v1,"),
        "origin/v1": (UnfetchedError, "git fetch --depth=1 origin v1,"),
    }
    for revision, (kind, way_out) in expected.items():
        with pytest.raises(ShallowError) as caught:
            shallow.commit(revision)
        assert type(caught.value) is kind
        assert way_out in said(caught.value)
        assert caught.value.exit_code == 3
    with pytest.raises(UsageError) as wrong:
        shallow.commit("origin/sied")
    assert names(wrong.value) == ("origin/side",)
    with pytest.raises(ShallowAncestorError, match="to where main and origin/side meet"):
        shallow.merge_base("main", "origin/side")


def test_what_the_shallow_clone_was_told_to_fetch_is_enough(project: Worktree) -> None:
    """The advice holds."""
    first = project.plan()
    project.git("tag", "v1")
    project.commit({"b": ""})
    folder = clone(project, "shallow", "--depth=1")
    git(folder, "fetch", "--quiet", "--depth=1", "origin", first)
    assert Repository.around(folder).commit(first) == first
    git(folder, "fetch", "--quiet", "--depth=1", "origin", "v1")
    assert Repository.around(folder).commit("FETCH_HEAD") == first
    git(folder, "fetch", "--quiet", "--unshallow")
    assert Repository.around(folder).commit("HEAD~1") == first


@posix
@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_partial_clone_is_never_completed_behind_the_users_back(project: Worktree, left_out: str) -> None:
    """Git would fetch, and start whatever program the repository names for that; the user is told to."""
    project.plan()
    project.commit({TASK: "other"}, "plan")
    project.git("config", "uploadpack.allowFilter", "true")
    folder = clone(project, "partial", f"--filter={left_out}", "--no-checkout")
    mark = project.folder.parent / "mark"
    git(folder, "config", "remote.origin.uploadpack", f"touch {mark}; git-upload-pack")
    git(folder, "config", "protocol.file.allow", "always")
    with pytest.raises(PartialCloneError) as caught:
        load(Repository.around(folder).revision("HEAD~1", "plan"))
    assert caught.value.exit_code == 3
    assert not mark.exists()
    git(folder, "fetch", "--quiet", "--refetch", "--no-filter")
    assert load(Repository.around(folder).revision("HEAD~1", "plan")).files == 3


def test_outside_a_repository(tmp_path: Path) -> None:
    """Exit code 3, and the folder."""
    with pytest.raises(NoRepositoryError, match=tmp_path.name) as caught:
        Repository.around(tmp_path)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("path", ["", ".", "none"])
def test_without_git(project: Worktree, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Exit code 3; a git that lies in the project is not the user's, though the PATH may name it."""
    program(project.folder / "git", "touch mark")
    monkeypatch.chdir(project.folder)
    monkeypatch.setenv("PATH", path)
    with pytest.raises(NoGitError) as caught:
        Repository.around(project.folder)
    assert caught.value.exit_code == 3
    assert not (project.folder / "mark").exists()


@posix
def test_a_git_that_does_not_run(project: Worktree, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own words, or the system's."""
    folder = project.folder.parent / "bin"
    program(folder / "git", "echo 'xcrun: error: no developer tools' >&2; exit 1")
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(GitFailedError, match="no developer tools"):
        Repository.around(project.folder)
    (folder / "git").write_bytes(b"\x7fELF")
    with pytest.raises(GitFailedError, match="Exec format error"):
        Repository.around(project.folder)


@posix
@pytest.mark.parametrize("name", ["project", "it's 方案"])
def test_somebody_elses_repository(tmp_path: Path, settings: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Git's refusal is passed on with the command that would trust it; once it was run, the repository is read."""
    project = Worktree.made(tmp_path / "of others" / name)
    project.plan()
    real = shutil.which("git")
    program(tmp_path / "bin/git", f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{real}" "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    with pytest.raises(UnsafeRepositoryError) as caught:
        Repository.around(project.folder / "plan")
    assert caught.value.exit_code == 3
    command = said(caught.value).partition("if you trust it: ")[2]
    assert command.startswith("git config --global --add safe.directory ")
    subprocess.run(["sh", "-c", command], check=True)  # noqa: S603, S607 - as a user would
    assert str(project.folder) in settings.read_text(encoding="utf-8")
    assert Repository.around(project.folder / "plan").prefix == "plan"


HOSTILE = """
[core]
    fsmonitor = {run}
    hooksPath = hooks
    pager = {run}
    editor = {run}
    askPass = {run}
    sshCommand = {run}
    gitProxy = {run}
    alternateRefsCommand = {run}
    attributesFile = .gitattributes
[pager]
    cat-file = {run}
    ls-tree = {run}
    rev-list = {run}
    for-each-ref = {run}
[alias]
    cat-file = "!{run}"
    rev-parse = "!{run}"
[filter "x"]
    clean = {run}
    smudge = {run}
    process = {run}
    required = true
[diff "x"]
    textconv = {run}
    command = {run}
[diff]
    external = {run}
[merge "x"]
    driver = {run}
[gpg]
    program = {run}
[log]
    showSignature = true
[credential]
    helper = "!{run}"
[remote "origin"]
    url = ext::{run}
    promisor = true
    vcs = {run}
[uploadpack]
    packObjectsHook = {run}
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[trace2]
    normalTarget = {mark}
"""


@posix
def test_a_hostile_repository_runs_nothing(project: Worktree) -> None:
    """Whatever its settings, attributes and hooks name, by whichever way it is read."""
    first = project.plan()
    project.commit({TASK: "other"}, "plan")
    mark = project.folder.parent / "mark"
    run = program(project.folder.parent / "run", f"touch {mark}; cat")
    for folder in (project.folder / "hooks", project.folder / ".git/hooks"):
        for hook in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
            program(folder / hook, f"touch {mark}")
    project.write({".gitattributes": "* filter=x diff=x merge=x ident working-tree-encoding=UTF-16\n"})
    with (project.folder / ".git/config").open("a", encoding="utf-8") as config:
        config.write(HOSTILE.format(run=run, mark=mark))
    repository = Repository.around(project.folder / "plan")
    assert load(repository.revision("HEAD", "plan")).files == 3
    assert repository.merge_base("HEAD", "HEAD~1") == repository.commit(first) == first
    assert repository.plan_folder("HEAD", "nowhere") == "plan"
    assert len(list(repository.history("HEAD", [f"plan/{TASK}"]))) == 2
    with pytest.raises(UsageError):
        repository.commit("none")
    with pytest.raises((UsageError, PartialCloneError)):
        repository.commit("1" * 40)
    assert not mark.exists()
    with pytest.raises(subprocess.CalledProcessError):  # the traps are set: git itself steps into one
        project.git("status")
    assert mark.exists()


def test_a_hooks_environment_does_not_lead_elsewhere(
    project: Worktree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What git sets for its hooks names another repository, another index, other objects."""
    commit = project.plan()
    other = Worktree.made(tmp_path / "other")
    other.commit({"x": ""})
    for name, value in {
        "GIT_DIR": other.folder / ".git",
        "GIT_WORK_TREE": other.folder,
        "GIT_COMMON_DIR": other.folder / ".git",
        "GIT_OBJECT_DIRECTORY": other.folder / ".git/objects",
        "GIT_INDEX_FILE": other.folder / ".git/index",
        "GIT_NAMESPACE": "x",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_PREFIX": "x/",
    }.items():
        monkeypatch.setenv(name, str(value))
    repository = Repository.around(project.folder / "plan")
    assert [each.id for each in repository.history("HEAD", [f"plan/{TASK}"])] == [commit]
    assert repository.revision("HEAD", repository.prefix).read(TASK) == PLAN[TASK].encode()
