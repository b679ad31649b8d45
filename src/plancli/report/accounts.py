"""Where every piece of a document went, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.intake.doubts import DOUBTS, NOTES, REFUSALS
from plancli.messages import N_
from plancli.report.machine import VERSION, document
from plancli.source.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.intake.accounts import Account
    from plancli.intake.document import Note, Spot
    from plancli.intake.interpret import Refusal
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
    "target": N_("target"),
    "no-target": N_("not made a target"),
    "notes": N_("notes"),
    "plan-title": N_("the plan's title"),
    "beside": N_("not taken: beside the plan's table"),
    "lost": N_("not taken: no plan can be made of it as it stands"),
}
"""What a piece became."""
_LONGEST = 40


def unsure(accounts: Iterable[Account], words: Catalog) -> str:
    """The pieces at which a person should look, each with the reason."""
    return "".join(_line(each, DOUBTS[why], words) for each in accounts for why in each.unsure)


def everything(accounts: Iterable[Account], words: Catalog) -> str:
    """Every piece: where it stands, what it became, what it says."""
    return "".join(_line(each, WENT[each.went], words) for each in accounts)


def _line(account: Account, what: str, words: Catalog) -> str:
    said = words.gettext("{place}: {what}: {text}").format(
        place=spot(account.spot, words), what=words.gettext(what), text=_short(account.text)
    )
    return f"{said} → {legible(account.to)}\n" if account.to else f"{said}\n"


def notes(found: Iterable[Note], words: Catalog) -> str:
    """What a reader of the document should know: how it was read, and what was left."""
    return "".join(
        words.gettext("{place}: {what}").format(
            place=spot(each.spot, words) if any(each.spot) else words.gettext("the document"),
            what=words.gettext(NOTES[each.kind]).format(text=_short(each.text), count=each.count),
        )
        + "\n"
        for each in found
    )


def refusals(found: Iterable[Refusal], words: Catalog) -> str:
    """Why the document does not become a plan by itself, and what a person can do."""
    lines = []
    for each in found:
        said, help_ = REFUSALS[each.why]
        what = words.gettext(said).format(text=_short(each.text))
        where = words.gettext("{place}: {what}").format(place=spot(each.spot, words), what=what) if each.spot else what
        lines.append(where)
        lines.append("   = " + words.gettext("help: ") + words.gettext(help_))
    return "".join(f"{line}\n" for line in lines)


def to_json(accounts: Iterable[Account], found: Iterable[Refusal], told: Iterable[Note]) -> str:
    """The same as a document."""
    return document(
        {
            "version": VERSION,
            "refusals": [{"why": each.why, "text": each.text, "spot": _spot(each.spot)} for each in found],
            "notes": [
                {"kind": each.kind, "text": each.text, "count": each.count, "spot": _spot(each.spot)} for each in told
            ],
            "pieces": [
                {
                    "spot": _spot(each.spot),
                    "text": each.text,
                    "went": each.went,
                    "to": each.to,
                    "unsure": list(each.unsure),
                }
                for each in accounts
            ],
        }
    )


def spot(place: Spot, words: Catalog) -> str:
    """A place as a reader finds it: 表1第3行第2列."""
    if not place.table:
        return words.gettext("paragraph {row}").format(row=place.row)
    said = words.gettext("table {table}, row {row}, column {column}").format(**place._asdict())
    if not place.sheet:
        return said
    return words.gettext("{place}: {what}").format(place=legible(place.sheet), what=said)


def _spot(place: Spot | None) -> dict[str, object] | None:
    return place._asdict() if place else None


def _short(text: str) -> str:
    shown = legible(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
