"""The one rule that makes file names of department names.

Letters of any script, their marks, digits and `-_·（）` are kept; every run of other characters becomes one `-`.
What a file system could take for another name (case, width), Windows' device names and `index` get a suffix that
depends on the name alone, so that a sheet keeps its name while others come and go.
"""

from __future__ import annotations

import hashlib
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from plancli.model.identifiers import fault, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plancli.model.register import Register

MAX_LENGTH = 80
MAX_BYTES = 240
"""File systems stop at 255 bytes, and an extension follows."""

_SAFE = frozenset("-_·（）")
_RESERVED = frozenset({"index"})
_DIGEST = 8


def sheet_path(stem: str, form: str) -> str:
    """Where a sheet stands in the output folder, with `/`."""
    return f"sheets/{stem}.{form}"


def stems(register: Register) -> dict[str, str]:
    """The file name of every department and group, without extension; no two are alike."""
    return distinct(entry.name for entry in register.entries)


def distinct(names: Iterable[str]) -> dict[str, str]:
    """A file name for each name; of two that a file system could confuse, the first keeps its own."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        plain = safe(name)
        choices = chain([plain], (_suffixed(plain, name, length) for length in range(_DIGEST, 65)))
        stem = next(choice for choice in choices if _is_free(choice, taken))
        taken.add(folded(stem))
        found[name] = stem
    return found


def safe(name: str) -> str:
    """A name as a file name, still regardless of its neighbours."""
    kept = (char if _is_kept(char) else " " for char in unicodedata.normalize("NFC", name))
    return _cut("-".join("".join(kept).split()).strip("-"), MAX_LENGTH, MAX_BYTES)


def _is_kept(char: str) -> bool:
    return char in _SAFE or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"


def _cut(text: str, characters: int, size: int) -> str:
    return text[:characters].encode()[:size].decode(errors="ignore")


def _suffixed(stem: str, name: str, length: int) -> str:
    digest = hashlib.sha256(name.encode()).hexdigest()[:length]
    return f"{_cut(stem, MAX_LENGTH - length - 1, MAX_BYTES - length - 1)}-{digest}".lstrip("-")


def _is_free(stem: str, taken: set[str]) -> bool:
    """Whether no file system takes a name for another, or for none."""
    key = folded(stem)
    return bool(stem) and key not in taken and key not in _RESERVED and fault(key) != "device"
