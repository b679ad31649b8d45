"""Views become documents: the one door of this room."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Literal

from plancli.messages import catalog
from plancli.render.dialect import DIALECTS
from plancli.render.environment import Sandbox
from plancli.render.faults import located
from plancli.render.limits import concat
from plancli.render.loader import Folders

if TYPE_CHECKING:
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
        return text.rstrip("\n") + "\n"


class _Environment:
    """Templates of one format, with the cells of tasks that were rendered already."""

    def __init__(self, form: str, folders: Folders, language: str) -> None:
        self._sandbox = Sandbox(DIALECTS[form], folders, catalog(language))
        self._sandbox.globals["cells"] = self._cells
        self._task = f"task.{form}.j2"
        self._plan: PlanView | None = None
        # The view is kept beside its cells: its identity is the key, and must not pass to another object.
        self._made: dict[int, tuple[TaskView, SimpleNamespace]] = {}

    def rendered(self, name: str, plan: PlanView, views: dict[str, Any]) -> str:
        if self._plan is not plan:
            self._plan = plan
            self._made.clear()
        self._sandbox.steps = 0
        return concat(self._sandbox.get_template(name).generate(plan=plan, **views))

    def _cells(self, task: TaskView) -> SimpleNamespace:
        """A task's cells: every `{% set name %}` of the task's template, rendered once for all sheets."""
        made = self._made.get(id(task))
        if made is None:
            template = self._sandbox.get_template(self._task)
            context = template.new_context({"task": task, "plan": self._plan})
            concat(template.root_render_func(context))
            made = self._made[id(task)] = (task, SimpleNamespace(**context.get_exported()))
        return made[1]
