"""What is wrong, and where: the values that every stage hands on beside its product.

A `Finding` is what a rule sees; a `Diagnostic` is a finding with its rule's name, severity and words.
Both point with a `Place`, which becomes line and column only when it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Route = tuple[str | int, ...]
"""Keys and indices from a file's root to a value: ``("targets", 0, "quote")``."""


Facts = Mapping[str, str | tuple[str, ...]]
"""What a wording fills in: plan text and numbers; several names are joined as the language does."""


class Severity(StrEnum):
    """How serious a diagnostic is, the most serious first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the most serious; what `--fail-on` and sorting by seriousness compare."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a plan's files that survives when lines move.

    Attributes:
        path: The file, relative to the plan folder, with `/`.
        route: The value in it; the empty route is the whole file.
        part: The value that the route leads to, or the key that stands before it.
        chars: A range inside the value, in characters of the loaded text.
        span: A range of the file's text, in characters, where the file cannot be read as YAML.
    """

    path: str
    route: Route = ()
    part: Literal["value", "key"] = "value"
    chars: tuple[int, int] | None = None
    span: tuple[int, int] | None = None

    @property
    def task(self) -> str | None:
        """The id of the task whose file this is."""
        return task_of(self.path)


def task_of(path: str) -> str | None:
    """The id of the task that a file of the plan holds: its stem, directly under `tasks/`."""
    if not (path.startswith("tasks/") and path.endswith(".yaml")) or path.count("/") > 1:
        return None
    return path.removeprefix("tasks/").removesuffix(".yaml")


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding; its words are the rule's, by `label`."""

    place: Place
    label: str = "related"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A text to stand in a place; how it is indented, quoted or escaped there is not the rule's concern.

    Attributes:
        place: A value, a range of its characters (an empty one to insert), or a span of the file's text.
        text: What shall stand there: of the value, not of its YAML.
    """

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """How a fault can be mended without asking.

    Attributes:
        applicability: `safe` where nobody could mean otherwise; `unsafe` where a person should look at the result.
        replacements: All of them, or none.
    """

    applicability: Literal["safe", "unsafe"]
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Allowance:
    """`# plancli: allow RULE -- reason`: that a finding of a rule is meant so.

    Attributes:
        rule: The rule's name.
        place: Where it is named.
        routes: The values that stand on the line; one empty route for the whole file.
    """

    rule: str
    place: Place
    routes: tuple[Route, ...]

    def covers(self, place: Place) -> bool:
        """Whether a place lies in what is allowed."""
        return place.path == self.place.path and any(place.route[: len(route)] == route for route in self.routes)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault as a rule sees it: where, and the facts that its words need.

    Attributes:
        place: Where.
        facts: What the rule's wording fills in: ``{"name": "区生态环保局"}``.
        case: Which of the rule's wordings applies, where it has several.
        related: Places that explain it.
        typed: What a person wrote and probably meant otherwise.
        candidates: What could have been meant, with the place that defines each, if any.
        suggestions: What is known to have been meant, without searching.
        fix: How it can be mended, if it can.
    """

    place: Place
    facts: Facts = field(default_factory=dict)
    case: str = ""
    related: tuple[Related, ...] = ()
    typed: str = ""
    candidates: Mapping[str, Place | None] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A related place in words."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding that is ready to be shown, in one language.

    Attributes:
        rule: The rule's name: ``unknown-department``.
        severity: After the plan's own settings.
        message: One sentence saying what is wrong.
        place: Where.
        label: A few words to stand under the place.
        related: Further places, with their words.
        help: A way out.
        suggestions: Names that may have been meant, the likeliest first.
        task: The task concerned, by id.
        fix: How it can be mended, if it can.
        fingerprint: 12 hex digits that stay the same when lines move.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    label: str = ""
    related: tuple[Label, ...] = ()
    help: str = ""
    suggestions: tuple[str, ...] = ()
    task: str | None = None
    fix: Fix | None = None
    fingerprint: str = ""
