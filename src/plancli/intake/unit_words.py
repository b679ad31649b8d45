"""Where names lie that space or 和 parts: what the layout broke is one name, what stands side by side is several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.brackets import OPENING, outside
from plancli.intake.unit_names import LEVELS, has_level, is_group, looks_like_unit

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

AND = re.compile("以及|(?<!管委)(?<!委员)(?<!工)会同|(?<=会)同|联合|[及和与]")
"""What parts two names, and stands in names too: 住房和城乡建设局, 市总工会."""

WITH = frozenset({"会同", "同", "联合"})
"""Those behind which stands who only takes part."""

_SHARED_OFFICE = re.compile(f"(?:{LEVELS})委")
_LONGEST_NAME = 120
_MOST_WORDS = 24
"""Words that space parts, in a name; letter by letter, the longest names have as many."""


def names(body: str, offset: int, pairs: dict[int, int], known: Container[str]) -> Iterator[tuple[int, int]]:
    """Where the names in a stretch without separators lie, and in between the space and the words that part them."""
    done = 0
    for start, end in _groups(_words(body, offset, pairs), body, known):
        if done < start:
            yield offset + done, offset + start
        at = start
        for cut, until in _ands(body[start:end], known):
            yield offset + at, offset + start + cut
            yield offset + start + cut, offset + start + until
            at = start + until
        yield offset + at, offset + end
        done = end
    if done < len(body):
        yield offset + done, offset + len(body)


def _words(body: str, offset: int, pairs: dict[int, int]) -> list[tuple[int, int]]:
    """Where the words of a stretch lie that space parts; space in brackets parts none."""
    words: list[tuple[int, int]] = []
    at, start = 0, -1
    while at < len(body):
        if body[at].isspace():
            if start >= 0:
                words.append((start, at))
            start = -1
        else:
            start = at if start < 0 else start
            at = pairs.get(offset + at, offset + at) - offset
        at += 1
    return [*words, (start, len(body))] if start >= 0 else words


def _groups(words: list[tuple[int, int]], body: str, known: Container[str]) -> Iterator[tuple[int, int]]:
    """Words that make a name together."""
    at = 0
    while at < len(words):
        until = _known_until(words, at, body, known) or _name_until(words, at, body)
        yield words[at][0], words[until - 1][1]
        at = until


def _known_until(words: list[tuple[int, int]], at: int, body: str, known: Container[str]) -> int:
    """Behind how many words a known name ends, the longest one; 0 where none does."""
    longest, name = 0, ""
    for until in range(at, min(at + _MOST_WORDS, len(words))):
        name += body[slice(*words[until])]
        if outside(name) in known:
            longest = until + 1
    return longest


def _name_until(words: list[tuple[int, int]], at: int, body: str) -> int:
    """Behind how many words a name ends that is an office's; a lone word may be any name."""
    name, until = body[slice(*words[at])], at + 1
    while until < len(words) and until < at + _MOST_WORDS:
        word = body[slice(*words[until])]
        if _is_whole(name) and not _goes_on(name, word, body, words[until]):
            break
        name, until = name + word, until + 1
    return until


def _is_whole(name: str) -> bool:
    bare = outside(name)
    return looks_like_unit(bare) and not _SHARED_OFFICE.fullmatch(bare)


def _goes_on(name: str, word: str, body: str, span: tuple[int, int]) -> bool:
    """Whether a word goes on with a name that could end here: a bracket, or letters that stand apart (市 委 办)."""
    if word[0] in OPENING:
        return True
    apart = len(word) == 1 and body[span[0] - 1] not in "\r\n" and body[span[0] - 2 : span[0] - 1] == name[-1]
    return apart and not re.match(LEVELS, word)


def _ands(name: str, known: Container[str]) -> Iterator[tuple[int, int]]:
    """Where 和, 及, 与 and 会同 stand between two offices, and not inside a name: 住房和城乡建设局."""
    if len(name) > _LONGEST_NAME or "".join(name.split()) in known:
        return
    start = 0
    for found in AND.finditer(name):
        left, right = outside(name[start : found.start()]), name[found.end() :].strip()
        if (
            (looks_like_unit(left) or not left)
            and (has_level(right) or is_group(right))
            and looks_like_unit(outside(right))
        ):
            yield found.span()
            start = found.end()
