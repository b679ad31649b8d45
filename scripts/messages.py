"""Renew the message catalogues: extract from code, templates and rule manuals, merge, compile.

Run by `make messages`. A message that is gone is dropped, a new one waits with an empty translation; nothing is
guessed. Catalogues carry no dates and no line numbers, so that they only change when words do.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from plancli.cli.app import COMMANDS, about
from plancli.manual import manual
from plancli.messages import LANGUAGES
from plancli.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
FOLDERS = {
    ROOT / "src" / "plancli": [("**.py", "python")],
    ROOT / "templates": [("**.j2", "jinja2")],
}

# Without the dates and names that gettext's tools put in: a catalogue changes when words do.
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extracted() -> Catalog:
    """Every message there is, in a fixed order."""
    found = Catalog(charset="utf-8")
    for folder, methods in FOLDERS.items():
        options = {"**.j2": {"silent": "false", "newstyle_gettext": "true", "trimmed": "true"}}
        for name, _, message, comments, _ in sorted(
            extract_from_dir(folder, methods, options, keywords=KEYWORDS, comment_tags=("Translators:",)),
            key=lambda each: (each[0], each[1]),
        ):
            where = (folder.relative_to(ROOT) / name).as_posix()
            found.add(message, locations=[(where, 0)], auto_comments=comments)
    for paragraph, subject in manuals():
        found.add(paragraph, auto_comments=[f"manual of {subject}"])
    return found


def manuals() -> Iterator[tuple[str, str]]:
    """The paragraphs of the rules' manuals and the commands' help, with the name of the rule or command."""
    for name, command in {"plancli": about, **COMMANDS}.items():
        yield " ".join((command.__doc__ or "").split()), name
    for rule in RULES:
        told = manual(rule.function)
        for paragraph in (told.summary, *told.paragraphs):
            yield paragraph, rule.name


def merged(language: str) -> Catalog:
    """A language's catalogue with today's messages and the translations it has."""
    path = po_path(language)
    known = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    new = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for message in extracted():
        if message.id:
            have = known.get(message.id)
            new.add(
                message.id,
                string=have.string if have else None,
                locations=[(name, 0) for name in sorted({name for name, _ in message.locations})],
                auto_comments=message.auto_comments,
            )
    return new


def po_path(language: str) -> Path:
    """The file that translators edit."""
    return ROOT / "src" / "plancli" / "locale" / language / "LC_MESSAGES" / "plancli.po"


def po_text(catalog: Catalog) -> bytes:
    """A catalogue as its file has it."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, omit_header=True, include_lineno=False)
    return HEADER.format(language=catalog.locale, plurals=catalog.plural_forms).encode() + out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """A catalogue as gettext reads it; it must have dates, so it gets one that never changes."""
    dated = read_po(io.BytesIO(po_text(catalog)), locale=catalog.locale)
    dated.creation_date = dated.revision_date = datetime(2025, 7, 1, tzinfo=UTC)
    out = io.BytesIO()
    write_mo(out, dated)
    return out.getvalue()


def main() -> int:
    """Write every catalogue; say what waits for a translation."""
    untranslated = 0
    for language in LANGUAGES:
        if language == "en":  # message ids are English
            continue
        catalog = merged(language)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_text(catalog))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalog))
        waiting = [message.id for message in catalog if message.id and not message.string]
        for each in waiting:
            print(f"{language}: not translated: {each!r}")
        untranslated += len(waiting)
    return int(untranslated > 0)


if __name__ == "__main__":
    sys.exit(main())
