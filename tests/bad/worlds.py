"""The bad files: each takes the place of one file of a sound plan, and has one fault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plancli.checking import check
from plancli.loading.loader import load
from plancli.messages import catalog
from plancli.report.order import in_order
from plancli.source.legible import legible
from plancli.source.positions import Positions
from tests.bad.fields import of_every_key
from tests.bad.made import made
from tests.support import PLAN, REGISTER, TASK, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PLACES = {"plan": PLAN, "departments": REGISTER, "tasks": TASK}
"""The file of the sound plan whose place a bad one takes, by its folder."""


def sound() -> dict[str, str]:
    """The sound plan: it uses every key of the format."""
    root = HERE / "sound"
    paths = [path for path in sorted(root.rglob("*.yaml")) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in paths}


def bad() -> dict[str, bytes]:
    """Every bad file by its name; the name's first part tells whose place it takes."""
    root = HERE / "files"
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}
    plan = sound()
    whole = {folder: plan[path] for folder, path in PLACES.items()}
    return {**files, **made(whole["tasks"]), **of_every_key(whole)}


def world(name: str, content: bytes) -> Memory:
    """The sound plan with a bad file in it."""
    return Memory({**sound(), PLACES[name.partition("/")[0]]: content})


def said(source: Memory) -> Iterator[tuple[str, str, str]]:
    """What a reader sees: the place, the rule, the message in Chinese."""
    positions = Positions(source)
    for each in in_order(check(load(source), catalog("zh")), positions):
        start, end = (region := positions.region(each.place)).start, region.end
        path = "" if each.place.path in PLACES.values() else f"{each.place.path}:"
        yield f"{path}{start[0]}:{start[1]}–{end[1]}", each.rule, legible(each.message)
