"""PDF files that are not read: scans, damaged and protected ones, and those made for attacks. All end soon."""

from __future__ import annotations

import logging
import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from plancli.intake.formats import pdf_bounds
from plancli.intake.formats.refusals import (
    DamagedDocumentError,
    MissingReaderError,
    NoTextLayerError,
    ProtectedDocumentError,
    RefusedDocumentError,
    TooLargeDocumentError,
)
from tests.intake.documents import kinds, read
from tests.intake.formats.pdfs import Page, assembled, pdf, raw, stream

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = b"BT /F1 10 Tf 50 700 Td <7532> Tj ET\n"
WHOLE = raw([TEXT])
IMAGE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n"
ENCRYPT = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'00' * 32}>/U<{'11' * 32}>/P -4>>/ID[<00><00>]"


def _font(ranges: str) -> bytes:
    """A file whose font says its characters by ranges."""
    cmap = f"begincmap {ranges} endcmap".encode()
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 8 0 R>>"
    content = b"BT /F2 10 Tf 50 700 Td <0001> Tj ET"
    return raw([content], extra=[stream(cmap), font], resources="").replace(b"/F1 3 0 R", b"/F2 9 0 R")


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        pytest.param(b"%PDF-1.7\n\xff", DamagedDocumentError, id="no pages"),
        pytest.param(WHOLE[:-60], DamagedDocumentError, id="cut off"),
        pytest.param(WHOLE[:400] + WHOLE[600:], DamagedDocumentError, id="a hole"),
        pytest.param(raw([]), DamagedDocumentError, id="zero pages"),
        pytest.param(raw([TEXT]).replace(b"/Count 1", b"/Count 2"), DamagedDocumentError, id="a page is missing"),
        pytest.param(raw([TEXT]).replace(b"Contents 7", b"Contents 99"), DamagedDocumentError, id="no contents"),
        pytest.param(raw([TEXT], trailer=ENCRYPT), ProtectedDocumentError, id="a password"),
        pytest.param(raw([b""]), NoTextLayerError, id="blank"),
        pytest.param(
            raw([b"600 0 0 800 0 0 cm /I Do"], extra=[IMAGE + b"\x00\nendstream"], resources="/XObject<</I 8 0 R>>"),
            NoTextLayerError,
            id="a scan",
        ),
        pytest.param(_font("1 beginbfchar <0002> <7532> endbfchar"), NoTextLayerError, id="unnamed characters"),
        pytest.param(
            _font("1 beginbfrange <0000> <ffffffff> <0000> endbfrange"), TooLargeDocumentError, id="endless codes"
        ),
        pytest.param(_font("<0000> <ffffffff> <0000> endbfrange"), DamagedDocumentError, id="codes out of place"),
        pytest.param(raw([TEXT], font=b"/W[0 99999999 500]"), TooLargeDocumentError, id="endless widths"),
        pytest.param(raw([TEXT] * 501), TooLargeDocumentError, id="pages"),
        pytest.param(raw([b"BT /F1 9 Tf <" + b"7532" * 250_001 + b"> Tj ET"]), TooLargeDocumentError, id="characters"),
        pytest.param(raw([b"0 0 m 9 9 l S " * 50_001]), TooLargeDocumentError, id="lines"),
        pytest.param(raw([b"q " * 30_000]), TooLargeDocumentError, id="depth"),
        pytest.param(raw([b"1 " * 2_000_001]), TooLargeDocumentError, id="words"),
        pytest.param(lambda: raw([bytes(200_000_000)]), TooLargeDocumentError, id="a bomb"),
        pytest.param(
            raw([TEXT]).replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]"),
            DamagedDocumentError,
            id="packed otherwise",
        ),
        pytest.param(raw([b"[" * 1_000_000]), TooLargeDocumentError, id="nested arrays"),
        pytest.param(raw([b"(" * 50_001]), TooLargeDocumentError, id="strings in strings"),
        pytest.param(raw([TEXT], catalog="/X " + "[" * 500_000), TooLargeDocumentError, id="arrays in arrays"),
        pytest.param(
            raw([bytes(5_000_000)]).replace(b"/FlateDecode", b"/FlateDecode/DecodeParms<</Predictor 12>>"),
            DamagedDocumentError,
            id="places that are not the file's",
        ),
        pytest.param(
            lambda: b"%PDF-1.7\n" + b"x" * 40_000_000 + b"\nstartxref\n0\n%%EOF",
            DamagedDocumentError,
            id="a line without end",
        ),
        pytest.param(
            lambda: WHOLE.replace(b"endstream", bytes(9_000_000) + b"endstream"),
            TooLargeDocumentError,
            id="a stream without end",
        ),
        pytest.param(lambda: b"%PDF-1.7\n" + b"x" * 40_000_000, DamagedDocumentError, id="no end"),
    ],
)
def test_refusals(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    content: bytes | Callable[[], bytes],
    refusal: type[RefusedDocumentError],
) -> None:
    """Each says what the file is and what can be done, and the library says nothing; what is large is made when run."""
    with pytest.raises(refusal) as caught:
        read(tmp_path, "a.pdf", content() if callable(content) else content)
    assert caught.value.facts["path"] == str(tmp_path / "a.pdf")
    assert caught.value.help
    assert capfd.readouterr() == ("", "")


