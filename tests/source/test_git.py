"""Revisions by name, where the plan was, and its history: with the real git."""

from __future__ import annotations

import pytest

from plancli.errors import UsageError
from plancli.source.git import Repository
from plancli.source.unresolved import NoAncestorError, UnbornError
from tests.source.repositories import Worktree, names, posix, said


def test_whatever_git_takes_for_a_commit(project: Worktree) -> None:
    """Branches, tags, ids, ancestors, searches, dates."""
    first, second = project.plan(message="first: a"), project.commit(message="second")
    project.git("tag", "--annotate", "v1", "--message", "v1", first)
    project.git("branch", "草案", first)
    repository = Repository.around(project.folder)
    for name in (first, first[:8], "HEAD~1", "HEAD^", "v1", "v1^{commit}", "草案", "refs/tags/v1", ":/first: a", "@~1"):
        assert repository.commit(name) == first
    for name in ("HEAD", "@", "main", "HEAD@{0}", "HEAD^{/second}", "main@{now}"):
        assert repository.commit(name) == second
    assert set(repository.names()) == {"main", "v1", "草案"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mian", "main"),
        ("mian~2", "main~2"),
        ("issued-2024", "issued-2025"),
        ("征求意见搞", "征求意见稿"),
        ("head", "HEAD"),
        ("HEAD~7", ""),
        ("HEAD@{upstream}", ""),
        ("HEAD:plan", ""),
        ("HEAD^{tree}", ""),
        ("00000000", ""),
        ("0" * 40, ""),
        ("", ""),
        (":plan", ""),
        (":/no such words", ""),
        ("^HEAD", ""),
        ("main..main", "main"),
        ("line\nfeed", ""),
        ("HEAD\nHEAD", "HEAD"),
        ("nul\0", ""),
        ("\udcff", ""),
        ("{", ""),
        ("x" * 5000, ""),
    ],
)
def test_what_is_no_commit_is_wrong_usage(project: Worktree, typed: str, meant: str) -> None:
    """With the names of branches and tags that are near to it."""
    project.plan()
    project.git("tag", "issued-2025")
    project.git("branch", "征求意见稿")
    with pytest.raises(UsageError) as caught:
        Repository.around(project.folder).commit(typed)
    assert names(caught.value) == ((meant,) if meant else ())
    assert typed in said(caught.value)
    assert "REV:path" in said(caught.value)


@pytest.mark.parametrize(
    "typed", ["-", "--", "-x", "--help", "--output=x", "--all", "--git-dir=x", "--upload-pack=touch x"]
)
def test_no_revision_is_an_option(project: Worktree, typed: str) -> None:
    """Nothing runs, nothing is written."""
    project.plan()
    project.git("update-ref", "refs/heads/-x", "HEAD")
    before = sorted(project.folder.rglob("*"))
    repository = Repository.around(project.folder)
    for ask in (repository.commit, repository.plan_folders, lambda each: repository.merge_base("HEAD", each)):
        with pytest.raises(UsageError, match="this is no revision: -"):
            ask(typed)
    assert sorted(project.folder.rglob("*")) == before


def test_an_id_that_is_too_short(project: Worktree) -> None:
    """Several commits begin with it: another message than for none."""
    stream = "".join(
        f"commit refs/heads/main\ncommitter x <x@y> {1_700_000_000 + number} +0000\ndata 0\n\n" for number in range(800)
    )
    project.git("fast-import", "--quiet", asked=stream.encode())
    starts = [each[:4] for each in project.git("rev-list", "main").split()]
    twice = next(start for start in starts if starts.count(start) > 1)
    with pytest.raises(UsageError, match=f"{twice} is ambiguous"):
        Repository.around(project.folder).commit(twice)


def test_nothing_was_committed_yet(project: Worktree) -> None:
    """An empty repository, and a branch that has no commit while others have."""
    for revision in ("HEAD", "@", "HEAD~1", "main", "v1"):
        with pytest.raises(UnbornError) as caught:
            Repository.around(project.folder).commit(revision)
        assert caught.value.exit_code == 3
    project.plan()
    project.git("checkout", "--quiet", "--orphan", "new")
    with pytest.raises(UnbornError):
        Repository.around(project.folder).commit("HEAD")
    assert Repository.around(project.folder).commit("main")
    with pytest.raises(UsageError):
        Repository.around(project.folder).commit("v1")


