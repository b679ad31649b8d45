"""Changes to a file as people and programs make them, and as nobody does."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Change = Callable[[bytes, "Mutator"], bytes]

TOKENS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        *(
            ": ",
            ":",
            "- ",
            "-",
            "  ",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "#",
            " #",
            '"',
            "'",
            "|",
            "|-",
            ">",
            ">+",
            "|2",
            "?",
            "? ",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a ",
            "*a",
            "!a ",
            "!!int ",
            "%",
            "@",
            "`",
            "\\",
            "\\u202e",
            "\\ud800",
            "~",
            "null",
        ),
        *(
            "true",
            "no",
            "0",
            "012",
            "1e9",
            "-1",
            ".5",
            "1_0",
            "2027",
            "2027-06",
            "2027-02-30",
            "ongoing",
            "<<",
            "---\n",
        ),
        *("...\n", "%YAML 1.2\n", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "# plancli: allow no-lead -- 甲\n"),
        *(
            "：",
            "，",
            "。",
            "、",
            "；",
            "（",
            "）",
            "“",
            "”",
            "【",
            "】",
            "　",
            "\xa0",
            "—",
            "－",
            "％",
            "１",
            "①",
            "Ⅱ",
            "%",
        ),
        *(
            "\0",
            "\x1b",
            "\x85",
            "\u200b",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ufdd0",
            "\ufffd",
            "\ud800",
            "𠮷",
            "é",
            "e\u0301",
        ),
        *(
            "title",
            "text",
            "lead",
            "name",
            "scope",
            "targets",
            "id",
            "value",
            "due",
            "quote",
            "outline",
            "tasks",
            "checks",
        ),
        *("区发改委", "区商务委、区发改委", "到2027年", "4家", "30%以上", "1—2家", "万元", "节能降碳", "环境保护"),
    )
)
"""Pieces that mean something to YAML, to the format or to Chinese prose."""


class Mutator:
    """A source of changed files.

    Attributes:
        random: Where chance comes from.
        seeds: Files to begin with.
    """

    def __init__(self, seed: int, seeds: Sequence[bytes]) -> None:
        self.random = random.Random(seed)  # noqa: S311 - chance, no secret
        self.seeds = seeds

    def fresh(self) -> bytes:
        """One of the seeds, changed a few times."""
        return self.changed(self.random.choice(self.seeds), self.random.randint(1, 6))

    def changed(self, content: bytes, times: int) -> bytes:
        """A file with some changes."""
        for _ in range(times):
            content = self.random.choice(CHANGES)(content, self)
        return content[:20_000]

    def spot(self, content: bytes) -> int:
        """Anywhere in a file, more often than not between two words."""
        edges = [found.start() for found in re.finditer(rb"\b|(?<=[\xe4-\xe9]..)", content)] if content else []
        return self.random.choice(
            [*self.random.choices(edges, k=min(2, len(edges))), self.random.randint(0, len(content))]
        )


def _insert(content: bytes, by: Mutator) -> bytes:
    at = by.spot(content)
    return content[:at] + by.random.choice(TOKENS) * by.random.choice((1, 1, 1, 2, 40)) + content[at:]


def _delete(content: bytes, by: Mutator) -> bytes:
    at = by.spot(content)
    return content[:at] + content[at + by.random.choice((1, 1, 2, 3, 9, 50)) :]


def _overwrite(content: bytes, by: Mutator) -> bytes:
    at = by.spot(content)
    token = by.random.choice(TOKENS)
    return content[:at] + token + content[at + len(token) :]


def _byte(content: bytes, by: Mutator) -> bytes:
    at = by.random.randint(0, len(content))
    return content[:at] + bytes([by.random.randrange(256)]) + content[at + 1 :]


def _lines(content: bytes, by: Mutator) -> bytes:
    """A line away, doubled, moved, or indented otherwise."""
    lines = content.split(b"\n")
    at = by.random.randrange(len(lines))
    line = lines.pop(at)
    fate = by.random.randrange(4)
    if fate == 1:
        lines[at:at] = [line, line]
    elif fate == 2:  # noqa: PLR2004 - one of four
        lines.insert(by.random.randint(0, len(lines)), line)
    elif fate:
        lines.insert(at, b" " * by.random.randrange(9) + line.lstrip())
    return b"\n".join(lines)


def _splice(content: bytes, by: Mutator) -> bytes:
    """The beginning of one file and the end of another."""
    other = by.random.choice(by.seeds)
    return content[: by.spot(content)] + other[by.spot(other) :]


CHANGES: tuple[Change, ...] = (_insert, _insert, _delete, _overwrite, _byte, _lines, _lines, _splice)
"""What can be done to a file, the likelier the more often it stands here."""
