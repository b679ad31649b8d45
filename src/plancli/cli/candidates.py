"""Names that complete a command line: of departments, tasks and rules. An option has them as its `autocompletion`.

The plan's files are read as they stand: to import the models would take longer than anybody waits for a TAB.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer  # noqa: TC002 - Typer reads the annotations of what it calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.source.folder import Folder

Told = list[tuple[str, str]]
"""Candidates, each with what it means, or nothing."""


def complete_department(ctx: typer.Context, incomplete: str) -> Told:
    """Names of departments and groups, and their other spellings: those with what they stand for."""
    return [each for each in _spellings(_folder(ctx)) if each[0].startswith(incomplete)]


def complete_task(ctx: typer.Context, incomplete: str) -> Told:
    """Ids of tasks."""
    from plancli.source.folder import SUFFIX, TASK_FOLDER

    stems = (path.removeprefix(f"{TASK_FOLDER}/").removesuffix(SUFFIX) for path in _folder(ctx).task_paths())
    return [(stem, "") for stem in stems if stem.startswith(incomplete)]


def complete_unconfirmed(ctx: typer.Context, incomplete: str) -> Told:
    """Targets that nobody has confirmed, by their tasks; and those tasks."""
    found = dict.fromkeys(each for target in _unconfirmed(_folder(ctx)) for each in (target.partition("/")[0], target))
    return [(each, "") for each in found if each.startswith(incomplete)]


def _unconfirmed(folder: Folder) -> Iterator[str]:
    from plancli.source.folder import SUFFIX, TASK_FOLDER
    from plancli.source.text import decode
    from plancli.source.values import Plain
    from plancli.source.yaml import parse

    for path in folder.task_paths():
        content = folder.read(path)
        text = decode(content) if isinstance(content, bytes) and b"confirmed" in content else None
        task = parse(text).value if isinstance(text, str) else None
        targets = task.get("targets") if isinstance(task, dict) else None
        for target in targets if isinstance(targets, tuple) else ():
            if isinstance(target, dict) and target.get("confirmed") == Plain("false"):
                yield f"{path.removeprefix(f'{TASK_FOLDER}/').removesuffix(SUFFIX)}/{target.get('id')}"


def complete_rule(ctx: typer.Context, incomplete: str) -> Told:  # noqa: ARG001 - as Typer calls it
    """Names of rules; of several with commas between them, the last."""
    from plancli.wording.table import WORDS  # every rule has words, and the table of rules imports the models

    before, comma, begun = incomplete.rpartition(",")
    names = dict.fromkeys(wording.partition(".")[0] for wording in WORDS)
    return [(f"{before}{comma}{name}", "") for name in names if name.startswith(begun)]


def complete_rule_or_kind(ctx: typer.Context, incomplete: str) -> Told:
    """Names of rules and of kinds of change: what `explain` explains."""
    from plancli.diff.kinds import BY_NAME

    return [*complete_rule(ctx, incomplete), *((name, "") for name in BY_NAME if name.startswith(incomplete))]


def _folder(context: typer.Context) -> Folder:
    """The plan that the command line means.

    Raises:
        NoPlanError: Where there is none.
    """
    from plancli.source.folder import Folder, find_plan

    return Folder(find_plan(context.params.get("plan"), Path.cwd()))


def _spellings(folder: Folder) -> Iterator[tuple[str, str]]:
    """Every spelling of the register: as far as it can be read, its mistakes are told elsewhere."""
    for entry in _entries(folder):
        name = entry.get("name")
        aliases = entry.get("aliases")
        others = (entry.get("full_name"), *(aliases if isinstance(aliases, tuple) else ()))
        if isinstance(name, str):
            yield name, ""
            yield from ((other, f"= {name}") for other in others if isinstance(other, str))


def _entries(folder: Folder) -> Iterator[dict[str, Any]]:
    from plancli.source.folder import REGISTER_FILE
    from plancli.source.text import decode
    from plancli.source.yaml import parse

    content = folder.read(REGISTER_FILE)
    text = decode(content) if isinstance(content, bytes) else None
    register = parse(text).value if isinstance(text, str) else None
    lists = [register.get(key) for key in ("departments", "groups")] if isinstance(register, dict) else []
    for entries in lists:
        yield from (entry for entry in (entries if isinstance(entries, tuple) else ()) if isinstance(entry, dict))