def test_where_two_branches_part(project: Worktree) -> None:
    """Their last common commit; some have none."""
    base = project.plan()
    project.git("checkout", "--quiet", "-b", "side")
    project.commit({"a": ""})
    project.git("checkout", "--quiet", "main")
    project.commit({"b": ""})
    project.git("checkout", "--quiet", "--orphan", "other")
    project.commit({"c": ""})
    repository = Repository.around(project.folder)
    assert repository.merge_base("side", "main") == base
    with pytest.raises(NoAncestorError, match="main and other have no commit in common") as caught:
        repository.merge_base("main", "other")
    assert caught.value.exit_code == 2
    assert "main..other" in said(caught.value)


# --- where the plan was ----------------------------------------------------------------------------------


def test_the_plan_was_elsewhere(project: Worktree) -> None:
    """Where it is today; else the one place that looks like a plan; a lone plan.yaml does not."""
    project.commit({"readme": "", "x/plan.yaml": "", "y/my-plan.yaml": "", "y/departments.yaml": ""})
    project.plan("旧 文件夹")
    project.git("mv", "旧 文件夹", "plan")
    project.commit({"tasks/plan.yaml": ""})
    project.git("rm", "--quiet", "-r", "plan")
    project.plan("")
    repository = Repository.around(project.folder)
    folders = [repository.plan_folder(revision, "plan") for revision in ("HEAD~2", "HEAD~1", "HEAD")]
    assert folders == ["旧 文件夹", "plan", ""]
    with pytest.raises(UsageError, match="there is no plan in HEAD~3"):
        repository.plan_folder("HEAD~3", "plan")


def test_several_plans(project: Worktree) -> None:
    """Today's folder is meant where it has one; else the reader is asked."""
    project.commit(
        {"a/plan.yaml": "", "a/tasks/x.yaml": "", "a/mytasks/x": "", "b/plan.yaml": "", "b/departments.yaml": ""}
    )
    repository = Repository.around(project.folder)
    assert repository.plan_folder("HEAD", "b") == "b"
    with pytest.raises(UsageError) as caught:
        repository.plan_folder("HEAD", "plan")
    assert names(caught.value) == ("HEAD:a", "HEAD:b")
    assert "REV:path" in said(caught.value)


# --- history ---------------------------------------------------------------------------------------------


@posix
def test_the_commits_that_touched_a_file(project: Worktree) -> None:
    """The newest first, with the author's own day; a merge that only brings them together is none."""
    path = "plan/tasks/*.yaml"
    first = project.commit({path: "1", "plan/tasks/x.yaml": "1"}, message="建\n立\n\nmore\n")
    project.commit({"plan/tasks/x.yaml": "2"}, message="not this one")
    project.git("checkout", "--quiet", "-b", "side")
    second = project.commit(
        {path: "2"}, message="改", changes={"GIT_AUTHOR_DATE": "2025-12-31T23:59:00-0700", "GIT_AUTHOR_NAME": "李 <x>"}
    )
    project.git("checkout", "--quiet", "main")
    project.commit({"b": ""})
    project.git("merge", "--quiet", "--no-edit", "side")
    project.write({"plan/tasks/deep/x": ""})
    found = list(Repository.around(project.folder / "plan/tasks").history("HEAD", [path]))
    assert [each.id for each in found] == [second, first]
    assert [(each.date, each.author, each.subject) for each in found] == [
        ("2025-12-31", "李 x", "改"),
        ("2025-03-01", "王小明", "建 立"),
    ]
    assert found[1].parents == ()
    assert second.startswith(found[0].short)
    assert list(Repository.around(project.folder).history("HEAD", ["none"])) == []
    assert len(list(Repository.around(project.folder).history("HEAD", [path, "plan/tasks/x.yaml"]))) == 3
