"""How a value is written in the canonical form, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from plancli.edit.format_text import one_sentence_a_line, paragraphs
from plancli.loading.reading import PROSE_KEYS
from plancli.model.fields import Amount
from plancli.source.scalars import double_quoted, one_line
from plancli.source.tree import Branch, Leaf
from plancli.source.values import Plain

if TYPE_CHECKING:
    from plancli.model.shapes import Shape
    from plancli.source.tree import Comment, Entry


def in_order(branch: Branch, shape: Shape) -> list[Entry]:
    """Its entries: keys in the order of the format, and those that it does not know behind them."""
    order = shape.order
    return sorted(branch.entries, key=lambda entry: order.get(key_of(entry), len(order))) if order else branch.entries


def key_of(entry: Entry) -> str:
    """What an entry's key says; empty in a list."""
    return str(entry.key.value) if entry.key else ""


def lead_of(entry: Entry) -> str:
    """What an entry's line begins with."""
    if entry.key is None:
        return "-"
    key = key_of(entry)
    return f"{double_quoted(key) if key == '<<' else one_line(key)}:"  # without quotes `<<` is a merge


def taken_out(entry: Entry, shape: Shape) -> list[Comment]:
    """The comments above the first value in an entry of a list: it follows the dash, so they go above that."""
    if entry.key or isinstance(entry.value, Leaf) or not entry.value.entries:
        return []
    first = in_order(entry.value, shape)[0]
    taken, first.above = first.above, []
    return taken


def is_block(value: Leaf | Branch, shape: Shape) -> TypeGuard[Branch]:
    """Whether a mapping or list has lines of its own, and is not written in brackets."""
    return isinstance(value, Branch) and bool(value.entries) and not _fits(value, shape)


def _fits(branch: Branch, shape: Shape) -> bool:
    """Whether it is one of those that stand in brackets, and has neither comments nor longer values."""
    fitting = shape.in_brackets and branch.is_list == (shape.kind is Amount) and not branch.below
    return fitting and all(_is_short(entry) for entry in branch.entries)


def _is_short(entry: Entry) -> bool:
    value = entry.value.value if isinstance(entry.value, Leaf) else ""
    is_short = bool(value.text) if isinstance(value, Plain) else bool(value) and "\n" not in value
    return is_short and not (entry.above or entry.behind or entry.below)


def bracketed(branch: Branch, shape: Shape) -> str:
    """A mapping or list in brackets."""
    inside = in_order(branch, shape)
    entries = ", ".join(f"{lead_of(entry)} {_short(entry)}" if entry.key else _short(entry) for entry in inside)
    return f"[{entries}]" if branch.is_list else f"{{{entries}}}"


def _short(entry: Entry) -> str:
    assert isinstance(entry.value, Leaf)  # noqa: S101 - see _is_short
    value = entry.value.value
    return value.text if isinstance(value, Plain) else one_line(value, in_brackets=True)


def prose(text: str) -> str:
    """A task's text, one sentence a line; one that says nothing as it is."""
    return one_sentence_a_line(text) if paragraphs(text) else text


def on_one_line(leaf: Leaf, comment: Comment | None, between: str, name: str) -> str:
    """A value on one line, and the comment behind it.

    What stands behind a ` #` may be a part of the value that is lost, and `validate` says so: it is not made a comment
    in passing, nor is a comment made to look like a lost part.

    Args:
        leaf: The value.
        comment: Which comment.
        between: What stood between the two.
        name: The key.
    """
    written = leaf.value.text if isinstance(leaf.value, Plain) else one_line(leaf.value)
    if comment is None:
        return written
    follows = not leaf.style and leaf.end > leaf.start and between and not between.strip(" \t")
    if follows and len(between) == 1 and name in PROSE_KEYS:
        return f"{written} {comment.text}"
    if not follows and written == leaf.value and comment.text[1:2] not in {"", " ", "#"}:
        written = double_quoted(written)
    return f"{written}  {comment.text}"
