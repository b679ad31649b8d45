"""`plancli confirm`: what a program found in the text is confirmed by a person, who sees what that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from plancli.cli.candidates import complete_unconfirmed
from plancli.cli.desk import Desk
from plancli.cli.listing import named_task
from plancli.cli.options import ColorOption, LangOption, PlanOption  # noqa: TC001 - Typer reads the annotations
from plancli.cli.rename import DryRunOption  # noqa: TC001 - likewise
from plancli.errors import UsageError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.messages import Catalog
    from plancli.model.plan import Plan
    from plancli.model.task import Task

Chosen = dict[str, list[int]]
"""By the ids of tasks, the places of targets among theirs."""


def confirm(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("[TASK[/TARGET]]..."),
            help=N_(
                "a task, for all of its targets, or one target of it; without any, what is not confirmed is listed"
            ),
            autocompletion=complete_unconfirmed,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help=N_("all targets of the plan"))] = False,
    dry_run: DryRunOption = False,
    plan: PlanOption = None,
    lang: LangOption = None,
    color: ColorOption = "auto",
) -> int:
    """Confirm targets that a program found in the text."""
    if all_ and targets:
        raise UsageError(N_("--all confirms every target: it goes with no names"))
    desk = Desk.begin(plan, lang, color, dry_run or not (targets or all_))
    from plancli.loading.loader import load
    from plancli.source.folder import Folder

    loaded = load(Folder(desk.folder)).plan
    chosen = _chosen(loaded, targets) if targets else dict(_every(loaded.tasks))
    for line in _shown(loaded, chosen, desk.words):
        print(line)
    count = sum(map(len, chosen.values()))
    if not (targets or all_) or not count:
        print(_left(count, desk.words, named=bool(targets)))
        return 0
    from plancli.edit.confirm import confirm as confirming

    confirmed = confirming(desk.folder, chosen)
    if desk.make(confirmed):
        said = desk.words.ngettext("confirmed: {n} target", "confirmed: {n} targets", count)
        print(said.format(n=count))
    return 0


def _left(count: int, words: Catalog, *, named: bool) -> str:
    if not count:
        if named:
            return words.gettext("nothing to confirm: these targets are confirmed")
        return words.gettext("every target is confirmed")
    said = words.ngettext(
        "{n} target is not confirmed: compare it with the text, then plancli confirm TASK/TARGET, or --all",
        "{n} targets are not confirmed: compare them with the text, then plancli confirm TASK/TARGET, or --all",
        count,
    )
    return said.format(n=count)


def _every(tasks: Iterable[Task]) -> Iterator[tuple[str, list[int]]]:
    for task in tasks:
        if places := [place for place, target in enumerate(task.targets) if not target.confirmed]:
            yield task.id, places


def _chosen(plan: Plan, named: Iterable[str]) -> Chosen:
    """The targets that are named, as far as they are not confirmed.

    Raises:
        UsageError: Where there is no such task or target.
    """
    from plancli.suggest import similar

    chosen: dict[str, set[int]] = {}
    for each in named:
        name, _, identifier = each.partition("/")
        task = named_task(plan, name.removesuffix(".yaml"))
        known = {target.id: place for place, target in enumerate(task.targets)}
        if identifier and identifier not in known:
            raise UsageError(
                N_("the task “{task}” has no target “{target}”"),
                suggestions=tuple(f"{task.id}/{other}" for other in similar(identifier, known)),
                task=task.id,
                target=identifier,
            )
        places = [known[identifier]] if identifier else list(known.values())
        chosen.setdefault(task.id, set()).update(place for place in places if not task.targets[place].confirmed)
    return {task: sorted(places) for task, places in chosen.items() if places}


def _shown(plan: Plan, chosen: Chosen, words: Catalog) -> Iterator[str]:
    """Each target: what was read, and the words it was read from."""
    from plancli.prose.sentences import locate_quote
    from plancli.source.legible import legible
    from plancli.views.words import deadline, goal

    for identifier, places in chosen.items():
        for place in places:
            target = plan.by_id[identifier].targets[place]
            scope = f"（{target.scope}）" if target.scope else ""
            yield legible(f"{identifier}/{target.id}")
            read = (f"{target.indicator}{scope}", goal(target, words), deadline(target.due, words))
            yield "    " + legible("  ".join(read))
            stands = any(locate_quote(said, target.quote) for said in plan.by_id[identifier].quotable)
            said = words.gettext("in the text: {quote}") if stands else words.gettext("not in the text: {quote}")
            yield "    " + legible(said.format(quote=" … ".join(target.quote)))
