"""Write the pages of all rules and of all kinds of change, in both languages. Run by `make messages`."""

from __future__ import annotations

from pathlib import Path

from plancli import messages
from plancli.report import kinds
from plancli.report.manuals import book
from plancli.rules import RULES

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {"en": ".md", "zh": ".zh-CN.md"}


def main() -> None:
    """Write the four pages."""
    for language, suffix in PAGES.items():
        words = messages.catalog(language)
        for name, text in (("rules", book(RULES, words)), ("changes", kinds.book(words))):
            (DOCS / f"{name}{suffix}").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
