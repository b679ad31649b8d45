"""Write plan files in their canonical form: what they say stays, to the character, and so does every comment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plancli.edit.drafted import Drafted
from plancli.edit.format_text import paragraphs
from plancli.edit.format_tree import canonical
from plancli.edit.refusals import EditError, FaultyTaskError, UnsafeFormatError
from plancli.edit.rewrite import Rewrite
from plancli.loading.reading import read_mapping
from plancli.model.plan import HEADER_PATH, REGISTER_PATH
from plancli.model.shapes import shape_of
from plancli.source.comments import find_comments
from plancli.source.text import decode
from plancli.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plancli.diagnostics import Allowance, Route
    from plancli.source.folder import Folder
    from plancli.source.values import Value


@dataclass(frozen=True, slots=True)
class Formatting:
    """What it takes to write files in their canonical form.

    Attributes:
        files: What those shall hold that are not in it.
        refused: Files that are left as they are, each with the reason.
        count: How many were looked at.
    """

    files: tuple[Rewrite, ...]
    refused: tuple[tuple[str, EditError], ...]
    count: int


def formatting(source: Folder, paths: Iterable[str]) -> Formatting:
    """Find out what it takes to write files in their canonical form.

    Args:
        source: The plan's folder.
        paths: Its files.
    """
    files: list[Rewrite] = []
    refused: list[tuple[str, EditError]] = []
    chosen = list(paths)
    for path in chosen:
        try:
            files += _formatted(source, path)
        except EditError as error:
            refused.append((path, error))
    return Formatting(tuple(files), tuple(refused), len(chosen))


def _formatted(source: Folder, path: str) -> Iterator[Rewrite]:
    """A file that is not in its canonical form.

    Raises:
        FaultyTaskError: Where it has mistakes, so that nobody knows what it says.
        UnsafeFormatError: Where what came out would say something else.
    """
    file, content = source.root / path, source.read(path)
    before = _said(source.root, path, content) if isinstance(content, bytes) else None
    if before is None or not isinstance(content, bytes):
        raise FaultyTaskError(file=file.as_posix())
    written = canonical(_text(content), shape_of(path)).encode()
    if written == content:
        return
    if _said(source.root, path, written) != before or _comments(written) != _comments(content):
        raise UnsafeFormatError(file=file.as_posix())
    yield Rewrite(file, content, written)


def _text(content: bytes) -> str:
    """A sound file's text; YAML takes every line break for a line feed."""
    text = decode(content)
    assert isinstance(text, str)  # noqa: S101 - else it has mistakes
    return text.replace("\r\n", "\n")


class _Said(NamedTuple):
    """What a file says, however it is written.

    Attributes:
        value: Its value; a task's text by its sentences.
        findings: What loading finds in it.
        allowances: Which findings its comments allow where.
    """

    value: Value
    findings: Counter[tuple[object, ...]]
    allowances: Counter[tuple[str, frozenset[Route]]]


def _said(root: Path, path: str, content: bytes) -> _Said | None:
    """What a file says; None where it has mistakes that hide some of it."""
    allowances: list[Allowance] = []
    value, findings, damaged = read_mapping(Drafted(root, contents={path: content}), path, allowances)
    if value is None or damaged:
        return None
    if path not in {HEADER_PATH, REGISTER_PATH} and isinstance(value.get("text"), str):
        value = {**value, "text": paragraphs(value["text"])}
    told = [(fault, found.place.route, found.case, *sorted(found.facts.items())) for fault, found in findings]
    return _Said(value, Counter(told), Counter((each.rule, _covered(each)) for each in allowances))


def _covered(allowance: Allowance) -> frozenset[Route]:
    """The values that an allowance speaks of, without those inside them."""
    routes = set(allowance.routes)
    return frozenset(route for route in routes if not any(route[:length] in routes for length in range(len(route))))


def _comments(content: bytes) -> Counter[str]:
    text = _text(content)
    return Counter(comment.text for comment in find_comments(text, read_tree(text).leaves))
