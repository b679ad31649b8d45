"""Views become documents: the one door of this room."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from jinja2.runtime import Macro

from plancli.messages import N_, catalog
from plancli.render.dialect import DIALECTS
from plancli.render.environment import Sandbox
from plancli.render.faults import Mistake, located
from plancli.render.limits import MAX_CHARACTERS, concat, too_large
from plancli.render.loader import Folders
from plancli.views.sheet import HeadingGroup, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from plancli.views.cells import TaskView
    from plancli.views.findings import FindingsView
    from plancli.views.imports import ImportView
    from plancli.views.index import IndexView
    from plancli.views.plan import PlanView
    from plancli.views.revision_rows import RevisionTableView
    from plancli.views.sheet import SheetView

Format = Literal["html", "md"]


class Renderer:
    """Renders the documents of a project, in the plan's language."""

    def __init__(self, language: str, templates: Path | None = None) -> None:
        """Prepare to render.

        Args:
            language: The plan's: `zh-CN`.
            templates: The project's own templates, which override the built-in ones file by file.
        """
        self._language = language
        self._folders = Folders(templates)
        self._environments: dict[str, _Environment] = {}

    def sheet(self, view: SheetView, form: Format) -> str:
        """Render a sheet.

        Raises:
            TemplateFault: When a template cannot be carried out.
        """
        return self._document(form, "sheet", view.plan, sheet=view)

    def index(self, view: IndexView) -> str:
        """Render the index.

        Raises:
            TemplateFault: When a template cannot be carried out.
        """
        return self._document("html", "index", view.plan, index=view)

    def changes(self, view: RevisionTableView) -> str:
        """Render two revisions side by side (修订对照表).

        Raises:
            TemplateFault: When a template cannot be carried out.
        """
        return self._document("html", "changes", view.plan, table=view)

    def findings(self, view: FindingsView) -> str:
        """Render what a check found.

        Raises:
            TemplateFault: When a template cannot be carried out.
        """
        return self._document("html", "findings", view.plan, check=view)

    def imported(self, view: ImportView) -> str:
        """Render what became of a document that was imported.

        Raises:
            TemplateFault: When a template cannot be carried out.
        """
        return self._document("html", "imported", view.plan, source=view)

    def _document(self, form: str, name: str, plan: PlanView, **views: object) -> str:
        try:
            if form not in self._environments:
                self._environments[form] = _Environment(form, self._folders, self._language)
            text = self._environments[form].rendered(f"{name}.{form}.j2", plan, views)
        except Exception as error:
            raise located(error, self._folders) from error
        return text if text[-2:-1] != "\n" and text.endswith("\n") else text.rstrip("\n") + "\n"


