"""Write into a task's file where the task comes from: what a comparison suggested and a person accepted."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plancli.edit.files import Loader, found_in, read
from plancli.edit.refusals import BY_HAND, AlreadySplitError, FaultyTaskError, UnsafeEditError
from plancli.edit.rewrite import Rewrite, rewrite
from plancli.edit.splice import insertion, lines
from plancli.model.plan import task_path
from plancli.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from plancli.loading.loader import Loaded
    from plancli.model.task import Task


@dataclass(frozen=True, slots=True)
class Declaration:
    """That a task comes from others.

    Attributes:
        task: The id of the task whose file says so.
        key: As what: the same under another id, merged from several, split from one.
        ids: Of the tasks that it comes from.
    """

    task: str
    key: Literal["formerly", "merged_from", "split_from"]
    ids: tuple[str, ...]


def declare(root: Path, declarations: Sequence[Declaration]) -> tuple[Path, ...]:
    """Write declarations into the files of their tasks: into all of them or none.

    Everything is found out before anything is written: each file is read, the declarations are inserted, and what would
    come out is loaded; it must say the same as before but for what is declared.

    Args:
        root: The plan's folder.
        declarations: What to write; what is declared already is left as it is.

    Returns:
        The files that were changed.

    Raises:
        EditError: Where a file cannot be edited safely.
        CannotWriteError: Where one cannot be written.
        ValueError: For a `split_from` of other than one id.
    """
    if any(each.key == "split_from" and len(each.ids) != 1 for each in declarations):
        raise ValueError(declarations)
    before = {task_path(each.task): read(root, each.task) for each in declarations}
    loader = Loader(root)
    loaded = loader(before)
    after, expected = dict(before), dict(loaded.plan.by_id)
    for each in declarations:
        path = task_path(each.task)
        if loaded.plan.gaps.touch(path, frozenset({each.key})):
            raise FaultyTaskError(file=(root / path).as_posix())
        if missing := _missing(root, expected[each.task], each):
            after[path] = _inserted(after[path], each.key, missing)
            expected[each.task] = _declared(expected[each.task], each.key, missing)
    again = loader(after)
    for each in declarations:
        if not _is_as_expected(each.task, expected[each.task], loaded, again):
            raise _by_hand(root, each)
    files = [Rewrite(root / path, before[path], after[path]) for path in before if after[path] != before[path]]
    rewrite(files, root)
    return tuple(file.path for file in files)


def _missing(root: Path, task: Task, declaration: Declaration) -> tuple[str, ...]:
    """What a task does not declare yet.

    Raises:
        AlreadySplitError: Where it would have to declare something else.
    """
    if declaration.key == "split_from":
        if task.split_from not in {None, *declaration.ids}:
            file, first = (root / task_path(task.id)).as_posix(), lines(declaration.key, declaration.ids)[0]
            facts = {"other": str(task.split_from), "task": declaration.ids[0]}
            raise AlreadySplitError(file=file, first=first, **facts)
        return () if task.split_from else declaration.ids
    known: tuple[str, ...] = getattr(task, declaration.key)
    return tuple(each for each in dict.fromkeys(declaration.ids) if each not in known)


def _declared(task: Task, key: str, ids: tuple[str, ...]) -> Task:
    value = ids[0] if key == "split_from" else (*getattr(task, key), *ids)
    return task.model_copy(update={key: value})


def _inserted(content: bytes, key: str, ids: tuple[str, ...]) -> bytes:
    """A file's bytes with a declaration; all that was there is there, a byte order mark too."""
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = decode(content)
    assert isinstance(text, str)  # noqa: S101 - else it would not have loaded
    return mark + insertion(text, key, ids).into(text).encode("utf-8", "surrogatepass")


def _is_as_expected(identifier: str, task: Task, old: Loaded, new: Loaded) -> bool:
    path = task_path(identifier)
    same = list(found_in(old, path)) == list(found_in(new, path))
    return same and new.plan.by_id.get(identifier) == task


def _by_hand(root: Path, declaration: Declaration) -> UnsafeEditError:
    """Say how a person writes what we cannot."""
    first, *rest = lines(declaration.key, declaration.ids)
    file = (root / task_path(declaration.task)).as_posix()
    way_out = BY_HAND if rest else ""
    return UnsafeEditError(help=way_out, file=file, key=declaration.key, first=first, rest="`, `".join(rest))
