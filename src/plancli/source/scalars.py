"""How a text is written as a YAML scalar, so that it is read as exactly that text."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from plancli.source.building import is_text
from plancli.source.text import FORBIDDEN
from plancli.source.yaml import parse

# Most texts of a plan: letters of any script, figures and full-width punctuation, none of which means anything to YAML.
_CLEARLY_PLAIN = re.compile(r"[^\W\d_][\w\u00b7-\u00d7\u2014-\u2026\u3001-\u301f\uff01-\uff5e.%+-]*").fullmatch
_NEVER_PLAIN = re.compile(r"[\r\n]|^---|^\.\.\.")
_NEVER_IN_BLOCK = re.compile(r"\r|[ \t]\n|[ \t\n]\Z")


def plain(text: str, *, in_brackets: bool = False) -> str | None:
    """A text without quotes; None where YAML would read it as something else."""
    if _CLEARLY_PLAIN(text):
        return text if is_text(text) else None
    if _NEVER_PLAIN.search(text) or FORBIDDEN.search(text):
        return None
    return text if parse(f"[{text}]\n" if in_brackets else f"- {text}\n").value == (text,) else None


def single_quoted(text: str) -> str | None:
    """A text in single quotes, which know no escapes; None where it needs some."""
    return None if "\n" in text or "\r" in text or FORBIDDEN.search(text) else "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """A text in double quotes, on one line; what would not be seen is escaped."""
    return FORBIDDEN.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(hidden: re.Match[str]) -> str:
    code = ord(hidden[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last code of four digits


def one_line(text: str, style: str = "", *, in_brackets: bool = False) -> str:
    """A text on one line: without quotes, or in these; in double ones where that is not possible."""
    written = plain(text, in_brackets=in_brackets) if not style else single_quoted(text) if style == "'" else None
    return double_quoted(text) if written is None else written


class Block(NamedTuple):
    """A text set off with `|`.

    Attributes:
        mark: What stands behind the key.
        lines: The lines below it, without their indentation.
    """

    mark: str
    lines: tuple[str, ...]

    def indented(self, spaces: str) -> list[str]:
        """The lines as they stand in a file; a blank one is empty."""
        return [spaces + line if line else "" for line in self.lines]


def block(text: str) -> Block | None:
    """A text as a literal block; None where that would need more than `|` or `|-`, or hide a space at a line's end."""
    content = text.removesuffix("\n")
    if (
        content.startswith((" ", "\t", "\n"))
        or not content
        or _NEVER_IN_BLOCK.search(content)
        or FORBIDDEN.search(text)
    ):
        return None
    return Block("|" if text.endswith("\n") else "|-", tuple(content.split("\n")))
