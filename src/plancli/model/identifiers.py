"""The grammar of ids: tasks and targets are named for good, so that their names must work everywhere."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 64

# Names that Windows reserves whatever the extension:
# learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE).fullmatch
# Letters and marks by their category that show as nothing: joiners, fillers, variation selectors.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
).match
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9-]{3,63}").fullmatch


def fault(identifier: str) -> str:  # noqa: PLR0911 - one reason a line
    """Why a text is no id, as the name of a wording; empty where it is one."""
    if _PLAIN(identifier) and len(identifier) > len("com1"):
        return ""
    if not identifier:
        return "empty"
    if len(identifier) > MAX_LENGTH:
        return "long"
    if identifier.startswith("-"):
        return "hyphen"
    if identifier.isdigit():
        return "digits"
    if not all(_allowed(char) for char in identifier):
        return "characters"
    if unicodedata.normalize("NFC", identifier) != identifier:
        return "nfc"
    return "device" if _DEVICES(identifier) else ""


def _allowed(char: str) -> bool:
    """Letters of any script with their marks, decimal digits, the hyphen."""
    if _UNSEEN(char):
        return False
    return char == "-" or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"


def bad_characters(identifier: str) -> str:
    """The characters that no id may hold, each once, in order."""
    return "".join(dict.fromkeys(char for char in identifier if not _allowed(char)))


def folded(identifier: str) -> str:
    """What file systems that ignore case and width take for the same name."""
    return unicodedata.normalize("NFKC", identifier).casefold()
