"""What a sentence says is so already, and does not ask for: 截至2024年底有3家."""

from __future__ import annotations

import re

# Patterns are text until they are first needed: start-up counts.
_REACHED = "截[至止].*?(?=到[0-9]{4}年|力争|$)"


def reached(sentence: str) -> list[tuple[int, int]]:
    """Where a sentence tells what is reached by now, up to what shall be; in characters."""
    return [found.span() for found in re.finditer(_REACHED, sentence)] if "截" in sentence else []
