"""The words that a change is about, as much of them as a reader needs: every edit, and a little around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.diff.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.views.changes import ChangeView

LONG = 80
"""Characters from which on a sentence is shortened."""

CONTEXT = 15
"""Characters that are kept beside an edit."""

SLACK = 12
"""Characters by which a cut may move away from the edit, so that it falls behind a clause and not into a word."""

CUT = "…"
_MARKS = "，、；：。,;:"


def excerpt(change: ChangeView) -> tuple[Edit, ...]:
    """The edited sentence; of one that came, went or moved, the sentence as one edit; else nothing."""
    if change.edits:
        return tuple(_shortened(change.edits))
    if change.kind == "text-moved":
        return tuple(_shortened((Edit("keep", change.after),)))
    whole = {
        "text-sentence-removed": Edit("delete", change.before),
        "text-sentence-added": Edit("insert", change.after),
    }
    return (whole[change.kind],) if change.kind in whole else ()


def passages(changes: Iterable[ChangeView]) -> list[tuple[ChangeView, ...]]:
    """Changes of the same sentence together, where the first of them stands: the sentence is shown once."""
    together: dict[object, list[ChangeView]] = {}
    for change in changes:
        together.setdefault(change.edits or id(change), []).append(change)
    return [tuple(found) for found in together.values()]


def _shortened(edits: tuple[Edit, ...]) -> Iterator[Edit]:
    if sum(len(edit.text) for edit in edits) <= LONG:
        yield from edits
        return
    last = len(edits) - 1
    for place, edit in enumerate(edits):
        if edit.op != "keep":
            yield edit
        else:
            # A sentence that only moved is known by its beginning.
            yield Edit("keep", _around(edit.text, behind=place > 0 or last == 0, before=place < last))


def _around(text: str, *, behind: bool, before: bool) -> str:
    """Of what was kept, what stands right behind an edit and right before one."""
    head = _head(text) if behind else 0
    tail = len(text) - _head(text[::-1]) if before else len(text)
    if tail - head <= SLACK:
        return text
    if not before:
        return text[:head] + CUT
    return text[:head] + CUT + text[tail:].lstrip(_MARKS)


def _head(text: str) -> int:
    """How much of a text's beginning to keep: to the next mark if there is one near, and no torn number or word."""
    near = next((at for at in range(CONTEXT, CONTEXT + SLACK) if text[at : at + 1] in {*_MARKS}), None)
    if near is not None:
        return near
    end = min(CONTEXT, len(text))
    while end < len(text) and text[end - 1].isascii() and text[end].isascii() and text[end].isalnum():
        end += 1
    return end
