"""Files as people write them: any order of keys, quotes, brackets, and comments and blank lines in every place."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from plancli.source.yaml import parse
from tests.load.full import FULL
from tests.support import TASK

if TYPE_CHECKING:
    from plancli.source.values import Plain
    from tests.load.trees import Tree

SELDOM = 0.2
PROSE = "加快推动。到2027年，建成1家，达1—2家！他说：“好。”再说。"
TREES: dict[str, dict[str, Tree]] = {
    **FULL,
    TASK: {**FULL[TASK], "text": PROSE, "notes": {"备注": "无", "说明": "一。二"}},
}


class Written(NamedTuple):
    """A sound file of a plan.

    Attributes:
        path: Which.
        content: What stands in it.
        comments: How many comments it has; they are numbered from 1.
    """

    path: str
    content: bytes
    comments: int


def written(seed: int) -> Written:
    """A file; to draw every lot by hypothesis would take a hundred times as long."""
    lots = Random(seed)  # noqa: S311 - nothing is secret here
    path = lots.choice(sorted(TREES))
    keys = lots.sample(sorted(TREES[path]), len(TREES[path]))
    writer = _Writer(lots)
    text = writer.file({key: TREES[path][key] for key in keys})
    text = text.replace("\n", "\r\n") if lots.random() < SELDOM else text
    mark = "\ufeff" if lots.random() < SELDOM else ""
    return Written(path, f"{mark}{text}".encode(), writer.comments)


files = st.integers(0, 2**32).map(written)


def read(scalar: str) -> str | Plain:
    """What a scalar says."""
    value: str | Plain = (parse(f"- {scalar}\n").value or ("",))[0]
    return value


class _Writer:
    """Writes a tree, and draws lots for how."""

    def __init__(self, lots: Random) -> None:
        self._lots = lots
        self._has_text = False
        self.comments = 0

    def file(self, tree: dict[str, Tree]) -> str:
        """A whole file."""
        text = self._above("") + self._block(tree, "") + self._above("")
        return f"{self._above('')}---\n{text}...\n{self._above('')}" if self._seldom() else text

    def _seldom(self) -> bool:
        return self._lots.random() < SELDOM

    def _comment(self, marks: tuple[str, ...] = ("# ", "## ", "#")) -> str:
        self.comments += 1
        return f"{self._lots.choice(marks)}注{self.comments}，: - [x]"

    def _above(self, margin: str) -> str:
        """Comments and blank lines before an entry, or at the end of a block."""
        text = ""
        while self._seldom():
            line = self._lots.choice(["", "  ", None])
            text += f"{self._shifted(margin)}{self._comment()}\n" if line is None else f"{line}\n"
        return text

    def _shifted(self, margin: str) -> str:
        """Another indentation; but below a text that is set off, further in would be in it."""
        if not self._seldom():
            return margin
        return " " * self._lots.randint(0, len(margin) + (0 if self._has_text else 3))

    def _behind(self, marks: tuple[str, ...] = ("# ", "## ")) -> str:
        if self._seldom():
            return self._lots.choice(["  ", "      "]) + self._comment(marks)
        return self._lots.choice(["", " "])

    def _block(self, tree: dict[str, Tree] | list[Tree], margin: str) -> str:
        if isinstance(tree, dict):
            entries = [(f"{self._key(key)}:", each) for key, each in tree.items()]
        else:
            entries = [("-", each) for each in tree]
        return "".join(self._above(margin) + margin + lead + self._value(each, margin, lead) for lead, each in entries)

    def _key(self, key: str) -> str:
        return f'"{key}"' if self._seldom() else key

    def _value(self, tree: Tree, margin: str, lead: str) -> str:
        if isinstance(tree, str):
            return self._scalar(tree, margin)
        if not tree or self._seldom():
            return f" {self._flow(tree, margin)}{self._behind()}\n"
        if isinstance(tree, list) and lead != "-" and self._seldom():
            return f"{self._behind()}\n{self._block(tree, margin)}"
        deeper = margin + " " * self._lots.randint(1, 4)
        inside = self._block(tree, deeper)
        tight = len(deeper) > len(margin) + 1 and inside.startswith(deeper) and inside[len(deeper)] not in "# \n"
        if lead == "-" and tight and not self._seldom():
            return inside[len(margin) + 1 :] + self._above(deeper)
        return f"{self._behind()}\n{inside}{self._above(deeper)}"

    def _scalar(self, written: str, margin: str) -> str:
        value = read(written)
        if value == PROSE and not self._seldom():
            deeper = margin + " " * self._lots.randint(1, 4)
            lines = self._lots.choice([value, value.replace("。", "。\n"), value.replace("！", "！\n\n\n")])
            self._has_text = True
            mark = self._lots.choice(["|", "|-", "|+"])
            return f" {mark}{self._behind()}\n" + "".join(
                f"{deeper}{line}".rstrip() + "\n" for line in lines.split("\n")
            )
        if self._seldom():
            return f"{self._behind()}\n{margin} {self._quoted(written)}{self._behind()}\n"
        return f" {self._quoted(written)}{self._behind()}\n"

    def _quoted(self, written: str) -> str:
        value = read(written)
        if not isinstance(value, str) or self._seldom():
            return written
        return self._lots.choice([json.dumps(value), json.dumps(value, ensure_ascii=False), f"'{value}'"])

    def _flow(self, tree: Tree, margin: str) -> str:
        if isinstance(tree, str):
            return self._quoted(tree)
        if isinstance(tree, dict):
            inside = [f"{self._key(key)}: {self._flow(each, margin)}" for key, each in tree.items()]
        else:
            inside = [self._flow(each, margin) for each in tree]
        opened, closed = "{}" if isinstance(tree, dict) else "[]"
        return opened + ",".join(f"{self._space(margin)}{each}" for each in inside) + self._space(margin) + closed

    def _space(self, margin: str) -> str:
        """Between brackets: nothing, or a line's end with comments."""
        if not self._seldom():
            return self._lots.choice(["", " "])
        return f"{self._behind()}\n{self._above(margin + '  ')}{margin}  "
