"""Who a document names and the plan does not know: new entries behind those of departments.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plancli.edit.update_lists import Kept, Lists, UnfitError
from plancli.edit.update_written import key_lines, made
from plancli.model.register import Register
from plancli.model.shapes import shape
from plancli.source.edits import Edit
from plancli.source.tree import Branch, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SHAPE = shape(Register)
Entry = dict[str, Any]


def unknown(register: Register, document: Mapping[str, Sequence[Entry]], named: set[str]) -> dict[str, list[Entry]]:
    """The departments and groups of a document that a plan does not know, by the register's keys.

    Another name of a new one that the plan knows for somebody else's is left out, and so are members that nobody knows.

    Args:
        register: The plan's.
        document: The document's.
        named: The names that the plan's tasks have after the update.
    """
    known = dict.fromkeys(register.by_spelling)
    members = {name for each in document.get("groups", ()) for name in each.get("members", ())}
    found: dict[str, list[Entry]] = {}
    for key in ("departments", "groups"):
        for entry in document.get(key, ()):
            spellings = {entry["name"], *entry.get("aliases", ())}
            if entry["name"] in known or not (spellings & named or (entry["name"] in members)):
                continue
            aliases = [each for each in entry.get("aliases", ()) if each not in known]
            new = {**entry, "aliases": aliases} if aliases else {k: v for k, v in entry.items() if k != "aliases"}
            known.update(dict.fromkeys((new["name"], *aliases)))
            found.setdefault(key, []).append(new)
    return found


def appended(text: str, added: Mapping[str, Sequence[Entry]]) -> tuple[Edit, ...]:
    """What changes in departments.yaml.

    Raises:
        UnfitError: Where it is written in a way that cannot be edited without losing something.
    """
    return tuple(sorted(_edits(text, added)))


def _edits(text: str, added: Mapping[str, Sequence[Entry]]) -> Iterator[Edit]:
    root, lists = read_tree(text), Lists(text)
    if root.in_brackets:
        raise UnfitError
    for key, entries in added.items():
        there = root.entry(key)
        if there is None:
            below = lists.line_behind(root.end)
            end = "\r\n" if "\r\n" in text else "\n"
            before = "" if text[below - 1] in "\r\n" else end
            lines = key_lines(key, list(entries), _SHAPE)
            yield Edit(below, below, before + "".join(line + end for line in lines))
            continue
        value = there.value
        kept = [Kept(value, at) for at in range(len(value.entries))] if isinstance(value, Branch) else []
        yield from lists.arranged(there, [*kept, *(made(key, each, _SHAPE) for each in entries)])
