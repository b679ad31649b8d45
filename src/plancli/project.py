"""A plan with everything around it: its files, its findings, its documents. The public API's main object."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plancli import messages
from plancli.checking import ALL, Choice, check, diagnose, has_errors
from plancli.diagnostics import Diagnostic, Place
from plancli.loading import faults
from plancli.loading.loader import Loaded
from plancli.loading.loader import load as load_source
from plancli.report.order import in_order
from plancli.source.folder import Folder, find_plan
from plancli.source.positions import Positions
from plancli.source.text import FileText
from plancli.suggest import similar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plancli.messages import Catalog
    from plancli.model.plan import Plan
    from plancli.model.register import Entry
    from plancli.render.faults import TemplateFault
    from plancli.render.renderer import Format
    from plancli.views.revision import RevisionView


@dataclass(frozen=True)
class Project:
    """A loaded plan and the folder it came from.

    Attributes:
        folder: The folder with `plan.yaml`.
        source: Its files.
        loaded: The plan as far as it loads, and what was found on the way.
    """

    folder: Path
    source: Folder
    loaded: Loaded

    @property
    def plan(self) -> Plan:
        """The plan; with errors in it, as far as it loads."""
        return self.loaded.plan

    @property
    def root(self) -> Path:
        """The folder that holds the plan, `templates/` and `build/`."""
        return self.folder.parent

    @cached_property
    def positions(self) -> Positions:
        """Turns a diagnostic's place into line and column."""
        return Positions(self.source)

    def words(self, language: str | None = None) -> Catalog:
        """The reader's words: in the language asked for, else in the plan's."""
        return messages.catalog(language or self.plan.header.language)

    def diagnostics(self, language: str | None = None, choice: Choice = ALL) -> tuple[Diagnostic, ...]:
        """Everything that is to be said about the plan, by file, line, column and rule.

        Args:
            language: `zh` or `en`; the plan's own where None.
            choice: The rules to ask, where not all.
        """
        return tuple(in_order(check(self.loaded, self.words(language), choice), self.positions))

    @cached_property
    def has_errors(self) -> bool:
        """Whether anything that was found is an error, by the plan's own settings."""
        return has_errors(self.loaded)

    def sheet(self, name: str, form: Format = "md", *, as_of: str = "") -> str:
        """Render the responsibility sheet of a department or group.

        Args:
            name: Its name, full name or an alias.
            form: `md` or `html`.
            as_of: A date or revision to print.

        Raises:
            KeyError: Where nobody is registered under that name.
            TemplateFault: When a template of the project has a mistake.
        """
        entry = self.find(name)
        if entry is None:
            raise KeyError(name)
        return next(self.documents([entry], (form,), as_of=as_of))[1]

    def documents(  # noqa: PLR0913 - whose sheets, then how they shall be
        self,
        entries: Iterable[Entry],
        formats: tuple[Format, ...],
        *,
        as_of: str = "",
        index: bool = False,
        revisions: Mapping[str, RevisionView] | None = None,
        step: Callable[[], None] = lambda: None,
    ) -> Iterator[tuple[str, str]]:
        """Render sheets one by one: the path of each in the output folder, and its text.

        Args:
            entries: Whose.
            formats: `md`, `html` or both.
            as_of: A date or revision to print.
            index: Whether the index comes last.
            revisions: By name, what changed for somebody, to stand at the head of the sheet.
            step: Called after each sheet.

        Raises:
            TemplateFault: When a template of the project has a mistake.
        """
        from plancli.render.renderer import Renderer  # noqa: PLC0415 - Jinja takes 50 ms to import
        from plancli.views.cells import Cells  # noqa: PLC0415 - likewise only for documents
        from plancli.views.filenames import sheet_path, stems  # noqa: PLC0415 - likewise
        from plancli.views.index import index as index_view  # noqa: PLC0415 - likewise
        from plancli.views.sheet import sheet  # noqa: PLC0415 - likewise

        renderer = Renderer(self.plan.header.language, self.root / "templates")
        cells, names = Cells(self.plan), stems(self.plan.register)
        for entry in entries:
            view = sheet(self.plan, entry, as_of, cells, (revisions or {}).get(entry.name))
            for form in formats:
                yield sheet_path(names[entry.name], form), renderer.sheet(view, form)
                step()
        if index:
            yield "index.html", renderer.index(index_view(self.plan, as_of, cells, formats))

    def template_mistake(self, fault: TemplateFault, language: str | None = None) -> Diagnostic:
        """A template's mistake as a diagnostic; its place is relative to the template's own folder."""
        words = self.words(language)
        reason = words.gettext(fault.message).format_map(fault.facts)
        content = Folder(fault.path.parent).read(fault.path.name)
        text = FileText(content.decode(errors="replace") if isinstance(content, bytes) else "")
        start = text.line_starts[min(fault.line, len(text.line_starts)) - 1]
        line = text.line(fault.line)
        place = Place(fault.path.name, span=(start + len(line) - len(line.lstrip()), start + len(line)))
        return diagnose(faults.template_mistake, faults.template_mistake(place, reason), self.plan, words)

    def find(self, name: str) -> Entry | None:
        """A department or group by its name, full name or alias."""
        return self.plan.resolve(name)

    def similar_names(self, name: str) -> tuple[str, ...]:
        """Registered names near to one that is not registered."""
        return similar(name, self.plan.register.by_spelling)


def load(folder: Path | str | None = None) -> Project:
    """Load a plan.

    Args:
        folder: The folder with `plan.yaml`, or the one that holds it as `plan/`; where None, `plan/` here or in the
            nearest folder above.

    Raises:
        NoPlanError: Where there is no plan.
        UnreadablePlanError: When the plan's folder cannot be listed.
    """
    place = find_plan(Path(folder) if folder is not None else None, Path.cwd()).absolute()
    source = Folder(place)
    return Project(place, source, load_source(source))
