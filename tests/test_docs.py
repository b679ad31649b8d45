"""The documentation says what is so: its examples run, its generated pages are fresh."""

from __future__ import annotations

import doctest
import os
from pathlib import Path

import pytest

from plancli import messages
from plancli.report import kinds
from plancli.report.manuals import book
from plancli.rules import RULES

ROOT = Path(__file__).parent.parent


def test_the_examples_of_the_api_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the project's root, as the page says."""
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(os.fspath(ROOT / "docs" / "api.md"), module_relative=False)
    assert tried > 20
    assert failed == 0


@pytest.mark.parametrize(("language", "name"), [("en", "changes.md"), ("zh", "changes.zh-CN.md")])
def test_the_page_of_changes_is_fresh(language: str, name: str) -> None:
    """Likewise from the table of kinds."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == kinds.book(messages.catalog(language))


@pytest.mark.parametrize(("language", "name"), [("en", "rules.md"), ("zh", "rules.zh-CN.md")])
def test_the_pages_of_the_rules_are_fresh(language: str, name: str) -> None:
    """`make messages` writes them from the rules' manuals."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == book(RULES, messages.catalog(language))
