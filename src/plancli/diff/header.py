"""What changed in what the plan is: its title, its period, who issued it, and what it lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diagnostics import Place
from plancli.diff.change import Change
from plancli.model.plan import HEADER_PATH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.header import Header

_DETAILS = ("jurisdiction", "issued", "language", "roles", "run_in_titles", "numbering")
"""Keys that no commitment hangs on."""

_SETTINGS = ("checks", "diff")
"""Keys that say what is let pass."""


def compare_headers(old: Header, new: Header) -> Iterator[Change]:
    """Compare two headers, but for their outlines."""
    if old.title != new.title:
        place = Place(HEADER_PATH, ("title",))
        yield Change("plan-retitled", None, place, place, old.title, new.title)
    yield from _periods(old, new)
    if old.status != new.status:
        kind = "plan-issued" if new.status == "issued" else "plan-withdrawn"
        yield Change(kind, None, *_places(old, new, "status"), old.status, new.status)
    for key in _DETAILS:
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            yield Change("plan-detail-changed", None, *_places(old, new, key), _text(was), _text(now), {"key": key})
    for key in _SETTINGS:
        yield from _settings(old, new, key)


def _places(old: Header, new: Header, key: str) -> tuple[Place, Place]:
    """Where a key stands on each side; the whole file where it is left out."""
    first, second = (Place(HEADER_PATH, (key,) if key in header.model_fields_set else ()) for header in (old, new))
    return first, second


def _periods(old: Header, new: Header) -> Iterator[Change]:
    """The end decides: what is asked by then has more or less time; else the beginning."""
    was, now = old.period, new.period
    if was == now:
        return
    longer = now.end > was.end if now.end != was.end else now.start < was.start
    place = Place(HEADER_PATH, ("period",))
    texts = f"{was.start}—{was.end}", f"{now.start}—{now.end}"
    yield Change("period-extended" if longer else "period-shortened", None, place, place, *texts)


def _text(value: object) -> str | None:
    """A record or scalar in a neutral form."""
    if value is None:
        return None
    if hasattr(value, "model_dump"):
        parts = value.model_dump(mode="json", exclude_none=True)
        return " ".join(str(part) for part in parts.values())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _settings(old: Header, new: Header, key: str) -> Iterator[Change]:
    was, now = getattr(old, key), getattr(new, key)
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) != now.get(name):
            places = [Place(HEADER_PATH, (key, name) if name in side else (), "key") for side in (was, now)]
            facts = {"name": name, "key": key}
            yield Change("settings-changed", None, places[0], places[1], was.get(name), now.get(name), facts)
