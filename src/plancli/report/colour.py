"""Colours as rustc has them; words carry everything they say, so that plain text loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Role = Literal["error", "warning", "info", "message", "gutter", "aside", "deleted", "inserted"]
Paint = Callable[[Role, str], str]
"""Gives a piece of text the colour of its role."""

_STYLES: dict[Role, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "message": "bold",
    "gutter": "bold blue",
    "aside": "dim",
    "deleted": "red strike",
    "inserted": "green underline",
}


def painter(*, colour: bool) -> Paint:
    """Paint with ANSI codes, or not at all; Rich is imported only to paint, since it costs 35 ms."""
    return _ansi() if colour else lambda _role, text: text


def _ansi() -> Paint:
    from rich.color import ColorSystem  # noqa: PLC0415 - see above
    from rich.style import Style  # noqa: PLC0415

    styles = {role: Style.parse(style) for role, style in _STYLES.items()}
    return lambda role, text: styles[role].render(text, color_system=ColorSystem.STANDARD)
