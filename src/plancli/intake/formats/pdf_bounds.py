"""What a PDF file may cost: its streams unpack, and its objects multiply, no further than any plan's do."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Any, Literal

from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    int_value,
)
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from plancli.intake.formats.refusals import DamagedDocumentError, TooManyPartsError

Expense = Literal[
    "pages",
    "characters",
    "lines",
    "figures",
    "objects",
    "codes",
    "bytes",
    "predicted",
    "words",
    "brackets",
    "steps",
]

LIMITS: dict[Expense, int] = {
    "pages": 500,
    "characters": 250_000,
    "lines": 100_000,
    "figures": 20_000,
    "objects": 500_000,
    "codes": 1_000_000,
    "bytes": 60_000_000,
    "predicted": 4_000_000,
    "words": 2_000_000,
    "brackets": 400_000,
    "steps": 2_000_000,
}
"""What is read of a file at most; `codes` are entries in the tables of its fonts, `predicted` bytes that take long to
unpack, `words` and `brackets` those of the commands that draw, `steps` what the file itself is parsed in."""

_LARGEST_PACKED = 500_000
"""A longer stream is not unpacked where that is slow: nobody has used those ways to pack for long."""

_MOST_ESCAPES = 50_000
"""The most brackets and strokes in the strings of one stream: a library copies a string at each of them."""

_LONGEST_LINE = 1_000_000
_LONGEST_WORD = 2_000_000
_WIDEST = 100_000
_PNG = 10
_TIFF = 2
_BEGINS = re.compile(rb"begin(?:bf|cid)range")
_RANGE = re.compile(rb"\s*<([0-9A-Fa-f\s]{1,40})>\s*<([0-9A-Fa-f\s]{1,40})>\s*(?:<[^<>]*>|\[[^\[\]]*\]|[0-9]+)")
_ENDS = re.compile(rb"\s*end(?:bf|cid)range")


class Budget:
    """What a file has left of its limits.

    Attributes:
        path: Its name, for the refusal.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._left = dict(LIMITS)

    def spend(self, what: Expense, amount: int = 1) -> None:
        """Take something off.

        Raises:
            TooLargeDocumentError: There is nothing left.
        """
        self._left[what] -= amount
        if self._left[what] < 0:
            self.check()

    def read(self, commands: bytes) -> None:
        """Take off what a library parses word by word.

        Args:
            commands: What it is going to parse.

        Raises:
            TooLargeDocumentError: It is too long.
        """
        words = commands.split()
        if max(map(len, words), default=0) > _LONGEST_WORD:
            self.spend("words", LIMITS["words"] + 1)
        opened = commands.count(b"[") + commands.count(b"<<")
        escapes = commands.count(b"(") + commands.count(b"\\")
        self.spend("brackets", opened if escapes <= _MOST_ESCAPES else LIMITS["brackets"] + 1)
        self.spend("words", len(words) + opened + escapes + commands.count(b"/") + commands.count(b"<"))

    def check(self) -> None:
        """Raise again what a library may have kept to itself."""
        for what, left in self._left.items():
            if left < 0:
                raise TooManyPartsError(path=self.path, limit=f"{LIMITS[what]:,}")


