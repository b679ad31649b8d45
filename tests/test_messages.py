"""The catalogues are fresh and whole, and English and Chinese can both be filled in."""

from __future__ import annotations

import importlib.util
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plancli.messages import base, preferred

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

ROOT = Path(__file__).parent.parent


def _script(name: str) -> Any:  # noqa: ANN401 - a module
    """A script, which is no package's module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogues = _script("messages")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """All messages, as they would be written now."""
    merged: Catalog = catalogues.merged("zh")
    return merged


def test_the_catalogue_is_fresh(catalogue: Catalog) -> None:
    """`make messages` changes nothing."""
    path = catalogues.po_path("zh")
    assert path.read_bytes() == catalogues.po_text(catalogue)
    assert path.with_suffix(".mo").read_bytes() == catalogues.mo_bytes(catalogue)


def test_every_message_is_translated(catalogue: Catalog) -> None:
    """No empty translation; the one Chinese plural form is there."""
    assert [each.id for each in catalogue if each.id and not any(_texts(each.string))] == []


def test_translations_have_the_fields_of_their_messages(catalogue: Catalog) -> None:
    """A field that is missing, added or misspelt would fail where nobody tests."""
    for each in catalogue:
        if each.id:
            expected = set().union(*(_fields(text) for text in _texts(each.id)))
            for text in _texts(each.string):
                assert _fields(text) <= expected, each.id
                assert _fields(text) >= expected - {"n"} or isinstance(each.id, tuple), each.id


def test_chinese_has_full_width_marks(catalogue: Catalog) -> None:
    """No half-width comma, colon or bracket stands between two Chinese characters."""
    han = "[\u4e00-\u9fff]"
    texts = [text for each in catalogue if each.id for text in _texts(each.string)]
    assert [text for text in texts if re.search(f"{han}[,;:?!()]{han}", text)] == []


def _texts(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _fields(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name and name.isidentifier()}
    except ValueError:
        return set()  # a manual's paragraph with a brace of its own is never filled in


@pytest.mark.parametrize(
    ("asked", "environ", "language"),
    [
        ("en", {"PLANCLI_LANG": "zh"}, "en"),
        (None, {"PLANCLI_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        (None, {"LC_ALL": "zh_TW.Big5", "LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, None),
        (None, {"LANG": "de_DE.UTF-8"}, None),
        (None, {"PLANCLI_LANG": "", "LANG": "POSIX"}, None),
        (None, {}, None),
    ],
)
def test_the_reader_s_language(asked: str | None, environ: dict[str, str], language: str | None) -> None:
    """Asked for, else set, else the locale's; a locale of another language says nothing."""
    assert preferred(asked, environ) == language


@pytest.mark.parametrize(("tag", "language"), [("zh-CN", "zh"), ("zh_CN.UTF-8", "zh"), ("EN", "en"), ("C.UTF-8", "c")])
def test_the_language_of_a_tag(tag: str, language: str) -> None:
    """BCP 47 tags and POSIX locales."""
    assert base(tag) == language
