"""A progress bar on a terminal, where there is something to wait for; on stderr, and gone when it is done."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def watching(*, is_long: bool, colours: bool) -> Iterator[Callable[[str, int], Callable[[], None]]]:
    """Show the stages of what is done.

    Args:
        is_long: Whether anybody would wait for it.
        colours: Whether to paint.
    """
    if not is_long or not sys.stderr.isatty():
        yield lambda _what, _steps: lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True, no_color=not colours), transient=True) as bar:

        def begin(what: str, steps: int) -> Callable[[], None]:
            for each in bar.task_ids:
                bar.remove_task(each)
            task = bar.add_task(what, total=steps or None)
            return lambda: bar.advance(task)

        yield begin
