"""How a rule speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The wording of a rule, or of one of its cases.

    Attributes:
        message: One sentence: what is wrong.
        label: A few words under the place.
        help: A way out.
        suggest: The way out where names are known that may have been meant.
        related: A few words under a related place.
        similar: A few words under the place of the likeliest name.
    """

    message: str
    label: str = ""
    help: str = ""
    suggest: str = ""
    related: str = ""
    similar: str = ""
