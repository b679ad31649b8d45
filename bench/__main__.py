"""`python -m bench`: measure, and print what was promised beside what was found."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from subprocess import CalledProcessError
from typing import TYPE_CHECKING

from bench.generate import MOST_TASKS
from bench.lines import FEW_TASKS, LINES, UNWANTED, Bench, Line
from bench.measure import FailedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROUNDS, QUICK_ROUNDS = 7, 3
LIBRARIES = ("typer", "pydantic", "ruamel.yaml.clib", "jinja2")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; 1 where something could not be run, whatever the figures are."""
    asked = _asked(arguments)
    rounds = QUICK_ROUNDS if asked.quick else ROUNDS
    names = asked.only or list(LINES)
    print("\n".join(_preface(rounds)), end="\n\n", flush=True)
    failures = []
    with tempfile.TemporaryDirectory(prefix="plancli-bench-") as folder:
        bench = Bench(Path(folder), asked.tasks, rounds)
        print(_row("", "cpu (wall)", "beside", "result", "target", ""))
        for name in names:
            try:
                for line in LINES[name](bench):
                    print(_told(line), flush=True)
            except (FailedError, CalledProcessError) as error:
                failures.append(f"{name}: could not run: {error}")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="Measure how fast plancli is.")
    parser.add_argument("--tasks", type=_tasks, default=10_000, metavar="N", help="tasks of the large plan")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} runs instead of {ROUNDS}")
    parser.add_argument("--only", choices=LINES, action="append", help="this line alone; may be repeated")
    return parser.parse_args(arguments)


def _tasks(text: str) -> int:
    tasks = int(text)
    if not FEW_TASKS < tasks <= MOST_TASKS:
        raise argparse.ArgumentTypeError(f"more than {FEW_TASKS} and at most {MOST_TASKS:,}")
    return tasks


def _preface(rounds: int) -> Iterator[str]:
    """The machine, and how it is measured: what a figure is worth without is little."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    yield f"plancli {version('plancli')}, {platform.python_implementation()} {platform.python_version()}, {libraries}"
    yield f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    yield f"Whole processes, run in turns after one turn to warm up; medians of {rounds} runs ({rounds * 2} of start)."
    yield "cpu is user and system time together; ratios are of cpu; peak memory is the most that any run held."
    yield "What a task costs is what the plan costs beyond one of ten tasks, by the least of the runs."
    yield f"Unwanted imports are {', '.join(UNWANTED)}."


def _told(line: Line) -> str:
    verdict = {True: "ok", False: "missed", None: ""}[line.kept]
    return _row(line.what, line.cost, line.beside, line.result, line.target, verdict)


def _row(what: str, cost: str, beside: str, result: str, target: str, verdict: str) -> str:  # noqa: PLR0913, PLR0917 - the columns
    return f"{what:<50} {cost:>18}  {beside:<36} {result:>13}  {target:<8} {verdict}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
