"""Where every piece of a document went, for people and for programs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plancli.intake.doubts import DOUBTS
from plancli.report.machine import VERSION, document
from plancli.source.legible import legible
from plancli.views import imports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.intake.accounts import Account
    from plancli.intake.document import Note, Spot
    from plancli.intake.refusals import Refusal
    from plancli.messages import Catalog


def unsure(accounts: Iterable[Account], words: Catalog, *, most: int | None = None) -> str:
    """The pieces at which a person should look, each with the reason.

    Args:
        accounts: All pieces.
        words: The reader's.
        most: How many of one reason are told; the others are counted: one that holds for every row drowns the rest.
    """
    lines: list[str] = []
    told: Counter[str] = Counter()
    for each in accounts:
        for why in each.unsure:
            told[why] += 1
            if most is None or told[why] <= most:
                lines.append(_line(each, DOUBTS[why], words))
    more = words.gettext("{what}: {n} more places (--report all)")
    for why, count in told.items():
        if most is not None and count > most:
            lines.append(more.format(what=words.gettext(DOUBTS[why]), n=count - most) + "\n")
    return "".join(lines)


def everything(accounts: Iterable[Account], words: Catalog) -> str:
    """Every piece: where it stands, what it became, what it says."""
    return "".join(_line(each, imports.WENT[each.went], words) for each in accounts)


def _line(account: Account, what: str, words: Catalog) -> str:
    said = words.gettext("{place}: {what}: {text}").format(
        place=imports.spot(account.spot, words), what=words.gettext(what), text=imports.shortened(account.text)
    )
    return f"{said} → {legible(account.to)}\n" if account.to else f"{said}\n"


def notes(found: Iterable[Note], words: Catalog) -> str:
    """What a reader of the document should know: how it was read, and what was left."""
    return "".join(f"{each}\n" for each in imports.sentences(found, words))


def refusals(found: Iterable[Refusal], words: Catalog) -> str:
    """Why the document does not become a plan by itself, and what a person can do."""
    lines = []
    for each in imports.refusals(found, words):
        said = words.gettext("{place}: {what}").format(place=each.place, what=each.message)
        lines.append(said if each.place else each.message)
        lines.append("   = " + words.gettext("help: ") + each.help)
    return "".join(f"{line}\n" for line in lines)


def to_json(accounts: Iterable[Account], found: Iterable[Refusal], told: Iterable[Note]) -> str:
    """The same as a document."""
    return document(
        {
            "version": VERSION,
            "refusals": [
                {"why": each.why, "text": each.text, "count": each.count, "spot": _spot(each.spot)} for each in found
            ],
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


def _spot(place: Spot | None) -> dict[str, object] | None:
    return place._asdict() if place else None
