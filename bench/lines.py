"""What is promised about plancli's speed, line by line, and how each line is measured."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench import empty, generate, revisions
from bench.measure import Command, FailedError, Runs, alternate, environment, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
REAL_PLAN = ROOT / "plan"
MINIMAL = Path(__file__).with_name("minimal.py")

START_UP, MEMORY, SHEETS, LINEAR = 1.6, 200, 2.5, 1.2
REAL_DIFF, LARGE_DIFF, RENAMED_DIFF = 1.5, 0.3, 60
"""The targets: ratios, megabytes and seconds. `LINEAR` allows for what a busy machine adds."""
LARGE_AT_FIRST, RULES_AT_FIRST, MORE_A_RULE = 1.8, 32, 0.01
"""Validating much: what was promised when there were so many rules, and what each rule since then may add to it."""

UNWANTED = ("plancli.model", "pydantic.main", "jinja2", "rich")
"""What `--help` and `--version` shall not import."""

FEW_TASKS = 10
WRONG_USAGE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report.

    Attributes:
        what: What was measured.
        cost: What it took.
        beside: What it is compared with, and what that took.
        result: The figure that counts.
        target: What it should be; empty where nothing is promised.
        kept: Whether it is; None where it could not be measured.
    """

    what: str
    cost: str
    beside: str
    result: str
    target: str
    kept: bool | None


@dataclass
class Bench:
    """Where and how it is measured.

    Attributes:
        folder: For what is generated and written.
        tasks: In the large plan.
        rounds: How often each command is run.
        pool: What generated plans are made of.
    """

    folder: Path
    tasks: int
    rounds: int
    pool: generate.Pool = field(default_factory=lambda: generate.take_apart(REAL_PLAN))

    def plan(self, tasks: int) -> Path:
        """A generated plan, written when it is first asked for."""
        folder = self.folder / str(tasks) / "plan"
        if not folder.exists():
            generate.write(folder, tasks, self.pool)
        return folder

    def empty_app(self) -> Path:
        """The script that starts the empty app, likewise."""
        folder = self.folder / "empty"
        if not folder.exists():
            folder.mkdir()
            # not in this process: what it imports would count as memory of every process it starts
            subprocess.run([sys.executable, "-m", "bench.empty", str(folder)], check=True, cwd=ROOT)  # noqa: S603 - our own
        return folder / empty.SCRIPT


def start_up(bench: Bench) -> Iterator[Line]:
    """The real plan, whose cost is nearly all in starting."""
    commands = [_plancli("validate", "--plan", str(REAL_PLAN)), _python(bench.empty_app(), "validate")]
    real, nothing = alternate(commands, bench.rounds * 2)
    yield _compared("validate, the real plan", real, "empty Typer app", nothing, START_UP)


def without_plan(bench: Bench) -> Iterator[Line]:
    """What is answered without looking at a plan."""
    options = ("--help", "--version")
    *measured, python = alternate([*map(_plancli, options), _python("-c", "pass")], bench.rounds)
    for option, runs in zip(options, measured, strict=True):
        imported = ", ".join(_imported(option)) or "none"
        beside = f"Python alone {_took(python)}"
        yield Line(f"{option}, unwanted imports", _took(runs), beside, imported, "none", imported == "none")


def large(bench: Bench) -> Iterator[Line]:
    """A plan of thousands of tasks: time and memory."""
    plan = bench.plan(bench.tasks)
    commands = [_plancli("validate", "--plan", str(plan)), _python(MINIMAL, str(plan))]
    ours, minimal = alternate(commands, bench.rounds)
    what = f"validate, {bench.tasks:,} tasks"
    yield _compared(what, ours, "minimal script", minimal, _large())
    beside, limit = f"minimal script {_megabytes(minimal)}", f"≤ {MEMORY} MB"
    yield Line(f"{what}: peak memory", "", beside, _megabytes(ours), limit, ours.peak <= MEMORY * 1e6)


def sheets(bench: Bench) -> Iterator[Line]:
    """Every department's sheet of the large plan."""
    plan, out = bench.plan(bench.tasks), bench.folder / "sheets"
    commands = [_plancli("render", "--plan", str(plan), "--out", str(out)), _plancli("validate", "--plan", str(plan))]
    what = f"render, {bench.tasks:,} tasks, {generate.DEPARTMENTS} departments"
    if not _renders(commands[0], out):
        yield Line(what, "", "", "not available", f"≤ {SHEETS}×", None)
        return
    rendered, validated = alternate(commands, bench.rounds, lambda: shutil.rmtree(out, ignore_errors=True))
    yield _compared(what, rendered, "validate", validated, SHEETS)
    yield Line(f"{what}: peak memory", "", f"validate {_megabytes(validated)}", _megabytes(rendered), "", None)


