"""What has to hold for any file: one function each, that raises where it does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plancli.edit.drafted import Drafted
from plancli.edit.format import formatting
from plancli.loading.loader import load as load_plan
from plancli.render.renderer import Renderer
from plancli.views.cells import Cells
from plancli.views.index import index
from plancli.views.sheet import sheet
from tests.bad.worlds import PLACES, sound
from tests.load.promises import keep
from tests.support import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from plancli.model.plan import Plan
    from plancli.render.renderer import Format

FORMS: tuple[Format, ...] = ("md", "html")
SOUND = {path: text.encode() for path, text in sound().items()}
PATHS = tuple(PLACES.values())


def _replaced(content: bytes) -> tuple[str, bytes]:
    """Which file of the sound plan is replaced, by the first byte, and by what."""
    return PATHS[content[0] % len(PATHS)] if content else PATHS[0], content[1:]


def load(content: bytes) -> None:
    """Loading promises that it raises nothing, says the same twice, and that every place lies in its file."""
    path, replaced = _replaced(content)
    keep({**SOUND, path: replaced})


def render(content: bytes) -> None:
    """A plan as far as it loads can be rendered, twice to the same text."""
    path, replaced = _replaced(content)
    plan = load_plan(Memory({**SOUND, path: replaced})).plan
    documents = _documents(plan)
    assert documents == _documents(plan)  # noqa: S101 - a promise


RENDERERS = {language: Renderer(language) for language in ("zh-CN", "en")}
"""Made once: a renderer has its templates to compile."""


def _documents(plan: Plan) -> list[str]:
    cells, renderer = Cells(plan), RENDERERS[plan.header.language]
    sheets = [sheet(plan, entry, "", cells) for entry in plan.register.entries]
    pages = [renderer.sheet(view, form) for view in sheets for form in FORMS]
    return [*pages, renderer.index(index(plan, "", cells, FORMS))]


def fmt(content: bytes) -> None:
    """A file that is formatted says what it said, and is not formatted again."""
    path, replaced = _replaced(content)
    folder = Path("/nowhere/plan")
    first = formatting(Drafted(folder, contents={**SOUND, path: replaced}), [path])
    for file in first.files:
        after = file.after or b""
        again = formatting(Drafted(folder, contents={**SOUND, path: after}), [path])
        assert not again.files  # noqa: S101 - a promise
        assert not again.refused  # noqa: S101 - likewise


TARGETS: dict[str, Callable[[bytes], None]] = {"load": load, "render": render, "fmt": fmt}
"""By the name on the command line."""
