"""The line that is being typed in a shell: its whole words, and the one that is to be completed."""

from __future__ import annotations

from dataclasses import dataclass, field

_SPECIAL = frozenset("\"'\\ \t\n$`&|;<>()[]{}*?!#~")
"""What a shell reads as something else where it stands without quotes."""


@dataclass(slots=True)
class CommandLine:
    """A command line up to the cursor, without the program's name.

    Attributes:
        words: The whole words.
        word: What there is of the last one, without its quotes.
        quote: The quotation mark that is still open in it.
    """

    words: list[str] = field(default_factory=list)
    word: str = ""
    quote: str = ""

    def quoted(self, text: str) -> str:
        """A text as it is typed where this line goes on."""
        if self.quote:
            return text
        return "".join(f"\\{char}" if char in _SPECIAL else char for char in text)


def read(line: str) -> CommandLine:
    """Take a line apart as a shell does, though its last word may be incomplete."""
    read = CommandLine()
    begun = escaped = False
    for char in line:
        if escaped:
            read.word, escaped = read.word + char, False
        elif char == "\\" and read.quote != "'":
            begun = escaped = True
        elif char == read.quote:
            read.quote = ""
        elif not read.quote and char in "\"'":
            begun, read.quote = True, char
        elif not read.quote and char.isspace():
            if begun:
                read.words.append(read.word)
            begun, read.word = False, ""
        else:
            begun, read.word = True, read.word + char
    del read.words[:1]
    return read
