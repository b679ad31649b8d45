"""Views become documents: the one door of this room."""

from __future__ import annotations

from dataclasses import make_dataclass
from typing import TYPE_CHECKING, Any, Literal

from jinja2.runtime import Macro

from plancli.messages import catalog
from plancli.render.dialect import DIALECTS
from plancli.render.environment import Sandbox
from plancli.render.faults import located
from plancli.render.limits import concat
from plancli.render.loader import Folders

if TYPE_CHECKING:
    from collections.abc import Callable
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
        self._sandbox = Sandbox(DIALECTS[form], folders, catalog(language), self._cells)
        self._task = f"task.{form}.j2"
        self._plan: PlanView | None = None
        self._safe = DIALECTS[form].safe
        self._pieces: list[Callable[[TaskView], str]] = []
        self._row: type = object
        # The view is kept beside its cells: its identity is the key, and must not pass to another object.
        self._made: dict[int, tuple[TaskView, object]] = {}

    def rendered(self, name: str, plan: PlanView, views: dict[str, Any]) -> str:
        if self._plan is not plan:
            self._plan = plan
            self._pieces.clear()
            self._made.clear()
        self._sandbox.steps = 0
        return concat(self._sandbox.get_template(name).generate(plan=plan, **views))

    def _cells(self, task: TaskView) -> object:
        """A task's cells: what every macro of the task's template makes of it, once for all sheets."""
        made = self._made.get(id(task))
        if made is None:
            if not self._pieces:
                self._prepare()
            # A macro's own function gives plain text; Jinja's wrapping of it costs as much as the piece itself.
            pieces = [str.__new__(self._safe, piece(task)) for piece in self._pieces]
            made = self._made[id(task)] = (task, self._row(*pieces))
        return made[1]

    def _prepare(self) -> None:
        module = self._sandbox.get_template(self._task).make_module({"plan": self._plan})
        macros = {name: macro for name, macro in vars(module).items() if isinstance(macro, Macro)}
        pieces = {name: macro for name, macro in macros.items() if tuple(macro.arguments) == ("task",)}
        self._pieces = [macro._func for macro in pieces.values()]  # noqa: SLF001 - see _cells
        self._row = make_dataclass("cells", pieces, frozen=True, slots=True)
