"""What a task says after an update: what the document carries as the document has it, and all else as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plancli.edit.update_targets import targets_after
from plancli.intake.titles import run_in
from plancli.model.header import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.diagnostics import Route
    from plancli.model.task import Task, Unit, Units

_FULL_STOP = "。"


def content_cell(task: Task, *, runs_in: bool) -> str:
    """All words of a task as a document's cell has them, without the space that means nothing there."""
    words = f"{task.title}{_FULL_STOP}{task.text}" if runs_in else task.text
    return "".join(words.split())


def updated(old: Task, new: Task, carries: frozenset[Route], meaning: Mapping[str, str], *, runs_in: bool) -> Task:
    """A task of the plan as it is after an update.

    What says the same stays as it is written: an alias, the lines of a text.

    Args:
        old: The task.
        new: As the document has it.
        carries: The keys that the document has a column for.
        meaning: The name that each spelling of a unit stands for.
        runs_in: Whether the plan's titles run in.
    """
    told: dict[str, Any] = {
        key: getattr(new, key) for key in ("due", "leader", "duty", "milestones") if (key,) in carries
    }
    told |= {role: _units(getattr(old, role), getattr(new, role), meaning) for role in ROLES if (role,) in carries}
    title, text = _words(old, new, carries, runs_in=runs_in)
    if ("text",) in carries and not _is_same(text, old.text):
        told["text"] = text
    told |= {"title": title, "notes": _notes(old, new, carries)}
    told["targets"] = targets_after(old, new, (told.get("text", old.text), *told["notes"].values())).of(old)
    return old.model_copy(update={key: value for key, value in told.items() if value != getattr(old, key)})


def _words(old: Task, new: Task, carries: frozenset[Route], *, runs_in: bool) -> tuple[str, str]:
    """Title and text, told apart as the plan has them."""
    if ("title",) in carries:
        return new.title, new.text
    return _told_apart(old, new.text) if runs_in else (old.title, new.text)


def _told_apart(old: Task, text: str) -> tuple[str, str]:
    """A title that runs in, which the document does not set off in every row."""
    title, full_stop, rest = text.partition(_FULL_STOP)
    if full_stop and "".join(title.split()) == "".join(old.title.split()):
        return old.title, rest.lstrip()
    found = run_in(text)
    return (found.title, found.text) if found else (old.title, text)


def _units(old: Units | None, new: Units | None, meaning: Mapping[str, str]) -> Units | None:
    """Units as the document has them, those of the plan in its spelling; a blank cell is not against a `[]`."""
    if new is None:
        return old if old == () else None
    known = [((meaning.get(unit.name, unit.name), unit.scope), unit) for unit in old or ()]
    found: list[Unit] = []
    for unit in new:
        same = (meaning.get(unit.name, unit.name), unit.scope)
        at = next((at for at, (identity, _) in enumerate(known) if identity == same), None)
        found.append(unit if at is None else known.pop(at)[1])
    return tuple(found)


def _notes(old: Task, new: Task, carries: frozenset[Route]) -> dict[str, str]:
    """The plan's notes in their order, then those that are new."""
    kept = {
        name: text if ("notes", name) not in carries or _is_same(text, new.notes[name]) else new.notes[name]
        for name, text in old.notes.items()
        if ("notes", name) not in carries or name in new.notes
    }
    return kept | {name: text for name, text in new.notes.items() if name not in kept}


def _is_same(one: str, other: str) -> bool:
    """Whether two texts have the same words: where lines and paragraphs break, many a document cannot say."""
    return "".join(one.split()) == "".join(other.split())
