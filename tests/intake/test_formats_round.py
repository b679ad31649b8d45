"""A matrix that is written in any format is read as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.intake import documents
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from tests.intake.documents import Matrix

_TEXT = st.text("一二三、，。；（）市区局：“”ABab019%.|\\*`#_&<>=\"',;-", min_size=1, max_size=12)
_MATRICES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(_TEXT, min_size=width, max_size=width), min_size=2, max_size=5)
)


def _comes_back(name: str, content: bytes, matrix: Matrix) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (table,) = documents.tables(documents.read(Path(folder), name, content))
    assert documents.texts(table) == matrix


@arbitrary
@given(_MATRICES)
def test_delimited(matrix: Matrix) -> None:
    """Of .csv and .tsv."""
    _comes_back("a.csv", documents.as_delimited(matrix, ","), matrix)
    _comes_back("a.tsv", documents.as_delimited(matrix, "\t"), matrix)


@arbitrary
@given(_MATRICES)
def test_markdown(matrix: Matrix) -> None:
    """Of a pipe table."""
    _comes_back("a.md", documents.as_markdown(matrix), matrix)


@arbitrary
@given(_MATRICES)
def test_html(matrix: Matrix) -> None:
    """Of a page."""
    _comes_back("a.html", documents.as_html(matrix), matrix)


@arbitrary
@given(_MATRICES)
def test_docx(matrix: Matrix) -> None:
    """Of a Word document."""
    _comes_back("a.docx", documents.as_docx(matrix), matrix)


@arbitrary
@given(_MATRICES)
def test_xlsx(matrix: Matrix) -> None:
    """Of a spreadsheet."""
    _comes_back("a.xlsx", documents.as_xlsx(matrix), matrix)
