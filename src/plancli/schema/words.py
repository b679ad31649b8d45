"""What an editor says of keys and values, in both languages: it does not tell which one its reader has."""

from __future__ import annotations

from typing import NamedTuple

from plancli import messages
from plancli.messages import LANGUAGES


class Said(NamedTuple):
    """What is said of a key.

    Attributes:
        title: What it is, as a heading.
        told: What stands there.
    """

    title: str
    told: str


def heading(message: str) -> str:
    """A message in both languages, on one line: `牵头单位 · lead`."""
    return " · ".join(_spoken(message))


def both(message: str) -> str:
    """A message in both languages, a line each."""
    return "\n".join(_spoken(message))


def _spoken(message: str) -> tuple[str, ...]:
    """A message in every language; once where the languages agree."""
    return tuple(dict.fromkeys(messages.catalog(language).gettext(message) for language in LANGUAGES))
