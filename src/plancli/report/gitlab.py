"""Diagnostics for GitLab: a Code Quality report, which it shows beside the lines of a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Diagnostic, Severity
from plancli.report.machine import Json, document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plancli.source.positions import Positions

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def code_quality(diagnostics: Iterable[Diagnostic], positions: Positions, shown: Callable[[str], str]) -> str:
    """The report, diagnostics in the order given.

    GitLab takes a path from the repository's root; `shown` has to give that.
    """
    return document([_issue(each, positions, shown) for each in diagnostics])


def _issue(diagnostic: Diagnostic, positions: Positions, shown: Callable[[str], str]) -> Json:
    line, _ = positions.region(diagnostic.place).start
    return {
        "description": "\n".join(filter(None, (diagnostic.message, diagnostic.help))),
        "check_name": diagnostic.rule,
        "fingerprint": diagnostic.fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": shown(diagnostic.place.path), "lines": {"begin": line}},
    }
