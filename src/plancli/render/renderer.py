"""Views become documents: the one door of this room."""

from __future__ import annotations

from dataclasses import make_dataclass
from typing import TYPE_CHECKING, Any, Literal

from jinja2.runtime import Macro

from plancli.messages import N_, catalog
from plancli.render.dialect import DIALECTS
from plancli.render.environment import Sandbox
from plancli.render.faults import Mistake, located
from plancli.render.limits import MAX_CHARACTERS, concat, too_large
from plancli.render.loader import Folders
from plancli.views.sheet import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from plancli.views.cells import TaskView
    from plancli.views.index import IndexView
    from plancli.views.plan import PlanView
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

    def _document(self, form: str, name: str, plan: PlanView, **views: object) -> str:
        try:
            if form not in self._environments:
                self._environments[form] = _Environment(form, self._folders, self._language)
            text = self._environments[form].rendered(f"{name}.{form}.j2", plan, views)
        except Exception as error:
            raise located(error, self._folders) from error
        return text if text[-2:-1] != "\n" and text.endswith("\n") else text.rstrip("\n") + "\n"


class _Environment:
    """Templates of one format, with the cells of tasks that were rendered already."""

    def __init__(self, form: str, folders: Folders, language: str) -> None:
        self._safe = DIALECTS[form].safe
        self._sandbox = Sandbox(DIALECTS[form], folders, catalog(language), {"cells": self._cells, "each": self._each})
        self._task = f"task.{form}.j2"
        self._plan: PlanView | None = None
        self._pieces: dict[str, Macro] = {}
        self._makers: dict[tuple[str | Macro, ...], list[tuple[str, Callable[[Any], str] | None]]] = {}
        self._cell_type: type = object
        # The view is kept beside its cells: its identity is the key, and must not pass to another object.
        self._made: dict[int, tuple[TaskView, object]] = {}

    def rendered(self, name: str, plan: PlanView, views: dict[str, Any]) -> str:
        if self._plan is not plan:
            self._plan = plan
            self._pieces.clear()
            self._made.clear()
        self._sandbox.steps = 0
        self._makers.clear()  # macros are made anew with every document
        template = self._sandbox.get_template(name)
        return concat(template.root_render_func(template.new_context({"plan": plan, **views})))

    def _cells(self, task: TaskView) -> object:
        """A task's cells: what every macro of the task's template makes of it, once for all sheets."""
        made = self._made.get(id(task))
        if made is None:
            self._prepare()
            # A macro's own function gives plain text; Jinja's wrapping of it costs as much as the piece itself.
            pieces = [str.__new__(self._safe, piece._func(task)) for piece in self._pieces.values()]  # noqa: SLF001
            made = self._made[id(task)] = (task, self._cell_type(*pieces))
        return made[1]

    def _prepare(self) -> None:
        if self._pieces:
            return
        module = self._sandbox.get_template(self._task).make_module({"plan": self._plan})
        macros = {name: macro for name, macro in vars(module).items() if isinstance(macro, Macro)}
        self._pieces = {name: macro for name, macro in macros.items() if tuple(macro.arguments) == ("task",)}
        self._cell_type = make_dataclass("cells", self._pieces, frozen=True, slots=True)

    def _each(self, items: Iterable[TaskView | Row], *parts: str | Macro) -> str:
        """Some pieces of each of many tasks or rows; a macro makes a piece of what is a row's own.

        A loop over `cells(row.task).NAME` does the same. A large plan's sheets have a hundred thousand rows.
        """
        makers = self._makers.get(parts)
        if makers is None:
            makers = self._makers[parts] = [self._maker(part) for part in parts]
        room = MAX_CHARACTERS
        texts: list[str] = []
        for item in items:
            cells = self._cells(item.task if type(item) is Row else item)  # type: ignore[arg-type] # what templates pass
            for name, macro in makers:
                text = getattr(cells, name) if macro is None else macro(item)
                room -= len(text)
                texts.append(text)
            if room < 0:
                raise too_large()
        return str.__new__(self._safe, "".join(texts))

    def _maker(self, part: str | Macro) -> tuple[str, Callable[[Any], str] | None]:
        if isinstance(part, Macro):
            return part.name, part._func  # noqa: SLF001 - see _cells
        self._prepare()
        if part not in self._pieces:
            known = ", ".join(self._pieces)
            raise Mistake(N_("there is no piece “{name}”; there are: {known}"), name=str(part), known=known)
        return part, None
