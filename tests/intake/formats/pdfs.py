"""PDF files of text and ruling lines, written byte by byte; no font is embedded, as readers know its characters."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842
SIZE = 10.0
PADDING = 4.0
LINE = 14.0

_FONTS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        b"/Ascent 752 /Descent -271 /CapHeight 737 /StemV 58>>"
    ),
)


@dataclass
class Page:
    """A page that is drawn; places are measured in points from its upper left corner.

    Attributes:
        commands: What draws it.
    """

    commands: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = SIZE, spread: float = 0) -> None:
        """Write a line, its upper edge at `y`, with `spread` points between its characters."""
        place = f"{x:.2f} {HEIGHT - y - size * 0.8:.2f}"
        code = text.encode("utf-16-be").hex()
        self.commands.append(f"BT /F1 {size} Tf {spread} Tc 1 0 0 1 {place} Tm <{code}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.commands.append(f"{x0:.2f} {HEIGHT - y0:.2f} m {x1:.2f} {HEIGHT - y1:.2f} l S")

    def table(self, top: float, xs: Sequence[float], rows: Sequence[Sequence[str]], *, ruled: bool = True) -> float:
        """Draw a table, and say where it ends.

        Args:
            top: Where it begins.
            xs: Where its columns begin and end.
            rows: The texts of its cells, broken where they do not fit; `<` goes on with the cell to the left, `^` with
                the one above.
            ruled: Whether its lines are drawn.
        """
        ys = [top]
        for row in rows:
            tallest = max(len(wrapped(text, end - begin)) for text, (begin, end) in zip(row, pairwise(xs), strict=True))
            ys.append(ys[-1] + tallest * LINE + 2 * PADDING)
        for at, row in enumerate(rows):
            below = rows[at + 1] if at + 1 < len(rows) else [""] * len(row)
            for column, text in enumerate(row):
                left, right = xs[column], xs[column + 1]
                if text not in {"<", "^"}:
                    end = next((to for to in range(column + 1, len(row)) if row[to] != "<"), len(row))
                    for number, part in enumerate(wrapped(text, xs[end] - left)):
                        self.text(left + PADDING, ys[at] + PADDING + number * LINE, part)
                if ruled and text != "<":
                    self.line(left, ys[at], left, ys[at + 1])
                if ruled and at == 0:
                    self.line(left, ys[0], right, ys[0])
                if ruled and below[column] != "^":
                    self.line(left, ys[at + 1], right, ys[at + 1])
            if ruled:
                self.line(xs[-1], ys[at], xs[-1], ys[at + 1])
        return ys[-1]


def wrapped(text: str, width: float) -> list[str]:
    """A text in lines that fit into a cell."""
    fit = int((width - 2 * PADDING) // SIZE)
    return [line[at : at + fit] for line in text.split("\n") for at in range(0, max(len(line), 1), fit)]


def pdf(*pages: Page, catalog: str = "", trailer: str = "", extra: Sequence[bytes] = ()) -> bytes:
    """A file of pages.

    Args:
        pages: Its pages.
        catalog: What else its catalog says.
        trailer: What else its trailer says.
        extra: Objects after those of the pages.
    """
    return raw([("\n".join(page.commands)).encode() for page in pages], catalog, trailer, extra)


def raw(  # noqa: PLR0913 - what a file may have, each with a default
    contents: Sequence[bytes],
    catalog: str = "",
    trailer: str = "",
    extra: Sequence[bytes] = (),
    *,
    resources: str = "",
    font: bytes = b"/DW 1000",
) -> bytes:
    """A file of pages of any bytes; `font` says how wide its characters are."""
    first = 6
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        f"/Resources<</Font<</F1 3 0 R>>{resources}>>>>".encode(),
        *(each.replace(b"/DW 1000", font) for each in _FONTS),
    ]
    for at, content in enumerate(contents):
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {first + 2 * at + 1} 0 R>>".encode())
        objects.append(stream(content))
    return assembled([*objects, *extra], trailer)


def stream(content: bytes, entries: str = "", *, packed: bool = True) -> bytes:
    """An object that is a stream."""
    body = zlib.compress(content, 9) if packed else content
    how = "/Filter/FlateDecode" if packed else ""
    return f"<<{how}{entries}/Length {len(body)}>>stream\n".encode() + body + b"\nendstream"


def assembled(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A file of objects, numbered from 1; the first is its catalog."""
    file = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    begins = len(file)
    file += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        file += f"{place:010} 00000 n \n".encode()
    file += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{begins}\n%%EOF\n".encode()
    return bytes(file)
