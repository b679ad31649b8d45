"""A task's text as it is written: one sentence a line."""

from __future__ import annotations

import re

from plancli.prose.sentences import sentences

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def one_sentence_a_line(text: str) -> str:
    """A text in which every sentence has its line, and one blank line parts paragraphs.

    It only breaks lines, never joins them: where a line ends within a sentence, its writer meant it, or should be told.
    """
    return "\n\n".join("\n".join(paragraph) for paragraph in paragraphs(text)) + "\n"


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """What a text says: its paragraphs, each by its sentences, without the space around them.

    Two texts for which this is the same read the same, and no rule and no comparison tells them apart.
    """
    parts = (tuple(sentence.text for sentence in sentences(part)) for part in _BLANK_LINES.split(text))
    return tuple(part for part in parts if part)
