"""Words are data: every text that a user reads is a gettext message, in Chinese and English.

Message ids are English. The language is a value that is passed along (a catalogue), never a global,
so that one process can speak two languages and a document can follow the plan's rather than the reader's.
"""

from __future__ import annotations

import gettext
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("zh", "en")
"""The languages that plancli speaks; the first is the default."""

Catalog = gettext.NullTranslations
"""Translates message ids: `.gettext(text)` and `.ngettext(one, many, n)`."""


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name for "translate later"
    """Mark a message for translation where it is written down, to be translated where it is shown."""
    return message


@cache
def catalog(language: str) -> Catalog:
    """The catalogue of a language (`zh`, `en`, or a tag such as `zh-CN`); English where there is none."""
    folder = Path(__file__).parent / "locale"
    return gettext.translation("plancli", folder, [base(language)], fallback=True)


def base(tag: str) -> str:
    """The language of a tag or locale: ``zh-CN`` and ``zh_CN.UTF-8`` are ``zh``."""
    return tag.replace("_", "-").split("-")[0].split(".")[0].lower()


def preferred(asked: str | None, environ: Mapping[str, str] = os.environ) -> str | None:
    """The reader's language: what was asked for, else `PLANCLI_LANG`, else a zh or en locale.

    Returns:
        `zh` or `en`, or None where nobody says (then the plan's own language decides).
    """
    named = [asked, environ.get("PLANCLI_LANG")]
    # POSIX: LC_ALL outranks LC_MESSAGES, which outranks LANG. C and POSIX say nothing about the reader.
    located = [environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    spoken = (base(tag) for tag in [*named, next(filter(None, located), None)] if tag)
    return next((language for language in spoken if language in LANGUAGES), None)
