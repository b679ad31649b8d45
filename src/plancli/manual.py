"""A rule's manual, read from its docstring: what it finds, why that matters, a bad and a good example.

The docstring's layout is plain: paragraphs, then `Bad:` and `Good:`, each followed by an indented example. An
example's comment lines `# tasks/节能降碳.yaml` say which file the lines below belong to; a note in brackets behind it
says what cannot be shown (`(GBK)`, `(missing)`, `(repeated 40000 times)`).
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FILE = re.compile(r"^# ((?:tasks/|templates/)?[^\s()]+\.(?:yaml|j2))(?: \(([^)]*)\))?$")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file in an example.

    Attributes:
        path: The file, relative to the plan folder.
        note: What the lines cannot show.
        text: The lines.
    """

    path: str
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's manual.

    Attributes:
        summary: The first paragraph: what it finds.
        paragraphs: The others: why it matters and what to do.
        bad: An example as written, on which the rule speaks.
        good: Likewise, on which it is silent.
    """

    summary: str
    paragraphs: tuple[str, ...]
    bad: str
    good: str


def manual(function: Callable[..., Any]) -> Manual:
    """Read a rule's manual from its function's docstring."""
    text = inspect.cleandoc(function.__doc__ or "")
    prose, _, examples = text.partition("\nBad:\n")
    bad, _, good = examples.partition("\nGood:\n")
    summary, *paragraphs = [" ".join(part.split()) for part in prose.split("\n\n") if part.strip()]
    return Manual(summary, tuple(paragraphs), inspect.cleandoc("\n" + bad), inspect.cleandoc("\n" + good))


def excerpts(example: str) -> Iterator[Excerpt]:
    """The files of an example."""
    path, note, lines = "", "", list[str]()
    for line in example.splitlines():
        if found := _FILE.match(line):
            if path:
                yield Excerpt(path, note, "\n".join(lines).strip("\n") + "\n")
            path, note, lines = found[1], found[2] or "", []
        else:
            lines.append(line)
    yield Excerpt(path, note, "\n".join(lines).strip("\n") + "\n")