def test_bombs_in_bombs(tmp_path: Path) -> None:
    """What is packed twice is not unpacked further than what is packed once."""
    bomb = zlib.compress(zlib.compress(bytes(200_000_000)))
    page = f"<</Filter[/FlateDecode/FlateDecode]/Length {len(bomb)}>>stream\n".encode() + bomb + b"\nendstream"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        page,
    ]
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.pdf", assembled(objects))


def test_forms_in_forms(tmp_path: Path) -> None:
    """Pages in pages that show each other ten times each are not gone through to the end."""
    forms = [
        stream(b"/X Do " * 10, f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {9 + at} 0 R>>>>")
        for at in range(12)
    ]
    last = stream(b"", "/Subtype/Form/BBox[0 0 9 9]")
    content = raw([TEXT + b"/X Do"], extra=[*forms, last], resources="/XObject<</X 8 0 R>>")
    with pytest.raises(TooLargeDocumentError):
        read(tmp_path, "a.pdf", content)


def test_what_is_not_run(tmp_path: Path) -> None:
    """Programs, attachments, forms and remarks are left alone, and that is said."""
    page = Page()
    page.text(50, 60, "正文")
    catalog = "/OpenAction<</S/JavaScript/JS(app.alert)>>/Names<</EmbeddedFiles<<>>>>/AcroForm<</Fields[2 0 R]>>"
    found = read(tmp_path, "a.pdf", pdf(page, catalog=catalog))
    assert kinds(found) == [("ignored", "JavaScript"), ("ignored", "EmbeddedFiles"), ("ignored", "AcroForm")]


def test_two_hundred_pages(tmp_path: Path) -> None:
    """A long plan is read."""
    rows = [["序号", "工作任务", "牵头单位"]]
    pages = []
    for number in range(200):
        page = Page()
        tasks = [[str(number * 8 + at), "推进绿色产业发展，" * 8 + "。", "市发展改革委"] for at in range(8)]
        page.table(40, (50, 80, 400, 545), [*rows, *tasks])
        pages.append(page)
    document = read(tmp_path, "a.pdf", pdf(*pages))
    (table,) = document.blocks
    assert len(table.rows) == 200 * 9  # type: ignore[union-attr]


def test_limits_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that is reached exactly is kept, and one further is refused."""
    page = Page()
    page.text(50, 60, "四个字啊")
    monkeypatch.setitem(pdf_bounds.LIMITS, "characters", 4)
    assert read(tmp_path, "a.pdf", pdf(page)).blocks
    monkeypatch.setitem(pdf_bounds.LIMITS, "characters", 3)
    with pytest.raises(TooLargeDocumentError) as caught:
        read(tmp_path, "a.pdf", pdf(page))
    assert caught.value.facts["limit"] == "3"


def test_the_library_keeps_its_words_to_itself() -> None:
    """What it logs goes to no terminal, and to a program that asks for it."""
    for name in ("pdfminer", "pdfplumber"):
        handlers = logging.getLogger(name).handlers
        assert any(isinstance(handler, logging.NullHandler) for handler in handlers)


def test_the_extra_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal names the extra that brings the library."""
    for each in [each for each in sys.modules if each.startswith("plancli.intake.formats.pdf_")]:
        monkeypatch.delitem(sys.modules, each)
    monkeypatch.setitem(sys.modules, "pdfminer", None)
    monkeypatch.setitem(sys.modules, "pdfminer.pdfdevice", None)
    with pytest.raises(MissingReaderError) as caught:
        read(tmp_path, "a.pdf", WHOLE)
    assert caught.value.facts["extra"] == "pdf"
