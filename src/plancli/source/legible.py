"""How characters are shown that would not be seen.

A plan comes from strangers: a bidi override or an escape sequence in it must not change what the reader of a message
sees.
"""

from __future__ import annotations

import re

# C0, DEL and C1; soft hyphen; grapheme joiner; Arabic letter mark; Hangul fillers; Mongolian and other
# zero-width marks; line and paragraph separators; bidi marks, embeddings, overrides and isolates; lone
# surrogates; BOM; annotation, hieroglyph, shorthand and musical format controls; tags.
HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f]"
)
"""Characters that cannot be seen, or that change how others are seen."""

_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def legible(text: str) -> str:
    r"""Text in one line in which everything can be seen: what is hidden stands escaped, like ``\u202e``."""
    return HIDDEN.sub(lambda match: _SHORT.get(match[0]) or _escape(match[0]), text)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"
