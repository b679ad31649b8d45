"""What stands where in a plan's files: the keys of each mapping in their order, and which values are text.

Read from the records themselves, for those who write files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast, get_args, get_origin

from plancli.model.fields import Amount, Record
from plancli.model.header import Header, Period
from plancli.model.plan import HEADER_PATH, REGISTER_PATH
from plancli.model.register import Register
from plancli.model.task import Baseline, Task, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plancli.diagnostics import Route

_IN_BRACKETS = (Period, Baseline, Unit, Amount)
"""Two short values that belong together: `{start: 2025, end: 2027}`, `[1, 2]`."""


@dataclass(frozen=True)
class Shape:
    """What stands in a place.

    Attributes:
        kind: Its type.
        is_stripped: Whether a text loads without the space before it.
    """

    kind: Any
    is_stripped: bool = False

    @cached_property
    def keys(self) -> Mapping[str, Shape]:
        """What stands under each key of a record, in the order of the format."""
        if not (isinstance(self.kind, type) and issubclass(self.kind, Record)):
            return {}
        fields = {
            key: shape(cast("Any", each.annotation), _strips(each.metadata))
            for key, each in self.kind.model_fields.items()
        }
        if self.kind is Task:
            del fields["id"]  # the file's name
        return fields

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Each key's place among the others."""
        return {key: place for place, key in enumerate(self.keys)}

    @cached_property
    def entries(self) -> Shape | None:
        """What each entry of a list is, or what stands under each of the plan's own keys."""
        inside = get_args(self.kind)
        return {tuple: shape(inside[0]), dict: shape(inside[-1])}.get(get_origin(self.kind)) if inside else None

    @cached_property
    def is_text(self) -> bool | None:
        """Whether a scalar here is a text; None where nobody knows."""
        if get_origin(self.kind) is tuple and self.entries:
            return self.entries.is_text
        if self.kind in {str, Unit} or get_origin(self.kind) is Literal:  # a unit may be its name alone
            return True
        return None if self.kind is None or self.keys or self.entries else False

    @property
    def in_brackets(self) -> bool:
        """Whether a mapping or a list is written on one line."""
        return self.kind in _IN_BRACKETS

    def step(self, step: str | int) -> Shape:
        """What stands under a key, or at an index."""
        return self.keys.get(str(step)) or self.entries or UNKNOWN

    def at(self, route: Route) -> Shape:
        """What stands where a route leads."""
        found = self
        for step in route:
            found = found.step(step)
        return found


UNKNOWN = Shape(None)
"""What stands under a key that the format does not know."""


@cache
def shape(annotation: Any, is_stripped: bool = False) -> Shape:  # noqa: ANN401, FBT001, FBT002 - a type, as typing knows it
    """What a type says, without its `| None` and `Annotated`."""
    if get_origin(annotation) is Annotated:
        inside, *metadata = get_args(annotation)
        return shape(inside, is_stripped or _strips(metadata))
    if get_origin(annotation) in {None, tuple, dict, Literal}:
        return Shape(annotation, is_stripped)
    return shape(next(each for each in get_args(annotation) if each is not NoneType), is_stripped)


def _strips(metadata: Iterable[object]) -> bool:
    return any(getattr(each, "strip_whitespace", None) for each in metadata)


def shape_of(path: str) -> Shape:
    """What a file of a plan holds."""
    return shape({HEADER_PATH: Header, REGISTER_PATH: Register}.get(path, Task))