class _Environment:
    """Templates of one format, with the pieces of tasks that were made already."""

    def __init__(self, form: str, folders: Folders, language: str) -> None:
        self._safe = DIALECTS[form].safe
        self._sandbox = Sandbox(DIALECTS[form], folders, catalog(language), {"cells": self._cells, "each": self._each})
        self._task = f"task.{form}.j2"
        self._plan: PlanView | None = None
        self._room = 0
        self._macros: dict[str, Macro] = {}
        # By piece and by the identity of what it is made of, which is kept so that no other object gets its identity.
        self._made: dict[str, dict[int, str]] = {}
        self._kept: dict[int, object] = {}
        self._runs: dict[tuple[str, ...], dict[int, tuple[str, ...]]] = {}

    def rendered(self, name: str, plan: PlanView, views: dict[str, Any]) -> str:
        if self._plan is not plan:
            self._plan = plan
            for kept in (self._macros, self._made, self._kept, self._runs):
                kept.clear()
        self._sandbox.steps = 0
        self._room = MAX_CHARACTERS
        template = self._sandbox.get_template(name)
        return concat(template.root_render_func(template.new_context({"plan": plan, **views})))

    def _cells(self, value: object) -> _Cells:
        """What every macro of the task's template makes of a task, or of headings: once for all sheets."""
        return _Cells(self, value)

    def piece(self, name: str, value: object) -> str:
        """What one macro of the task's template makes of a value.

        Raises:
            Mistake: Where no macro has that name.
        """
        if not self._made:
            self._prepare()
        if name not in self._made:
            raise self._unknown(name)
        made = self._made[name].get(id(value))
        if made is None:
            # A macro's own function gives plain text; Jinja's wrapping of it costs as much as the piece itself.
            made = str.__new__(self._safe, self._macros[name]._func(value))  # noqa: SLF001
            self._made[name][id(value)] = made
            self._kept[id(value)] = value
        return made

    def _prepare(self) -> None:
        """Carry the task's template out: only documents that ask for pieces need it."""
        module = self._sandbox.get_template(self._task).make_module({"plan": self._plan})
        macros = {name: macro for name, macro in vars(module).items() if isinstance(macro, Macro)}
        self._macros = {name: macro for name, macro in macros.items() if len(macro.arguments) == 1}
        self._made = {name: {} for name in self._macros}
        self._sandbox.trust(_Cells, self._macros)

    def _unknown(self, name: object) -> Mistake:
        wording = N_("there is no piece “{name}”; there are: {known}")
        return Mistake(wording, template=self._task, name=str(name), known=", ".join(self._macros))

    def _each(self, items: Iterable[TaskView | Row | HeadingGroup], *parts: _Part) -> str:
        """Print some parts for each of many tasks, rows or groups of rows.

        A loop over `cells(row.task).NAME` does the same. A large plan's sheets have a hundred thousand rows.

        Args:
            items: The tasks, rows or groups.
            parts: A name is that of a piece, made of the task or of the group's headings; a macro makes what is an
                item's own; a list is printed for each row of a group; text that is safe already is printed as it is.
        """
        if not self._made:
            self._prepare()
        texts: list[str] = []
        self._print(texts, items, list(self._steps(parts)))
        return str.__new__(self._safe, concat(texts))

    def _print(self, texts: list[str], items: Iterable[TaskView | Row | HeadingGroup], steps: Iterable[_Step]) -> None:
        for item in items:
            kind = type(item)
            value = item.task if kind is Row else item.headings if kind is HeadingGroup else item  # type: ignore[union-attr]
            for names, made, make in steps:
                if make is None:
                    texts += made.get(id(value)) or self._run(names, value)
                else:
                    make(texts, item)

    def _steps(self, parts: Iterable[_Part]) -> Iterator[_Step]:
        for is_name, run in groupby(parts, key=lambda part: isinstance(part, str) and type(part) is not self._safe):
            if is_name:
                names = tuple(map(str, run))
                yield names, self._runs.setdefault(names, {}), None
            else:
                yield from (((), {}, self._maker(part)) for part in run)

    def _maker(self, part: _Part) -> Callable[[list[str], Any], None]:
        """What makes a part that is not the same on every sheet.

        Raises:
            Mistake: For what is no part.
        """
        if isinstance(part, Macro):
            return partial(self._own, part._func)  # noqa: SLF001 - see piece
        if type(part) is self._safe:
            return lambda texts, _item: texts.append(part)
        if isinstance(part, list):
            steps = list(self._steps(part))
            return lambda texts, item: self._print(texts, _rows(item), steps)
        raise self._unknown(part)

    def _own(self, macro: Callable[[Any], str], texts: list[str], item: object) -> None:
        texts.append(macro(item))
        self._room -= len(texts[-1])
        if self._room < 0:
            raise too_large()

    def _run(self, names: tuple[str, ...], value: object) -> tuple[str, ...]:
        """Pieces that are printed one after the other, kept together: one look finds them all."""
        made = self._runs[names][id(value)] = tuple([self.piece(name, value) for name in names])
        return made


_Part = str | Macro | list["_Part"]
_Step = tuple[tuple[str, ...], dict[int, tuple[str, ...]], "Callable[[list[str], Any], None] | None"]
"""The names of a run of pieces, and the runs made already by the identity of their task; or else what makes a part."""


def _rows(item: object) -> tuple[Row, ...]:
    if type(item) is not HeadingGroup:
        raise Mistake(
            N_("a list of pieces is printed for the rows of a group; {kind} has none"), kind=type(item).__name__
        )
    return item.rows


class _Cells:
    """The pieces of a task by name, as attributes; each is made when it is asked for."""

    __slots__ = ("_environment", "_value")

    def __init__(self, environment: _Environment, value: object) -> None:
        self._environment = environment
        self._value = value

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._environment.piece(name, self._value)
