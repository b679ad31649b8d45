"""A document as a plan: its tables are walked, its headings make the outline, and what does not fit is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from plancli.intake.answers import Answers
from plancli.intake.block_kinds import flattened
from plancli.intake.blocks import Blocks
from plancli.intake.cleaning import Cleaning
from plancli.intake.counts import miscounts
from plancli.intake.document import Note, Spot
from plancli.intake.drafts import draft, unwatched
from plancli.intake.frame import frame
from plancli.intake.inline import take_inline
from plancli.intake.labelled import take_labels
from plancli.intake.leading import leading
from plancli.intake.names_alike import names_alike
from plancli.intake.outline import Outline
from plancli.intake.refusals import Refusal
from plancli.intake.rows import Walk
from plancli.model.plan import REGISTER_PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from plancli.intake.accounts import Account
    from plancli.intake.document import Document
    from plancli.intake.drafts import Draft
    from plancli.intake.row import Row


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a document says.

    Attributes:
        draft: The plan that it makes; None where it is refused.
        accounts: Where every piece of it went.
        refusals: What a person has to settle first.
        notes: How it was read, what was taken for granted, and what does not fit.
    """

    draft: Draft | None
    accounts: tuple[Account, ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[Note, ...] = ()


def interpret(
    document: Document, answers: Answers | None = None, watch: Callable[[int], Callable[[], None]] = unwatched
) -> Interpretation:
    """Find out what plan a document makes.

    Args:
        document: What was read.
        answers: What the person says who imports it.
        watch: Is told how many tasks there are, and returns what is told of each that is read.
    """
    cleaning = Cleaning()
    document = cleaning.document(document)
    found = _interpret(document, answers or Answers(), watch)
    accounts = tuple(
        replace(each, unsure=(*each.unsure, "characters-removed")) if each.spot in cleaning.spots else each
        for each in found.accounts
    )
    return replace(found, accounts=accounts, notes=(*document.notes, *found.notes))


def _interpret(document: Document, answers: Answers, watch: Callable[[int], Callable[[], None]]) -> Interpretation:
    outline: Outline[Row] = Outline()
    walk = Walk(outline)
    blocks = Blocks(walk, answers.columns)
    blocks.take(document)
    rows = list(outline.rows())
    take_labels(rows)
    for row in rows:
        take_inline(row)
    said = frame(blocks.before, [(row.said("text"), row.said("due")) for row in rows], blocks.roles, answers)
    beside = blocks.accounts(said.title, is_guessed=said.is_title_guessed)
    accounts = tuple(_without_empty((*beside, *walk.accounts), outline))
    wrong = () if answers.ignore_counts else tuple(miscounts(outline, accounts))
    refusals = [*blocks.refusals, *_refusals(walk, rows)]
    if not rows and not refusals:
        spaced = next(flattened(blocks.before), None)
        refusals.append(spaced or Refusal("no-tasks" if blocks.headers else "no-table"))
    if rows and not said.title:
        refusals.append(Refusal("no-title"))
    if rows and said.years is None:
        refusals.append(Refusal("no-years"))
    if rows:
        refusals += (Refusal("count-differs", each.spot, each.text, each.read) for each in wrong if each.is_certain)
    _check_numbers(rows)
    notes = [*leading(document, rows, answers), *(each.note for each in wrong if not each.is_certain)]
    if rows and said.are_years_guessed and said.years:
        notes.append(Note("years-guessed", Spot(), "–".join(map(str, dict.fromkeys(said.years)))))
    if refusals or said.years is None:
        told = (*accounts, *(each for row in rows for each in row.accounts))
        return Interpretation(None, tuple(sorted(told, key=lambda each: each.spot)), tuple(refusals), tuple(notes))
    made = draft(said, outline, accounts, answers, watch)
    notes += (Note("names-alike", Spot(), "、".join(pair)) for pair in made.apart)
    notes += names_alike(made.files[REGISTER_PATH], answers.known)
    return Interpretation(made, made.accounts, (), tuple(notes))


def _without_empty(accounts: Iterable[Account], outline: Outline[Row]) -> Iterator[Account]:
    """Accounts, those of headings without a task told as left out."""
    empty = set(outline.empty())
    for each in accounts:
        is_out = each.went == "heading" and each.spot in empty
        yield replace(each, went="beside", to="", unsure=("heading-empty",)) if is_out else each


def _refusals(walk: Walk, rows: Iterable[Row]) -> Iterator[Refusal]:
    """Rows that nothing can be made of."""
    for cells in walk.lost:
        yield Refusal("row-lost", cells[0].spot, cells[0].text)
    for row in rows:
        if not (row.said("text") or row.said("title")):
            said = sorted((each for each in row.accounts if each.text), key=lambda each: each.went == "number")
            yield Refusal("row-empty", row.spot, said[0].text if said else "")


def _check_numbers(rows: list[Row]) -> None:
    """Numbers go on by one, or begin again; where they do not, a row may be lost, or two may be one."""
    for before, row in pairwise(rows):
        if before.number is not None and row.number is not None and row.number not in {before.number + 1, 1}:
            row.doubt("number", "number-gap")
