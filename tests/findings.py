"""What is found in the small plan, laid out for its readers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plancli.checking import ALL, Choice, check
from plancli.diagnostics import Fix
from plancli.loading.loader import load
from plancli.report.order import in_order
from plancli.source.positions import Positions
from plancli.views.finding_groups import findings_view
from tests.support import ENGLISH, REGISTER, TASK, Memory

if TYPE_CHECKING:
    from plancli.diagnostics import Diagnostic
    from plancli.messages import Catalog
    from plancli.views.findings import FindingsView
    from tests.support import Files

SOME = f"""
# {TASK}
title: 节能降碳
lead: []
responsible:
  - 区发改委
  - 区生态环保局
# {REGISTER}
departments:
  - name: 区发改委
    kind: government
  - name: 区生态环境局
    kind: goverment
# tasks/未列.yaml
title: 没有列入
text: 推进。
lead: [区发改委]
"""
"""A plan with something of everything: an unknown name, a mistake in the register, a task that is not listed."""


def found_in(files: Files, words: Catalog = ENGLISH, choice: Choice = ALL) -> list[Diagnostic]:
    """Diagnostics in the order of the files."""
    source = Memory(files)
    return in_order(check(load(source), words, choice), Positions(source))


def laid_out(files: Files, words: Catalog = ENGLISH, choice: Choice = ALL, *, fixable: str = "") -> FindingsView:
    """What is found in a plan.

    Args:
        files: The plan.
        words: The reader's language.
        choice: The rules that are asked.
        fixable: A rule of which the findings shall seem to be fixable.
    """
    source = Memory(files)
    loaded = load(source)
    found = [
        replace(each, fix=Fix("safe", ())) if each.rule == fixable else each for each in found_in(files, words, choice)
    ]
    asked = {"selected": choice.select or (), "ignored": choice.ignore}
    return findings_view(loaded.plan, found, Positions(source), words, files=loaded.files, **asked)
