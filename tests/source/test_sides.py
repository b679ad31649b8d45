"""What the command line's words mean: which two plans are compared, and what is said where one does not exist."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from plancli.errors import NoPlanError, PlancliError, UnreadablePlanError, UsageError
from plancli.source.plumbing import NoGitError, NoRepositoryError
from plancli.source.revision import Revision
from plancli.source.sides import NoWorkingPlanError, Side, sides
from plancli.source.unresolved import NoAncestorError, ShallowAncestorError, UnbornError
from tests.source.repositories import PLAN, TASK, Worktree, git, names, posix, said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Worktree:
    """Three plans on main (the tag v1 on the first), one on a branch beside it, folders on the disk. Left as it is."""
    project = Worktree.made(tmp_path_factory.mktemp("world") / "project")
    project.commit({**PLAN, TASK: "one"}, "plan", "one")
    project.git("tag", "v1")
    project.git("checkout", "--quiet", "-b", "side/branch")
    project.commit({TASK: "beside"}, "plan", "beside")
    project.git("checkout", "--quiet", "main")
    project.commit({TASK: "two"}, "plan", "two")
    project.commit({TASK: "three"}, "plan", "three")
    project.write({TASK: "working tree"}, "plan")
    project.write({**PLAN, TASK: "a folder"}, "草案")
    project.write({**PLAN, TASK: "held"}, "holder/plan")
    project.write({**PLAN, TASK: "named like a tag"}, "v1")
    project.write({**PLAN, TASK: "named like a branch"}, "side/branch")
    return project


@pytest.fixture
def copied(world: Worktree, tmp_path: Path) -> Worktree:
    """A world to change."""
    shutil.copytree(world.folder, tmp_path / "project")
    return Worktree(tmp_path / "project")


def content(side: Side) -> str:
    """What its task says."""
    read = side.source.read(TASK)
    return read.decode() if isinstance(read, bytes) else read.case


def compared(world: Worktree, *arguments: str) -> tuple[str, str]:
    """Both sides' task."""
    old, new = sides(world.folder / "plan", world.folder, arguments)
    return content(old), content(new)


@pytest.mark.parametrize(
    ("arguments", "old", "new"),
    [
        ("", "three", "working tree"),
        ("HEAD~1", "two", "working tree"),
        ("main^{/one}", "one", "working tree"),
        (":/one", "one", "working tree"),
        ("v1", "one", "working tree"),
        ("./v1", "named like a tag", "working tree"),
        ("v1/", "named like a tag", "working tree"),
        ("side/branch", "named like a branch", "working tree"),
        ("heads/side/branch", "beside", "working tree"),
        ("草案", "a folder", "working tree"),
        ("holder", "held", "working tree"),
        ("./holder/plan", "held", "working tree"),
        (".", "working tree", "working tree"),
        ("HEAD~2..HEAD~1", "one", "two"),
        ("HEAD~1..", "two", "three"),
        ("..HEAD~1", "three", "two"),
        ("heads/side/branch..main", "beside", "three"),
        ("heads/side/branch...main", "one", "three"),
        ("main...heads/side/branch", "one", "beside"),
        ("...heads/side/branch", "one", "beside"),
        ("heads/side/branch...", "one", "three"),
        ("v1:plan..HEAD:", "one", "three"),
        ("main:plan...heads/side/branch:plan", "one", "beside"),
        ("HEAD:plan", "three", "working tree"),
        ("HEAD:plan/", "three", "working tree"),
        ("HEAD:/plan", "three", "working tree"),
        ("HEAD:", "three", "working tree"),
        ("HEAD:.", "three", "working tree"),
        ("HEAD:./plan", "three", "working tree"),
        ("HEAD@{0}:plan", "three", "working tree"),
        ("v1 HEAD", "one", "three"),
        ("草案 HEAD~1", "a folder", "two"),
        ("HEAD:plan 草案", "three", "a folder"),
        ("草案 holder", "a folder", "held"),
        ("草案 .", "a folder", "working tree"),
    ],
)
def test_every_way_to_name_two_sides(world: Worktree, arguments: str, old: str, new: str) -> None:
    """A revision, with a path too; a folder; a range; one alone is compared with the working tree."""
    assert compared(world, *arguments.split()) == (old, new)