class BoundedParser(PDFParser):
    """A parser whose streams do not unpack without end."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        super().__init__(BytesIO(content))
        self._content = content
        self._budget = budget

    def nextline(self) -> tuple[int, bytes]:
        """Read a line, unless it is one without end: a library copies it at each step."""
        begins = self.bufpos + self.charpos
        window = self._content[begins : begins + _LONGEST_LINE]
        if len(window) == _LONGEST_LINE and b"\n" not in window and b"\r" not in window:
            raise DamagedDocumentError(path=self._budget.path)
        return super().nextline()

    def fillbuf(self) -> bool:
        """Read on, unless a word has no end: likewise."""
        self._budget.spend("steps")
        if len(self._curtoken) > _LONGEST_LINE:
            raise DamagedDocumentError(path=self._budget.path)
        return super().fillbuf()

    def push(self, *objs: Any) -> None:  # noqa: ANN401 - as the base class has it
        """Take parsed objects; a stream becomes one that knows the budget."""
        self._budget.spend("objects", len(objs))
        super().push(*((pos, self._bounded(each)) for pos, each in objs))

    def start_type(self, pos: int, type: str) -> None:  # noqa: A002 - as the base class has it
        """Begin an array or another object that holds objects."""
        self._budget.spend("brackets")
        super().start_type(pos, type)

    def _bounded(self, parsed: Any) -> Any:  # noqa: ANN401 - whatever a file may hold
        if type(parsed) is not PDFStream:
            return parsed
        return _Stream(parsed.attrs, parsed.rawdata or b"", parsed.decipher, self._budget)


class _Stream(PDFStream):
    """A stream that is unpacked within a budget; one that does not unpack whole is damage, not less text."""

    def __init__(self, attrs: dict[str, Any], raw: bytes, decipher: Any, budget: Budget) -> None:  # noqa: ANN401
        super().__init__(attrs, raw, decipher)
        self._budget = budget

    def decode(self) -> None:
        """Unpack it."""
        unpacked = self.rawdata or b""
        if self.decipher and self.objid is not None:
            unpacked = self.decipher(self.objid, self.genno or 0, unpacked, self.attrs)
        for way, parameters in self.get_filters():
            unpacked = self._unpack(unpacked, way)
            self._budget.spend("bytes", len(unpacked))
            if "Predictor" in (parameters or {}):
                self._budget.spend("predicted", len(unpacked))
                unpacked = _predicted(unpacked, parameters)
        if getattr(self.get("Type"), "name", "") == "ObjStm":
            self._budget.read(unpacked)
        _check_codes(unpacked, self._budget)
        self.data, self.rawdata = unpacked, None

    def _unpack(self, packed: bytes, way: object) -> bytes:
        if way in LITERALS_FLATE_DECODE:
            try:
                return zlib.decompressobj().decompress(packed, LIMITS["bytes"] + 1)
            except zlib.error as error:
                raise DamagedDocumentError(path=self._budget.path) from error
        if way in (*LITERALS_LZW_DECODE, *LITERALS_RUNLENGTH_DECODE):
            if len(packed) > _LARGEST_PACKED:
                self._budget.spend("bytes", LIMITS["bytes"] + 1)
        elif way not in (*LITERALS_ASCII85_DECODE, *LITERALS_ASCIIHEX_DECODE):
            return b""  # a picture's: nothing of it is text
        return PDFStream({"Filter": way}, packed).get_data()


def _predicted(unpacked: bytes, parameters: dict[str, Any]) -> bytes:
    """Bytes as they were before a predictor made them easier to pack."""
    kind = int_value(parameters.get("Predictor", 1))
    colors, columns = int_value(parameters.get("Colors", 1)), int_value(parameters.get("Columns", 1))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    if kind != _TIFF and kind < _PNG:
        return unpacked
    if not 0 < colors * columns <= _WIDEST:
        raise ValueError(columns)
    if kind == _TIFF:
        return apply_tiff_predictor(colors, columns, bits, unpacked)
    return apply_png_predictor(kind, colors, columns, bits, unpacked)


def _check_codes(unpacked: bytes, budget: Budget) -> None:
    """Refuse a font's tables of characters that are longer than any font: a range is gone through one by one.

    Raises:
        ValueError: Ranges stand where none are expected, so that nobody knows how long they are.
        TooLargeDocumentError: They are too long.
    """
    ends = unpacked.count(b"endbfrange") + unpacked.count(b"endcidrange")
    at = 0
    for _ in range(ends):
        begun = _BEGINS.search(unpacked, at)
        if not begun:
            raise ValueError(at)
        at = begun.end()
        while found := _RANGE.match(unpacked, at):
            first, last = (int(b"".join(code.split()) or b"0", 16) for code in found.groups())
            budget.spend("codes", max(last - first, 0) + 1)
            at = found.end()
        if not (ended := _ENDS.match(unpacked, at)):
            raise ValueError(at)
        at = ended.end()
