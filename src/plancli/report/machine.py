"""Diagnostics for programs: a versioned JSON document, described by docs/schema/diagnostics.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from plancli.source.legible import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from re import Match

    from plancli.diagnostics import Diagnostic, Fix, Place, Replacement
    from plancli.report.summary import Summary
    from plancli.source.positions import Positions

VERSION = 1
"""Raised when a member goes or changes its meaning; a new member does not raise it."""

Json = dict[str, object]


def to_json(
    diagnostics: Iterable[Diagnostic], positions: Positions, shown: Callable[[str], str], *, summary: Summary
) -> str:
    """The document, diagnostics in the order given; the same diagnostics always give the same bytes."""
    envelope = {
        "version": VERSION,
        "summary": summary.counts,
        "diagnostics": [_diagnostic(each, positions, shown) for each in diagnostics],
    }
    return document(envelope)


def document(envelope: Json | list[Json]) -> str:
    """A document as a file holds it: characters as they are, but those that are hidden."""
    return HIDDEN.sub(_escape, json.dumps(envelope, ensure_ascii=False, indent=2)) + "\n"


def _escape(match: Match[str]) -> str:
    r"""Hidden characters as JSON escapes: the same string, but a terminal that shows it stays sane.

    A lone surrogate, from a file name that is not UTF-8, is no Unicode text, and strict readers refuse a
    document that has one even escaped: it becomes the six visible characters of its escape.
    """
    char = match[0]
    if char == "\n":  # the document's own: those in strings are escaped already
        return char
    escape = json.dumps(char)[1:-1]
    return "\\" + escape if "\ud800" <= char <= "\udfff" else escape


def _diagnostic(diagnostic: Diagnostic, positions: Positions, shown: Callable[[str], str]) -> Json:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "path": shown(diagnostic.place.path),
        "route": list(diagnostic.place.route),
        **extent(diagnostic.place, positions),
        "label": diagnostic.label,
        "task": diagnostic.task,
        "help": diagnostic.help,
        "suggestions": list(diagnostic.suggestions),
        "related": [
            {"path": shown(label.place.path), **extent(label.place, positions), "label": label.text}
            for label in diagnostic.related
        ],
        "fix": _fix(diagnostic.fix, positions, shown) if diagnostic.fix else None,
        "fingerprint": diagnostic.fingerprint,
    }


def _fix(fix: Fix, positions: Positions, shown: Callable[[str], str]) -> Json | None:
    """A fix as edits of files; None where it does not fit one of them."""
    from plancli.model.shapes import shape_of  # noqa: PLC0415 - few findings have a fix, and the models take long
    from plancli.source.replacing import replacing  # noqa: PLC0415 - likewise

    by_path: dict[str, list[Replacement]] = {}
    for each in fix.replacements:
        by_path.setdefault(each.place.path, []).append(each)
    written: list[Json] = []
    for path, replacements in by_path.items():
        file = positions.file(path)
        edits = replacing(file.text, replacements, shape_of(path).at)
        if edits is None:
            return None
        for start, end, text in edits:
            here = {"start": _point(file.position(start)), "end": _point(file.position(end))}
            written.append({"path": shown(path), **here, "text": text})
    return {"applicability": fix.applicability, "edits": written} if written else None


def extent(place: Place, positions: Positions) -> Json:
    """Where a place begins and ends."""
    region = positions.region(place)
    return {"start": _point(region.start), "end": _point(region.end)}


def _point(position: tuple[int, int]) -> Json:
    line, column = position
    return {"line": line, "column": column}
