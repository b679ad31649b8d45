"""Small plans with everything in them, and the documents that they make, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.render.renderer import Renderer
from plancli.views.index import index
from plancli.views.sheet import sheet
from tests.sheets.reading import ENGLISH, WORLD, plan

if TYPE_CHECKING:
    from pathlib import Path

    from plancli.render.renderer import Format
    from tests.conftest import Golden


@pytest.mark.parametrize(
    ("folder", "name", "form"),
    [
        (WORLD, "区生态环境局", "html"),
        (WORLD, "区生态环境局", "md"),
        (WORLD, "区城管局", "md"),
        (WORLD, "东街街道", "md"),
        (WORLD, "各街道", "md"),
        (ENGLISH, "Environment Office", "html"),
        (ENGLISH, "Environment Office", "md"),
    ],
)
def test_sheet(folder: Path, name: str, form: Format, golden: Golden) -> None:
    """A sheet is what was looked at and accepted."""
    entry = plan(folder).resolve(name)
    assert entry
    view = sheet(plan(folder), entry, as_of="2026年一季度")
    golden(f"{name}.{form}", Renderer(plan(folder).header.language).sheet(view, form))


def test_index(golden: Golden) -> None:
    """So is the index."""
    golden("index.html", Renderer("zh-CN").index(index(plan(WORLD))))
