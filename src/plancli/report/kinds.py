"""Kinds of change in words: the list, one kind's page, and the page of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diff.kinds import AREAS, KINDS
from plancli.messages import N_
from plancli.report.changes_summary import LEVELS
from plancli.report.manuals import columns, set_otherwise
from plancli.report.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.diff.kinds import Kind
    from plancli.messages import Catalog

IN_FULL = {"error": N_("major change"), "warning": N_("material change"), "info": N_("formal change")}
"""A level in a sentence; settings and options have it in English, for machines and searches."""


def table(words: Catalog) -> str:
    """One line a kind: level, name, what it says."""
    return columns((words.gettext(LEVELS[kind.level]), kind.name, words.gettext(kind.meaning)) for kind in KINDS)


def page(kind: Kind, words: Catalog, width: int | None = None, setting: str | None = None) -> str:
    """All about a kind.

    Args:
        kind: The kind.
        words: The reader's language.
        width: Cells of a line; None where lines need not end.
        setting: Its level in a plan, or `off`.
    """
    heading = words.gettext("{rule} ({severity})").format(rule=kind.name, severity=_level(kind, words))
    own = set_otherwise(kind.level.value, setting, words)
    paragraphs = [heading, *own, *_manual(kind, words), _backwards(kind, words, kind.mirror), _setting(kind, words)]
    return "\n\n".join("\n".join(wrapped(each, width)) if width else each for each in paragraphs) + "\n"


def _level(kind: Kind, words: Catalog) -> str:
    """A level as people say it, and as settings have it."""
    return words.gettext("{name}: {value}").format(name=words.gettext(IN_FULL[kind.level]), value=kind.level.value)


def _manual(kind: Kind, words: Catalog) -> Iterator[str]:
    """What it means, and why that matters where that is not plain."""
    yield words.gettext(kind.meaning)
    if kind.reason:
        yield words.gettext(kind.reason)


def _backwards(kind: Kind, words: Catalog, mirror: str) -> str:
    if kind.mirror == kind.name:
        return words.gettext("The same kind when the two sides are swapped.")
    return words.gettext("When the two sides are swapped: {mirror}.").format(mirror=mirror)


def _setting(kind: Kind, words: Catalog) -> str:
    told = words.gettext("Another level for it in plan.yaml: {setting} (error, warning, info or off).")
    return told.format(setting=f"diff: {{{kind.name}: off}}")


def book(words: Catalog) -> str:
    """Every kind as one Markdown page."""
    return "\n".join(_book(words))


def _book(words: Catalog) -> Iterator[str]:
    _ = words.gettext
    yield "# " + _("Kinds of change") + "\n"
    yield _(
        "This page is made from the table of kinds (`make messages`). Changes of level `error` (major) and `warning` "
        "are material; those of level `info` are formal. A kind's level can be set in `plan.yaml`: "
        "`diff: {target-raised: info}`; of two revisions that set it differently, the stricter one counts."
    )
    for area, name in AREAS.items():
        yield f"\n## {_(name)}\n"
        of_area = [kind for kind in KINDS if kind.area == area]
        for kind in of_area:
            yield f"- [{kind.name}](#{kind.name})"
        for kind in of_area:
            yield f"\n### {kind.name}\n"
            yield f"*{_level(kind, words)}*\n"
            yield "\n\n".join((*_manual(kind, words), _backwards(kind, words, f"[{kind.mirror}](#{kind.mirror})")))
    yield ""
