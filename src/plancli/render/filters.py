"""The filters that templates may use: those of Jinja's that cannot fill the memory or change from run to run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import pass_environment
from jinja2.filters import FILTERS, make_attrgetter

from plancli.render.limits import MAX_CHARACTERS, too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Environment
    from markupsafe import Markup

_HARMLESS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select",
    "selectattr", "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip


def filters(safe: type[Markup]) -> dict[str, Callable[..., Any]]:
    """Every filter, for templates whose escaped text has this type."""
    escaping = {
        "e": safe.escape,
        "escape": safe.escape,
        "forceescape": lambda value: safe.escape(str(value)),
        "join": _join(safe),
        "replace": _replace(safe),
        "safe": safe,
    }
    return {name: FILTERS[name] for name in _HARMLESS} | escaping


def _join(safe: type[Markup]) -> Callable[..., str]:
    @pass_environment
    def join(
        environment: Environment, values: Iterable[Any], separator: str = "", attribute: str | int | None = None
    ) -> str:
        """Put texts together, with a separator between them."""
        chosen = values if attribute is None else map(make_attrgetter(environment, attribute), values)
        parts = [value if isinstance(value, str) else str(value) for value in chosen]
        if type(separator) is safe or safe in map(type, parts):
            separator, parts = safe.escape(separator), [safe.escape(part) for part in parts]
        if sum(map(len, parts)) + len(separator) * len(parts) > MAX_CHARACTERS:
            raise too_large()
        joined = str.join(separator, parts)
        return safe(joined) if type(separator) is safe else joined

    return join


def _replace(safe: type[Markup]) -> Callable[..., str]:
    def replace(text: str, old: str, new: str, count: int = -1) -> str:
        """Replace a text in a text; where one of the new parts is markup, the rest is escaped."""
        if isinstance(new, safe) and not isinstance(text, safe):
            text, old = safe.escape(text), safe.escape(old)
        if len(text) + text.count(old) * len(new) > MAX_CHARACTERS:
            raise too_large()
        return text.replace(old, new, count)

    return replace
