"""A small sound plan in memory, and what a test does with it: overlay an example, check, read the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import TYPE_CHECKING, NamedTuple

import pytest

from plancli import manual
from plancli.checking import check, found
from plancli.loading.loader import Loaded, load
from plancli.source.folder import Unreadable, blob_id
from plancli.source.positions import Positions
from plancli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plancli.diagnostics import Diagnostic, Finding, Place

ENGLISH = NullTranslations()

PLAN = "plan.yaml"
REGISTER = "departments.yaml"
TASK = "tasks/节能降碳.yaml"

BASE: Mapping[str, str] = {
    PLAN: """\
format: 1
title: 绿色产业三年行动计划（2025—2027年）
period: {start: 2025, end: 2027}
run_in_titles: true
outline:
  - heading: 重点任务
    tasks:
      - 节能降碳
""",
    REGISTER: """\
departments:
  - name: 区发改委
    kind: government
  - name: 区生态环境局
    kind: government
""",
    TASK: """\
title: 节能降碳
text: |
  加快推动节能降碳，培育绿色商场1家，建成绿色分拣中心1家。
lead:
  - 区发改委
responsible:
  - 区生态环境局
""",
}
"""Sound, without a warning; its text holds the words that the manuals' examples quote."""

Content = str | bytes | Unreadable
Files = dict[str, Content]


_TASK_PATH = re.compile(r"tasks/(?!\.)[^/]*\.yaml", re.DOTALL).fullmatch


@dataclass(frozen=True, slots=True)
class Memory:
    """A source whose files are values; with a folder's limit on their size."""

    files: Files = field(default_factory=dict)

    def read(self, path: str) -> bytes | Unreadable:
        """As a folder does it."""
        content = self.files.get(path, Unreadable("missing"))
        if isinstance(content, Unreadable):
            return content
        read = content.encode() if isinstance(content, str) else content
        return Unreadable("too-large") if len(read) > MAX_BYTES else read

    def task_paths(self) -> list[str]:
        """As a folder does it."""
        return sorted(filter(_TASK_PATH, self._there()))

    def other_paths(self) -> list[str]:
        """As a folder does it, but that whatever is there is a file."""
        return sorted(path for path in self._there() if path not in {PLAN, REGISTER} and not _TASK_PATH(path))

    def _there(self) -> list[str]:
        return [path for path, content in self.files.items() if content != Unreadable("missing")]

    def identities(self) -> dict[str, str]:
        """As a folder does it."""
        read = {path: self.read(path) for path in self.files}
        there = {path: each for path, each in read.items() if each != Unreadable("missing")}
        return {path: blob_id(each) if isinstance(each, bytes) else each.identity(path) for path, each in there.items()}


def to_mend(reason: str) -> pytest.MarkDecorator:
    """The mark of a test that shows a fault in plancli; when the fault is mended the mark has to go."""
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)


# Worlds: the sound plan with some of its keys replaced.

_KEY = re.compile(r"^([^\s#:\"'-][^:\s]*):(?=\s|$)", re.MULTILINE)
_REPEATED = re.compile(r"repeated ([0-9]+) times")
_ENCODINGS = {"GBK": "gbk", "UTF-16": "utf-16", "UTF-16LE": "utf-16-le", "UTF-32": "utf-32", "Latin-1": "latin-1"}
_UNREADABLE = {"missing": "", "special": "", "denied": "Permission denied"}
OPEN, CLOSE = "«»"
"""Around the place that a test means; no part of any file."""


def blocks(text: str) -> dict[str, str]:
    """A file's text by its top-level keys."""
    starts = [each.start() for each in _KEY.finditer(text)]
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=False)]
    return {part.partition(":")[0].strip(OPEN + CLOSE): part for part in parts}


def overlaid(path: str, text: str) -> str:
    """An excerpt with the sound plan's other keys of that file behind it."""
    taken = blocks(text)
    return text + "".join(block for key, block in blocks(BASE.get(path, "")).items() if key not in taken)


def world(example: str = "") -> Files:
    """The sound plan with an example's keys in the place of its own.

    Args:
        example: As a rule's manual has it. Notes besides the manual's: `(whole)`, the lines are the file;
            `(CRLF)`; `(special)` and `(denied)`; an encoding's name, also behind another note.
    """
    files: Files = dict(BASE)
    for excerpt in manual.excerpts(example) if example else ():
        files[excerpt.path] = _content(excerpt)
    return files


def _content(excerpt: manual.Excerpt) -> Content:
    if excerpt.note in _UNREADABLE:
        return Unreadable(excerpt.note, _UNREADABLE[excerpt.note])
    text = unmarked(written(excerpt))
    encoding = next((name for note, name in _ENCODINGS.items() if note in excerpt.note.split(", ")), "")
    return text.encode(encoding) if encoding else text


def written(excerpt: manual.Excerpt) -> str:
    """An excerpt as a whole file, marks included."""
    if repeated := _REPEATED.fullmatch(excerpt.note):
        return excerpt.text * int(repeated[1])
    notes = excerpt.note.split(", ")
    text = excerpt.text.removeprefix("\n") if "whole" in notes else overlaid(excerpt.path, excerpt.text)
    return text.replace("\n", "\r\n") if "CRLF" in notes else text


def unmarked(text: str) -> str:
    """A text without marks."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def marked(text: str) -> tuple[int, int, int] | None:
    """Line and columns of what stands between the marks; None without marks."""
    before, opened, rest = text.partition(OPEN)
    column = len(before) - before.rfind("\n")
    return (before.count("\n") + 1, column, column + len(rest.partition(CLOSE)[0])) if opened else None


def task(text: str) -> Files:
    """The sound plan with these keys of its task."""
    return world(f"# {TASK}\n{text}")


# Answers.


class Said(NamedTuple):
    """A finding where a reader sees it: wording (`rule` or `rule.case`), file, line, columns, end exclusive."""

    wording: str
    path: str
    line: int
    start: int
    end: int


def stamped(loaded: Loaded) -> Iterator[tuple[str, Finding]]:
    """Every finding with its wording's name."""
    return ((_wording(rule.name, finding), finding) for rule, finding in found(loaded))


def _wording(rule: str, finding: Finding) -> str:
    return f"{rule}.{finding.case}" if finding.case else rule


def said(files: Files) -> list[Said]:
    """What is found in a plan, by file, line and column."""
    source = Memory(files)
    positions = Positions(source)
    return sorted(Said(name, *where(positions, found.place)) for name, found in stamped(load(source)))


def where(positions: Positions, place: Place) -> tuple[str, int, int, int]:
    """A place as a reader sees it: file, line, columns."""
    region = positions.region(place)
    return place.path, *region.start, region.end[1]


def wordings(files: Files) -> list[str]:
    """Which wordings apply to a plan, by name."""
    return sorted(name for name, _ in stamped(load(Memory(files))))


def diagnostics(files: Files) -> list[Diagnostic]:
    """What is said about a plan, in English."""
    return list(check(load(Memory(files)), ENGLISH))


def rules(files: Files) -> list[str]:
    """Which rules speak of a plan, by name, each as often as it does."""
    return sorted(each.rule for each in diagnostics(files))


def rule_of(wording: str) -> str:
    """The rule that a wording belongs to."""
    return wording.partition(".")[0]
