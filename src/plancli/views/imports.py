"""What became of a document that was imported: each of its pieces, and where a person should look."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from plancli.intake.doubts import DOUBTS, NOTES, REFUSALS
from plancli.messages import N_
from plancli.model.header import Roles
from plancli.model.plan import HEADER_PATH, REGISTER_PATH
from plancli.source.legible import legible
from plancli.views.plan import PlanView, role_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plancli.intake.accounts import Account
    from plancli.intake.document import Note, Spot
    from plancli.intake.interpret import Interpretation
    from plancli.intake.refusals import Refusal
    from plancli.messages import Catalog

WENT = {
    "columns": N_("the names of the columns"),
    "columns-again": N_("the names of the columns, repeated"),
    "heading": N_("a heading"),
    "number": N_("a number, which the plan derives"),
    "title": N_("title"),
    "text": N_("text"),
    "lead": N_("lead"),
    "responsible": N_("responsible"),
    "support": N_("support"),
    "due": N_("deadline"),
    "leader": N_("leader"),
    "milestones": N_("milestones"),
    "target": N_("target"),
    "no-target": N_("not made a target"),
    "notes": N_("notes"),
    "plan-title": N_("the plan's title"),
    "beside": N_("not taken: beside the plan's table"),
    "lost": N_("not taken: no plan can be made of it as it stands"),
}
"""What a piece became."""

_TAKEN_NOWHERE = frozenset({"beside", "lost", "no-target"})


_TO_CHECK = frozenset(
    {"years-guessed", "nobody-leads", "mark-leads", "type-leads", "count-differs", "another-name", "names-alike"}
)
"""Notes of what was guessed, or does not fit."""


@dataclass(frozen=True, slots=True)
class PieceView:
    """A cell, a paragraph, or words of one.

    Attributes:
        place: Where it stands: 表1第3行第2列.
        text: What it says, in lines.
        went: What it became, in words.
        is_taken: Whether it became a part of the plan.
        to: The task's id, or the heading, that it is a part of; may be empty.
        unsure: Why a person should look, each a sentence.
    """

    place: str
    text: str
    went: str
    is_taken: bool
    to: str
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusalView:
    """Why no plan can be made of the document as it stands.

    Attributes:
        place: Where; empty where it is about the whole.
        message: One sentence.
        help: A way out.
    """

    place: str
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """How the document was read, or what was taken for granted.

    Attributes:
        text: A sentence with its place.
        to_check: Whether a person should look.
    """

    text: str
    to_check: bool


@dataclass(frozen=True, slots=True)
class ImportView:
    """A document that was read.

    Attributes:
        plan: The plan that it makes, as far as the document says.
        source: The document's file.
        refusals: Why it makes none; then nothing was written.
        notes: How it was read; first what a person should look at.
        tasks: How many it has.
        units: How many offices and groups it names.
        targets: How many were found.
        unsure: The pieces at which a person should look.
        rows: All pieces, row by row of the document.
    """

    plan: PlanView
    source: str
    refusals: tuple[RefusalView, ...]
    notes: tuple[NoteView, ...]
    tasks: int
    units: int
    targets: int
    unsure: tuple[PieceView, ...]
    rows: tuple[tuple[PieceView, ...], ...]


def import_view(source: str, found: Interpretation, language: str, words: Catalog) -> ImportView:
    """Lay out what became of a document.

    Args:
        source: The name of its file.
        found: What it says.
        language: The plan's, for the page.
        words: The language of the sentences.
    """
    files = found.draft.files if found.draft else {}
    register = files.get(REGISTER_PATH, {})
    rows = tuple(
        tuple(_piece(each, words) for each in row)
        for _, row in groupby(found.accounts, key=lambda each: (each.spot.sheet, each.spot.table, each.spot.row))
    )
    return ImportView(
        plan=_plan(files.get(HEADER_PATH, {}), language),
        source=legible(source),
        refusals=tuple(refusals(found.refusals, words)),
        notes=tuple(_notes(found.notes, words)),
        tasks=sum(path.startswith("tasks/") for path in files),
        units=sum(len(register.get(key, ())) for key in ("departments", "groups")),
        targets=sum(each.went == "target" for each in found.accounts),
        unsure=tuple(each for row in rows for each in row if each.unsure),
        rows=rows,
    )


def _plan(header: dict[str, Any], language: str) -> PlanView:
    period = header.get("period", {"start": 0, "end": 0})
    return PlanView(
        title=legible(header.get("title", "")),
        language=language,
        jurisdiction="",
        issued_by="",
        issued_on="",
        issued_number="",
        url="",
        draft=True,
        start=period["start"],
        end=period["end"],
        roles=role_names(Roles()),
        has_support=False,
        fingerprint="",
    )


def _notes(found: Sequence[Note], words: Catalog) -> list[NoteView]:
    views = [NoteView(said, each.kind in _TO_CHECK) for each, said in zip(found, sentences(found, words), strict=True)]
    return sorted(views, key=lambda view: not view.to_check)


def _piece(account: Account, words: Catalog) -> PieceView:
    return PieceView(
        spot(account.spot, words),
        "\n".join(map(legible, account.text.split("\n"))),
        words.gettext(WENT[account.went]),
        account.went not in _TAKEN_NOWHERE,
        legible(account.to),
        tuple(words.gettext(DOUBTS[why]) for why in account.unsure),
    )


def refusals(found: Iterable[Refusal], words: Catalog) -> Iterator[RefusalView]:
    """Why the document makes no plan, in words."""
    for each in found:
        message, way_out = REFUSALS[each.why]
        place = spot(each.spot, words) if each.spot else ""
        yield RefusalView(
            place, words.gettext(message).format(text=shortened(each.text), count=each.count), words.gettext(way_out)
        )


def sentences(notes: Iterable[Note], words: Catalog) -> Iterator[str]:
    """How the document was read, and what was left, in words."""
    for each in notes:
        yield words.gettext("{place}: {what}").format(
            place=spot(each.spot, words) if any(each.spot) else words.gettext("the document"),
            what=words.gettext(NOTES[each.kind]).format(text=shortened(each.text), count=each.count),
        )


def spot(place: Spot, words: Catalog) -> str:
    """A place as a reader finds it: 表1第3行第2列, on its page where the format has pages."""
    if not place.page:
        return _on_page(place, words)
    page = words.gettext("page {page}").format(page=place.page)
    if not (place.table or place.row):
        return page
    return words.gettext("{page}, {place}").format(page=page, place=_on_page(place, words))


def _on_page(place: Spot, words: Catalog) -> str:
    if not place.table:
        return words.gettext("paragraph {row}").format(row=place.row)
    if not place.row:
        whole = words.gettext("table {table}, column {column}") if place.column else words.gettext("table {table}")
        said = whole.format(table=place.table, column=place.column)
    else:
        said = words.gettext("table {table}, row {row}, column {column}").format(**place._asdict())
    if not place.sheet:
        return said
    return words.gettext("{place}: {what}").format(place=legible(place.sheet), what=said)


_LONGEST = 40


def shortened(text: str) -> str:
    """A text for a line, with a sign where its own lines end, cut where it is too long for one."""
    shown = "⏎".join(map(legible, text.split("\n")))
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