def test_a_side_knows_where_it_comes_from(world: Worktree) -> None:
    """Its name as it was written, its kind, its folder, its commit."""
    head, base = world.git("rev-parse", "HEAD", "v1").split()
    plan, draft = world.folder / "plan", world.folder / "草案"
    old, new = sides(plan, world.folder, ["HEAD:plan"])
    assert (old.name, old.what, old.folder, old.commit) == ("HEAD:plan", "revision", None, head)
    assert (new.name, new.what, new.folder, new.commit) == ("", "worktree", plan, None)
    assert isinstance(old.source, Revision)
    assert old.source.folder == "plan"
    old, new = sides(plan, world.folder, ["草案", "holder"])
    assert (old.name, old.what, old.folder, old.commit) == ("草案", "folder", draft, None)
    assert new.folder == world.folder / "holder/plan"
    old, new = sides(plan, world.folder, ["heads/side/branch...main"])
    assert (old.name, old.commit, new.name, new.commit) == (base[:12], base, "main", head)
    old, _ = sides(plan, world.folder, ["...heads/side/branch:plan"])
    assert old.name == base[:12]


def test_paths_are_relative_to_where_one_stands(world: Worktree) -> None:
    """Folders on the disk; in `REV:path` only where it begins with a dot, as git has it."""
    plan, inside = world.folder / "plan", world.folder / "plan/tasks"
    assert content(sides(plan, inside, ["../../草案"])[0]) == "a folder"
    assert content(sides(plan, inside, [".."])[0]) == "working tree"
    assert content(sides(plan, inside, ["HEAD~1:../"])[0]) == "two"
    assert content(sides(plan, inside, ["HEAD~1:plan"])[0]) == "two"
    assert content(sides(plan, inside, [str(world.folder / "草案")])[0]) == "a folder"


def test_the_plan_moved(copied: Worktree) -> None:
    """Each revision's plan is where it was then."""
    copied.git("mv", "--force", "plan", "新 计划")
    copied.git("commit", "--quiet", "--message", "moved")
    old, new = sides(copied.folder / "新 计划", copied.folder, ["v1..HEAD"])
    assert (content(old), content(new)) == ("one", "three")
    assert isinstance(old.source, Revision)
    assert old.source.folder == "plan"


def test_without_a_plan_in_the_working_tree(copied: Worktree, tmp_path: Path) -> None:
    """Two revisions can be compared all the same, in a bare repository too; the working tree cannot."""
    bare = tmp_path / "bare.git"
    copied.git("clone", "--quiet", "--bare", ".", str(bare))
    copied.git("rm", "--quiet", "-rf", "plan")
    copied.git("commit", "--quiet", "--message", "no plan any more")
    for folder in (bare, copied.folder):
        old, new = sides(None, folder, ["v1..main" if folder == bare else "v1..main~1"])
        assert (content(old), content(new)) == ("one", "three")
        assert content(sides(None, folder, ["v1:plan", "v1"])[0]) == "one"
        for arguments in ([], ["v1"], ["v1:plan"]):
            with pytest.raises(NoWorkingPlanError) as caught:
                sides(None, folder, arguments)
            assert isinstance(caught.value, NoPlanError)
            assert "HEAD~1..HEAD" in said(caught.value)


def test_files_are_named_alike_on_both_sides(tmp_path: Path) -> None:
    """A folder beside a revision: what did not change has the same identity, whatever the repository's hash."""
    project = Worktree.made(tmp_path / "x", "--object-format=sha256")
    project.plan()
    project.write({**PLAN, TASK: "other"}, "草案")
    for arguments in ([], ["plan", "HEAD"], ["HEAD", "./plan"]):
        old, new = sides(project.folder / "plan", project.folder, arguments)
        assert old.source.identities() == new.source.identities()
    old, new = sides(project.folder / "plan", project.folder, ["HEAD", "草案"])
    assert [path for path, each in old.source.identities().items() if new.source.identities()[path] != each] == [TASK]


