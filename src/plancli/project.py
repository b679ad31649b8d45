"""A plan with everything around it: its files, its findings, its documents. The public API's main object."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plancli import messages
from plancli.diagnostics import Diagnostic, Severity
from plancli.load.loader import Loaded
from plancli.load.loader import load as load_source
from plancli.report.order import in_order
from plancli.rules import check
from plancli.source.folder import Folder, find_plan
from plancli.source.positions import Positions
from plancli.suggest import similar

if TYPE_CHECKING:
    from plancli.messages import Catalog
    from plancli.model.plan import Plan
    from plancli.model.register import Entry


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

    def diagnostics(self, language: str | None = None) -> tuple[Diagnostic, ...]:
        """Everything that is to be said about the plan, by file, line, column and rule.

        Args:
            language: `zh` or `en`; the plan's own where None.
        """
        return tuple(in_order(check(self.loaded, self.words(language)), self.positions))

    @cached_property
    def has_errors(self) -> bool:
        """Whether anything that was found is an error, by the plan's own settings."""
        return any(each.severity is Severity.ERROR for each in check(self.loaded, messages.catalog("en")))

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
