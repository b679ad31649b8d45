"""A plan file in its canonical form: keys in order, values as they should be written, comments with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.edit.format_values import bracketed, in_order, is_block, key_of, lead_of, on_one_line, prose, taken_out
from plancli.model.task import Task
from plancli.source.comments import read_commented
from plancli.source.scalars import block
from plancli.source.tree import Leaf
from plancli.source.values import Plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.model.shapes import Shape
    from plancli.source.scalars import Block
    from plancli.source.tree import Branch, Comment, Entry

STEP = "  "
"""How much further what belongs to a key is indented."""


def canonical(text: str, shape: Shape) -> str:
    """A file's text in its canonical form.

    Args:
        text: Without a byte order mark, its lines ended by line feeds; `parse` finds no problem in it.
        shape: What the file holds.
    """
    head, root = read_commented(text)
    form = _Form(text, root.entry("text") if shape.kind is Task else None)
    form.comments(head, "")
    first = root.entries[0]
    form.space(wanted=bool(head) and first.spaced)
    first.spaced = False
    form.block(root, shape, "")
    return "\n".join(form.lines) + "\n"


class _Form:
    """The lines of a file's canonical form, as they come."""

    def __init__(self, text: str, prose: Entry | None) -> None:
        self.lines: list[str] = []
        self._text = text
        self._prose = prose
        self._opens = True  # no block begins with a blank line

    def space(self, *, wanted: bool) -> None:
        """Leave a line blank, but not two, nor the first one of a block."""
        if wanted and not self._opens:
            self.lines.append("")
            self._opens = True

    def comments(self, comments: Iterable[Comment], margin: str) -> None:
        """Comments on lines of their own."""
        for comment in comments:
            self._add(margin + comment.text, comment.spaced)

    def block(self, branch: Branch, shape: Shape, lead: str, name: str = "") -> None:
        """A mapping or a list, an entry a line.

        Args:
            branch: What to write.
            shape: What it should be.
            lead: What stands before its first entry: spaces, or the dash of the list that it is an entry of.
            name: The key that it stands under.
        """
        self._opens = True
        margin = " " * len(lead)
        for entry in in_order(branch, shape):
            key = key_of(entry)
            self._entry(entry, shape.step(key), lead, key or name)
            lead = margin
        self.comments(branch.below, margin)

    def _entry(self, entry: Entry, shape: Shape, lead: str, name: str) -> None:
        value, margin, line = entry.value, " " * len(lead), lead + lead_of(entry)
        self.comments(entry.above + taken_out(entry, shape), _indentation(lead))
        if is_block(value, shape) and entry.key:
            self._add(line + _behind(entry), entry.spaced)
            self.block(value, shape, margin + STEP, name)
        elif is_block(value, shape):
            self.comments([entry.behind] if entry.behind else (), _indentation(lead))
            self.space(wanted=entry.spaced)
            self.block(value, shape, f"{line} ", name)
        elif not isinstance(value, Leaf):
            self._add(f"{line} {bracketed(value, shape)}{_behind(entry)}", entry.spaced)
            self.comments(value.below, margin + STEP)
        elif lines := self._set_off(entry, value):
            self._add(f"{line} {lines.mark}{_behind(entry)}", entry.spaced)
            self.lines += lines.indented(margin + STEP)
            self.comments(entry.below, margin)  # further in they would be lines of the text
            return
        else:
            self._add(f"{line} {self._one_line(entry, value, name)}".rstrip(" "), entry.spaced)
        self.comments(entry.below, margin + STEP)

    def _set_off(self, entry: Entry, leaf: Leaf) -> Block | None:
        """A value of several lines, and a task's text even where it has one."""
        if isinstance(leaf.value, Plain):
            return None
        said = prose(leaf.value) if entry is self._prose else leaf.value
        return block(said) if "\n" in said else None

    def _one_line(self, entry: Entry, leaf: Leaf, name: str) -> str:
        between = self._text[leaf.end : entry.behind.start] if entry.behind else ""
        return on_one_line(leaf, entry.behind, between, name)

    def _add(self, line: str, spaced: bool) -> None:  # noqa: FBT001 - whether a blank line stands before it
        self.space(wanted=spaced)
        self.lines.append(line)
        self._opens = False


def _behind(entry: Entry) -> str:
    return f"  {entry.behind.text}" if entry.behind else ""


def _indentation(lead: str) -> str:
    """As far as a line is indented that begins so, up to its first dash."""
    return " " * (len(lead) - len(lead.lstrip(" ")) if lead.strip(" ") else len(lead))
