"""How a comparison ended, in one sentence that carries the verdict, and what has to be known beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.messages import Catalog
    from plancli.views.changes import ComparisonView

LEVELS = {"error": N_("major"), "warning": N_("material"), "info": N_("formal")}
"""A level as the mark of a change. What is major is material too; what is formal is a change all the same."""


def headline(view: ComparisonView, words: Catalog) -> str:
    """Whether anything differs, how much of it matters, whom it reaches, and between what: never only "no changes"."""
    pattern = words.gettext("{sentence} ({old} → {new})")
    return pattern.format(sentence=verdict(view, words), old=view.old, new=view.new)


def verdict(view: ComparisonView, words: Catalog) -> str:
    """The same without the names of the two sides."""
    _, counts = words.gettext, words.gettext("; ").join(_counts(view, words))
    if view.verdict == "none":
        return _nothing(view, words)
    if view.verdict == "immaterial" and view.department:
        told = _("something that concerns {name} differs, but nothing material: {counts}")
    elif view.verdict == "immaterial":
        told = _("something differs, but nothing material: {counts}")
    else:
        told = _("for {name}: {counts}") if view.department else "{counts}"
    return told.format(name=view.department, counts=counts)


def _nothing(view: ComparisonView, words: Catalog) -> str:
    """No difference; where a side has errors, nobody can say so of the whole."""
    _ = words.gettext
    if view.department and any(view.errors):
        told = _("nothing that concerns {name} differs in what could be read")
    elif view.department:
        told = _("nothing that concerns {name} differs")
    elif any(view.errors):
        told = _("no difference in what could be read")
    else:
        told = _("no difference: both versions say the same")
    return told.format(name=view.department)


def _counts(view: ComparisonView, words: Catalog) -> Iterator[str]:
    totals = view.totals
    if totals.errors + totals.warnings:
        yield _material(view, words)
        if totals.infos:
            besides = words.ngettext("{n} formal change besides", "{n} formal changes besides", totals.infos)
            yield besides.format(n=totals.infos)
    elif totals.infos:
        yield formal(totals.infos, words)
    if totals.off:
        yield words.ngettext(
            "{n} change not listed, as the plan's settings say",
            "{n} changes not listed, as the plan's settings say",
            totals.off,
        ).format(n=totals.off)


def _material(view: ComparisonView, words: Catalog) -> str:
    """How many changes are material, how many of them major, and whom they reach."""
    _, totals = words.gettext, view.totals
    told = material(totals.errors + totals.warnings, words)
    if totals.errors and not totals.warnings:
        told = (_("{counts} (major)") if totals.errors == 1 else _("{counts} (all major)")).format(counts=told)
    elif totals.errors:
        told = _("{counts} ({n} of them major)").format(counts=told, n=totals.errors)
    if view.department or not totals.departments:
        return told
    reaching = words.ngettext(
        "{counts}, reaching {n} department", "{counts}, reaching {n} departments", totals.departments
    )
    return reaching.format(counts=told, n=totals.departments)


def material(count: int, words: Catalog) -> str:
    """So many material changes."""
    return words.ngettext("{n} material change", "{n} material changes", count).format(n=count)


def formal(count: int, words: Catalog) -> str:
    """So many formal changes."""
    return words.ngettext("{n} formal change", "{n} formal changes", count).format(n=count)


def remarks(view: ComparisonView, words: Catalog) -> Iterator[str]:
    """What the list does not hold: what could not be read, and what was not asked for."""
    before, after = view.errors
    if before:
        yield words.ngettext(
            "the old version has {n} error: only what could be read of it was compared",
            "the old version has {n} errors: only what could be read of it was compared",
            before,
        ).format(n=before)
    if after:
        yield words.ngettext(
            "the new version has {n} error: only what could be read of it was compared (run plancli validate)",
            "the new version has {n} errors: only what could be read of it was compared (run plancli validate)",
            after,
        ).format(n=after)
    totals = view.totals
    unlisted = totals.errors + totals.warnings + totals.infos - len(view.changes)
    if unlisted > 0:
        yield words.ngettext(
            "{n} less serious change is not listed", "{n} less serious changes are not listed", unlisted
        ).format(n=unlisted)
    for suggestion in view.suggestions:
        yield suggestion.message
    if view.suggestions:
        yield words.gettext("plancli diff --accept writes down which of them are")
