"""What a template prints is escaped by itself, in HTML by Jinja's own means, in Markdown by the same means retrained.

Jinja knows one kind of safe text, `Markup`, and makes it wherever the template's own words are put together: by
macros, blocks, `{% set %}`, `~`. A template compiled for Markdown makes `Markdown` in all of these places, and HTML
that slips through a filter of Jinja's counts as plain text, so that no way leads around the escaping.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2.runtime import BlockReference, Context, Macro, TemplateReference, Undefined
from markupsafe import Markup, escape

from plancli.messages import N_
from plancli.render.faults import Mistake
from plancli.render.limits import concat
from plancli.render.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(frozen=True)
class Dialect:
    """A kind of document.

    Attributes:
        suffix: Of its templates' names, before `.j2`.
        safe: The type of text that is escaped already.
        context: The type of a template's context.
        names: What compiled templates use in place of Jinja's own.
    """

    suffix: str
    safe: type[Markup]
    context: type[Context] = Context
    names: Mapping[str, Any] = field(default_factory=dict)


def printable(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Let texts and numbers through; a list or a function would print what only Python understands.

    Raises:
        Mistake: For anything else.
    """
    if isinstance(value, str | Undefined) or hasattr(value, "__html__"):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise Mistake(N_("{kind} cannot be printed: print one of its texts"), kind=type(value).__name__)


def _joined_with(safe: type[Markup]) -> Callable[[Iterable[Any]], str]:
    """Make the function behind `~`."""

    def joined(values: Iterable[Any]) -> str:
        parts = [value if isinstance(value, str) else str(value) for value in values]
        if any(isinstance(part, safe) for part in parts):
            return safe(concat(map(safe.escape, parts)))
        return concat(parts)

    return joined


def _html(value: Any) -> str:  # noqa: ANN401 - whatever a template prints
    """Escape as HTML. Names are letters and digits for the most part, and there are millions of them."""
    if type(value) is Markup or (type(value) is str and value.isalnum()):
        return value
    return escape(printable(value))


def _markdown(value: Any) -> str:  # noqa: ANN401 - whatever a template prints
    """Escape as Markdown, likewise."""
    if type(value) is Markdown or (type(value) is str and value.isalnum()):
        return value
    return Markdown.escape(printable(value))


HTML = Dialect(
    "html",
    Markup,
    names={"escape": _html, "markup_join": _joined_with(Markup), "str_join": _joined_with(Markup)},
)


class _Macro(Macro):
    def _invoke(self, arguments: list[Any], autoescape: bool) -> str:  # noqa: FBT001 - Jinja's own signature
        return Markdown(super()._invoke(arguments, autoescape))


class _Block(BlockReference):
    @property
    def super(self) -> BlockReference | Undefined:
        return _own(super().super)

    def __call__(self) -> str:
        return Markdown(super().__call__())


def _own(block: BlockReference | Undefined) -> BlockReference | Undefined:
    if isinstance(block, BlockReference):
        return _Block(block.name, block._context, block._stack, block._depth)  # noqa: SLF001 - what Jinja hands to its own
    return block


class _Self(TemplateReference):
    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - Jinja's own signature
        return _own(super().__getitem__(name))


class _Context(Context):
    def super(self, name: str, current: Callable[[Context], Any]) -> BlockReference | Undefined:
        return _own(super().super(name, current))


MARKDOWN = Dialect(
    "md",
    Markdown,
    context=_Context,
    names={
        "Markup": Markdown,
        "escape": _markdown,
        "markup_join": _joined_with(Markdown),
        "str_join": _joined_with(Markdown),
        "Macro": _Macro,
        "TemplateReference": _Self,
    },
)

DIALECTS = {dialect.suffix: dialect for dialect in (HTML, MARKDOWN)}
