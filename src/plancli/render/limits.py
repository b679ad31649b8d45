"""How large a document, and what a template computes on the way to it, may become."""

from __future__ import annotations

from collections.abc import Generator
from itertools import islice
from typing import TYPE_CHECKING, Any, NoReturn

from plancli.messages import N_
from plancli.render.faults import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_CHARACTERS = 20_000_000
"""Of one document, or of one text inside a template: thrice the sheet of a department that has 10,000 tasks."""

MAX_STEPS = 1_000_000
"""Of `range()`, counted through a whole document, loops inside loops included."""

MAX_BITS = 1_024
"""Of a whole number."""

_CHUNK = 16


def concat(pieces: Iterable[str]) -> str:
    """Put pieces together, and stop where they become too much rather than where the memory ends."""
    if isinstance(pieces, list):
        if sum(map(len, pieces)) > MAX_CHARACTERS:
            raise too_large()
        return "".join(pieces)
    source = iter(pieces)
    room = MAX_CHARACTERS
    parts: list[str] = []
    while chunk := list(islice(source, _CHUNK)):
        room -= sum(map(len, chunk))
        if room < 0:
            _stop(source)
        parts += chunk
    return "".join(parts)


def _stop(source: Iterator[str]) -> NoReturn:
    """Raise the mistake inside the template that goes on printing, so that the line is known."""
    if isinstance(source, Generator):
        source.throw(too_large())
    raise too_large()


def too_large() -> Mistake:
    """The mistake of making more text than any document holds."""
    return Mistake(N_("this makes more than {limit} characters"), limit=f"{MAX_CHARACTERS:,}")


def check_operands(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 - whatever a template computes with
    """Refuse what could fill the memory in one step; everything else is refused when it is printed.

    Raises:
        Mistake: For a result that is too large, and for `%` on a text, whose width can be anything.
    """
    if operator == "%":
        if isinstance(left, str):
            raise Mistake(N_("“%” formats no text in a template; put texts together with “~”"))
    elif operator == "+":
        if _size(left) + _size(right) > MAX_CHARACTERS:
            raise too_large()
    elif _sized(left) or _sized(right):
        if _size(left) * _count(right) + _size(right) * _count(left) > MAX_CHARACTERS:
            raise too_large()
    elif _bits(operator, left, right) > MAX_BITS:
        wording = N_("“{operator}” makes a number of more than {limit} bits")
        raise Mistake(wording, operator=operator, limit=f"{MAX_BITS:,}")


def _sized(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, str | bytes | list | tuple)


def _size(value: Any) -> int:  # noqa: ANN401
    return len(value) if _sized(value) else 0


def _count(value: Any) -> int:  # noqa: ANN401
    return max(value, 0) if isinstance(value, int) else 0


def _bits(operator: str, left: Any, right: Any) -> int:  # noqa: ANN401
    if not (isinstance(left, int) and isinstance(right, int)):
        return 0
    if operator == "**":
        return left.bit_length() * max(right, 0)
    return left.bit_length() + right.bit_length()
