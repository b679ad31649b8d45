"""docs/templates.md names everything that a template can use, and nothing that it cannot."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from plancli.render.filters import filters
from plancli.views import cells, filenames, findings, imports, index, revision, revision_rows, sheet
from plancli.views import plan as plans

if TYPE_CHECKING:
    from types import ModuleType

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
MENTIONED = set(re.findall(r"`([\w./]+)`", PAGE))


def views(module: ModuleType) -> list[type]:
    """The views of a module."""
    return [each for each in vars(module).values() if isinstance(each, type) and is_dataclass(each)]


_MODULES = (cells, findings, imports, index, plans, sheet, filenames, revision, revision_rows)
VIEWS = {view.__name__: view for module in _MODULES for view in views(module)}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_attribute_is_documented(view: type) -> None:
    """Every field and property of every view."""
    names = {field.name for field in fields(view)}
    names |= {name for name, value in vars(view).items() if isinstance(value, property)}
    assert names <= MENTIONED


def test_every_filter_is_documented() -> None:
    """All filters, by name."""
    assert set(filters(Markup)) <= MENTIONED


def test_every_template_is_documented() -> None:
    """All files that can be overridden."""
    folder = Path(__file__).parents[2] / "templates"
    assert {path.name for path in folder.iterdir()} <= MENTIONED