@pytest.mark.parametrize(
    ("arguments", "message", "meant"),
    [
        ("mian", "there is no revision mian", ["main"]),
        ("mian..HEAD", "there is no revision mian", ["main"]),
        ("HEAD...mian", "there is no revision mian", ["main"]),
        ("mian:plan", "there is no revision mian", ["main"]),
        ("v1..v2..v3", "there is no revision v2..v3", None),
        ("v1..main HEAD", "there is no revision v1..main", None),
        ("-x", "this is no revision: -x", []),
        ("--output=x HEAD", "this is no revision: --output=x", []),
        ("HEAD..-x", "this is no revision: -x", []),
        ("-x...HEAD", "this is no revision: -x", []),
        ("HEAD -h:plan", "this is no revision: -h", []),
        ("./none", "there is no plan.yaml in ./none", []),
        ("../none HEAD", "there is no plan.yaml in ../none", []),
        ("/none", "there is no plan.yaml in /none", []),
        ("HEAD:none", "there is no plan.yaml in none of HEAD", ["HEAD:plan"]),
        ("HEAD:../plan", "there is no plan.yaml in ../plan of HEAD", ["HEAD:plan"]),
        ("HEAD:plan/plan.yaml", "there is no plan.yaml in plan/plan.yaml of HEAD", ["HEAD:plan"]),
        ("v1....main", "there is no revision v1....main", None),
        ("a b c", "two plans can be compared, not 3", []),
    ],
)
def test_what_does_not_exist_is_wrong_usage(
    world: Worktree, arguments: str, message: str, meant: list[str] | None
) -> None:
    """Exit code 2, with what may have been meant."""
    with pytest.raises(UsageError) as caught:
        compared(world, *arguments.split())
    assert message in str(caught.value)
    assert caught.value.help
    assert meant is None or names(caught.value) == tuple(meant)


def test_an_empty_argument_is_no_folder(world: Worktree) -> None:
    """As a script passes it whose variable is not set."""
    for arguments in ([""], ["HEAD", ""], [":"]):
        with pytest.raises(UsageError, match="this is no revision"):
            sides(world.folder / "plan", world.folder, arguments)


def test_folders_need_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor a repository; a revision does."""
    disk = Worktree(tmp_path)
    disk.write({**PLAN, TASK: "old"}, "old")
    disk.write({**PLAN, TASK: "new"}, "plan")
    assert compared(disk, "old", "plan") == compared(disk, "./old") == compared(disk, "old") == ("old", "new")
    for arguments in ([], ["HEAD"], ["plan", "HEAD"], ["none", "plan"]):
        with pytest.raises(NoRepositoryError):
            compared(disk, *arguments)
    monkeypatch.setenv("PATH", "")
    assert compared(disk, "old", "plan") == ("old", "new")
    with pytest.raises(NoGitError):
        compared(disk)


def test_nothing_to_compare_with_yet(project: Worktree) -> None:
    """A new repository; a plan that was not committed yet; a branch without a common commit."""
    project.write(PLAN, "plan")
    with pytest.raises(UnbornError):
        compared(project)
    project.git("commit", "--quiet", "--allow-empty", "--message", "empty")
    with pytest.raises(UsageError, match="there is no plan in HEAD"):
        compared(project)
    project.git("checkout", "--quiet", "--orphan", "other")
    project.plan()
    with pytest.raises(NoAncestorError):
        compared(project, "main...")


def test_a_shallow_clone(world: Worktree, tmp_path: Path) -> None:
    """Where two branches part lies beyond it."""
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", world.folder.as_uri(), "shallow")
    shallow = tmp_path / "shallow"
    with pytest.raises(ShallowAncestorError) as caught:
        sides(shallow / "plan", shallow, ["origin/side/branch..."])
    assert "git fetch --unshallow" in said(caught.value)
    assert content(sides(shallow / "plan", shallow, ["origin/side/branch"])[0]) == "beside"


@posix
def test_a_folder_that_cannot_be_read(world: Worktree) -> None:
    """The system's reason, if it was named as a folder; else it might have been a revision."""
    with pytest.raises(UnreadablePlanError):
        compared(world, "./" + "x" * 300)
    with pytest.raises(UsageError, match="there is no revision x"):
        compared(world, "x" * 300)


def test_every_error_can_be_worded(world: Worktree) -> None:
    """Message and help find all their facts."""
    for arguments in (["mian"], ["HEAD:none"], ["./none"], ["a", "b", "c"], ["HEAD@{upstream}"], ["HEAD@{99}"]):
        with pytest.raises(PlancliError) as caught:
            compared(world, *arguments)
        assert "{" not in said(caught.value).replace("HEAD@{", "")
