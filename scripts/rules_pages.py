"""Write `docs/rules.md` and `docs/rules.zh-CN.md` from the rules' own manuals. Run by `make messages`."""

from __future__ import annotations

from pathlib import Path

from plancli import messages
from plancli.report.manuals import book
from plancli.rules import RULES

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {"en": DOCS / "rules.md", "zh": DOCS / "rules.zh-CN.md"}


def main() -> None:
    """Write both pages."""
    for language, page in PAGES.items():
        page.write_text(book(RULES, messages.catalog(language)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