def linear(bench: Bench) -> Iterator[Line]:
    """What a task costs in a large plan and in one of a tenth, by the least times: noise would not cancel out."""
    many, some = bench.tasks, max(bench.tasks // 10, FEW_TASKS * 10)
    commands = [_plancli("validate", "--plan", str(bench.plan(tasks))) for tasks in (many, some, FEW_TASKS)]
    of_many, of_some, of_few = alternate(commands, bench.rounds)
    each = (of_many.least - of_few.least) / (many - FEW_TASKS)
    before = (of_some.least - of_few.least) / (some - FEW_TASKS)
    cost, beside = f"{each * 1e6:.0f} µs a task", f"{before * 1e6:.0f} µs a task of {some:,}"
    ratio = each / before
    yield Line(f"validate, a task of {many:,}", cost, beside, f"{ratio:.2f}×", f"≤ {LINEAR}×", ratio <= LINEAR)


def diff(bench: Bench) -> Iterator[Line]:
    """Two revisions in a repository, of the real plan and of the large one."""
    for plan, changed, most in ((REAL_PLAN, 3, REAL_DIFF), (bench.plan(bench.tasks), revisions.CHANGED, LARGE_DIFF)):
        top = revisions.repository(bench.folder / f"repository-{changed}", plan, changed)
        here = ("--plan", str(top / "plan"))
        commands = [_plancli("diff", "HEAD~1..HEAD", *here), _plancli("validate", *here)]
        compared, validated = alternate(commands, bench.rounds)
        what = "diff, the real plan" if plan == REAL_PLAN else f"diff, {changed} of {bench.tasks:,} tasks"
        yield _compared(what, compared, "validate", validated, most)
        if plan != REAL_PLAN:
            kept = compared.peak <= validated.peak
            beside = f"validate {_megabytes(validated)}"
            yield Line(f"{what}: peak memory", "", beside, _megabytes(compared), "no more", kept)


def all_renamed(bench: Bench) -> Iterator[Line]:
    """Every task under another id: the worst that looking for likeness can meet."""
    plan = bench.plan(bench.tasks)
    other = revisions.renamed(bench.folder / "renamed" / "plan", plan)
    (compared,) = alternate([_plancli("diff", str(plan), str(other), "--stat")], 1)
    what = f"diff, {bench.tasks:,} tasks, all renamed"
    yield Line(
        what, _took(compared), "", f"{compared.wall:.0f} s", f"≤ {RENAMED_DIFF} s", compared.wall <= RENAMED_DIFF
    )


LINES: dict[str, Callable[[Bench], Iterator[Line]]] = {
    "start": start_up,
    "help": without_plan,
    "large": large,
    "sheets": sheets,
    "linear": linear,
    "diff": diff,
    "renamed": all_renamed,
}


def _large() -> float:
    """A tenth for every ten rules: the minimal script that it is compared with checks nothing."""
    # not imported: see `empty_app`
    told = subprocess.run(_plancli("rules"), check=True, capture_output=True, text=True, env=environment())  # noqa: S603 - our own
    return round(LARGE_AT_FIRST * (1 + MORE_A_RULE * (len(told.stdout.splitlines()) - RULES_AT_FIRST)), 2)


def _plancli(*arguments: str) -> Command:
    return _python(Path(sys.executable).with_name("plancli"), *arguments)


def _python(*arguments: str | Path) -> Command:
    return (sys.executable, *map(str, arguments))


def _compared(what: str, measured: Runs, name: str, baseline: Runs, most: float) -> Line:
    ratio = measured.cpu / baseline.cpu
    beside = f"{name} {_took(baseline)}"
    return Line(what, _took(measured), beside, f"{ratio:.2f}×", f"≤ {most}×", ratio <= most)


def _took(runs: Runs) -> str:
    return f"{runs.cpu * 1000:,.0f} ms ({runs.wall * 1000:,.0f})"


def _megabytes(runs: Runs) -> str:
    return f"{runs.peak / 1e6:.0f} MB"


def _imported(option: str) -> list[str]:
    """Which unwanted modules a run imports, as the interpreter itself tells."""
    told = subprocess.run(  # noqa: S603 - our own
        _python("-X", "importtime", *_plancli(option)[1:]),
        check=True,
        capture_output=True,
        text=True,
        env=environment(),
    )
    modules = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    return [name for name in UNWANTED if name in modules]


def _renders(command: Command, out: Path) -> bool:
    """Whether plancli can render; a plancli from before that knows no such options."""
    try:
        run(command)
    except FailedError as error:
        if error.code == WRONG_USAGE:
            return False
        raise
    return (out / "index.html").exists()
