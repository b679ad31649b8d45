"""A target in a task's file that says something else: what changes in the file, and nothing around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plancli.edit.update_lists import UnfitError
from plancli.edit.update_targets import SAID
from plancli.edit.update_written import flow
from plancli.source.edits import Edit, Site
from plancli.source.tree import BLOCKS, Branch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.source.tree import Entry


def retargeted(text: str, target: Branch, value: Mapping[str, Any]) -> Iterator[Edit]:
    """What changes where a target shall say what other words say, and is not confirmed any more.

    Args:
        text: The file's text.
        target: The target in it.
        value: As a file has what the other words say.

    Raises:
        UnfitError: Where something is written in a way that cannot be edited without losing a comment.
    """
    new = {**{key: value.get(key) for key in SAID}, "confirmed": False}
    added = {}
    for key, said in new.items():
        entry = target.entry(key)
        if entry is None:
            if said is not None:
                added[key] = said
        elif said is None:
            yield _dropped(text, target, entry)
        else:
            yield from _said(text, target, entry, said)
    if added:
        yield _added(text, target, added)


def _said(text: str, target: Branch, entry: Entry, said: Any) -> Iterator[Edit]:  # noqa: ANN401 - as a file has it
    there = entry.value
    if isinstance(there, Branch):
        if not there.in_brackets and "#" in text[there.start : there.end]:
            raise UnfitError
        begin = there.start if there.in_brackets else _colon(text, entry)
        yield Edit(begin, there.end, f"{'' if there.in_brackets else ' '}{flow(said)}")
    elif isinstance(said, str) and there.style not in BLOCKS:
        yield from Site(text, there, 0, in_brackets=target.in_brackets).say(said)
    elif there.style in BLOCKS:
        raise UnfitError
    else:
        yield Site(text, there, 0, in_brackets=target.in_brackets).put(flow(said))


def _colon(text: str, entry: Entry) -> int:
    assert entry.key is not None  # noqa: S101 - a target's values stand at keys
    return text.index(":", entry.key.end) + 1


def _dropped(text: str, target: Branch, entry: Entry) -> Edit:
    start = text.rfind("\n", 0, entry.start) + 1
    if target.in_brackets or text[start : entry.start].strip(" ") or isinstance(entry.value, Branch):
        raise UnfitError
    end = text.find("\n", entry.value.end)
    return Edit(start, len(text) if end < 0 else end + 1, "")


def _added(text: str, target: Branch, added: Mapping[str, Any]) -> Edit:
    """Keys behind the last one."""
    last = target.entries[-1]
    written = [f"{key}: {flow(said)}" for key, said in added.items()]
    if target.in_brackets:
        return Edit(last.value.end, last.value.end, "".join(f", {each}" for each in written))
    column = last.start - text.rfind("\n", 0, last.start) - 1
    end = "\r\n" if "\r\n" in text else "\n"
    at = text.find("\n", last.value.end) if last.value.end and text[last.value.end - 1] != "\n" else last.value.end - 1
    begin = len(text) if at < 0 else at + 1
    lines = "".join(" " * column + each + end for each in written)
    return Edit(begin, begin, lines if not begin or text[begin - 1] == "\n" else end + lines)
