"""Bad files that are made by code: in other encodings, with characters that no editor shows, enormous ones."""

from __future__ import annotations

import codecs
from itertools import pairwise

CHARACTERS = {
    "nul": "\0",
    "bell": "\a",
    "backspace": "\b",
    "escape-sequence": "\x1b[31m",
    "vertical-tab": "\v",
    "form-feed": "\f",
    "delete": "\x7f",
    "next-line": "\x85",
    "soft-hyphen": "\xad",
    "grapheme-joiner": "\u034f",
    "arabic-letter-mark": "\u061c",
    "hangul-filler": "\u3164",
    "zero-width-space": "\u200b",
    "zero-width-non-joiner": "\u200c",
    "zero-width-joiner": "\u200d",
    "left-to-right-mark": "\u200e",
    "right-to-left-mark": "\u200f",
    "line-separator": "\u2028",
    "paragraph-separator": "\u2029",
    "left-to-right-embedding": "\u202a",
    "right-to-left-override": "\u202e",
    "word-joiner": "\u2060",
    "left-to-right-isolate": "\u2066",
    "byte-order-mark-inside": "\ufeff",
    "interlinear-annotation": "\ufff9",
    "noncharacter-of-a-block": "\ufdd0",
    "noncharacter": "\uffff",
    "tag-letter": "\U000e0041",
    "carriage-return": "\r",
}
ENCODINGS = ("gbk", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
BINARY = {
    "docx": b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf\xa4\xd2lZ\x01\0\0 \x05\0\0\x13\0\x08\x02[Content_Types].xml",
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 200,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0",
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01",
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xcbH\xcd\xc9\xc9\x07\0",
    "git-crypt": b"\0GITCRYPT\0\x8a\x91\xf3\x04\x9c",
}
MB = 1_000_000
DUTY = "按职责分工负责"


def made(task: str) -> dict[str, bytes]:
    """Every such file by its name.

    Args:
        task: The sound task that they are made of.
    """
    of_text = {**_characters(task), **_huge(task)}
    named = {**{name: text.encode("utf-8") for name, text in of_text.items()}, **_encodings(task), **BINARY}
    return {f"tasks/made/{name}": content for name, content in named.items()}


def _duty(task: str, value: str) -> str:
    return task.replace(DUTY, value, 1)


def _characters(task: str) -> dict[str, str]:
    return {
        **{f"character-{name}": _duty(task, f"按职责{char}分工") for name, char in CHARACTERS.items()},
        "character-twice": _duty(task, "按\u200b职责\u200b分工"),
        "character-in-a-key": task.replace("duty:", "du\u200bty:"),
        "character-in-a-unit": task.replace("  - 区商务委", "  - 区\u200b商务委"),
        "character-in-a-number": task.replace("value: 4", "value: \u200b4"),
        "character-in-the-text": task.replace("  到2027", "  到\u200e2027"),
        "character-in-a-comment": task.replace("duty:", "# 说\u202e明\nduty:"),
        "character-in-the-indentation": task.replace("  - 区商务委", "\u200b  - 区商务委"),
        "character-at-a-line's-end": task.replace("  - 区商务委", "  - 区商务委\u200b"),
        "character-by-an-escape": _duty(task, '"按职责\\u202e分工"'),
        "nul-by-an-escape": _duty(task, '"按职责\\0分工"'),
        "surrogate-by-an-escape": _duty(task, '"按职责\\ud800分工"'),
        "carriage-returns-for-line-ends": task.replace("\n", "\r"),
        "carriage-return-for-one-line-end": _duty(task, f"{DUTY}\r# 说明"),
        "two-byte-order-marks": f"\ufeff\ufeff{task}",
    }


def _encodings(task: str) -> dict[str, bytes]:
    return {
        **{f"encoding-{name}": task.replace("—", "-").encode(name, errors="ignore") for name in ENCODINGS},
        "encoding-utf-16-be-with-mark": codecs.BOM_UTF16_BE + task.encode("utf-16-be"),
        "encoding-latin-1": task.encode() + "# café\n".encode("latin-1"),
        "encoding-windows-1252": task.encode() + "# “Plan”\n".encode("cp1252"),
        "encoding-gbk-in-a-comment": task.encode() + "# 说明\n".encode("gbk"),
        "encoding-cut-within-a-character": task.encode()[:-2],
        "encoding-surrogates": task.encode() + b"# \xed\xa0\x80\n",
        "encoding-overlong": task.encode() + b"# \xc0\x80\n",
        "byte-order-mark-alone": codecs.BOM_UTF8,
    }


_TEXTS = {
    "quotation-marks": f"{'“' * 50_000}{'”' * 49_999}",
    "open-quotes": "达到1,000家“" * 30_000,
    "open-quotes-on-lines": "“加快。\n  " * 30_000,
    "dates-and-titles": f"（{'到2027年底《规划》，' * 20_000}",
    "numbered-clauses": f"（{'，一是加快' * 40_000}",
    "lines-without-a-stop": "加快节能\n  " * 20_000,
    "years": f"（{'到2027年、' * 40_000}",
    "stops": f"（{'甲。' * 90_000}",
}


def _huge(task: str) -> dict[str, str]:
    laughs = "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefghi"))
    return {
        "a-megabyte-and-more": task + "#" * MB,
        "a-text-of-ten-megabytes": task.replace("  加快", f"  {'节' * 4 * MB}加快"),
        "nesting-in-brackets": f"lead: {'[' * 100_000}\n",
        "nesting-in-braces": f"lead: {'{a: ' * 100_000}\n",
        "nesting-in-lists": f"lead:\n{'- ' * 100_000}\n",
        "nesting-in-mappings": "".join(f"{' ' * depth}a:\n" for depth in range(1_300)),
        "nesting-in-keys": f"{'? ' * 100_000}\n",
        "a-billion-laughs": f"a: &a [哈]\n{laughs}",
        "aliases": f"lead: &a [区发改委]\nresponsible: [{'*a, ' * 200_000}]\n",
        "tags": f"lead: [{'!a b, ' * 9_000}]\n",
        "values": task.replace("  - 节能减排", "  - 节能减排\n" * 30_000),
        "keys-of-another-file": "".join(f"k{number}: 1\n" for number in range(9_000)),
        "values-cut-short": task.replace("  - 节能减排", "  - 旧 #x\n" * 3_000),
        "values-of-another-type": task.replace("  - 节能减排", "  - 1\n" * 9_000),
        "conflicts-without-end": "<<<<<<< HEAD\n" * 70_000,
        "conflicts-begun-and-indented": " <<<<<<< HEAD\n" * 70_000,
        "a-number-of-900,000-digits": task.replace("value: 4", f"value: {'9' * 900_000}"),
        "a-year-of-900,000-digits": task.replace("due: 2027\nleader", f"due: {'9' * 900_000}\nleader"),
        "an-exponent-of-900,000-digits": task.replace("value: 4", f"value: 1e{'9' * 900_000}"),
        "an-id-of-900,000-letters": task.replace("- id: 绿色商场", f"- id: {'a' * 900_000}"),
        "a-key-of-900,000-letters": f"{task}{'k' * 900_000}: 1\n",
        "a-key-of-2,000-letters": f"{task}{'k' * 2_000}: 1\n",
        "quotes": _duty(task, '"' * 900_000),
        "open-quotes": 'a: "甲\nb: "乙\n' * 45_000,
        "an-open-quote-above-a-long-text": f'duty: "\n{"甲" * 9}\n' + "甲\n" * 200_000,
        "spaces": f"{task}{' ' * 900_000}x: 1\n",
        "tabs": task + "\t" * 900_000,
        "colons": _duty(task, "a: " * 300_000),
        "brackets-opened-and-closed": _duty(task, "[]" * 450_000),
        "full-width-commas": f"lead: [{'，' * 300_000}",
        "zero-width-spaces": _duty(task, "\u200b" * 300_000),
        "escapes": _duty(task, '"' + "\\u202e" * 140_000 + '"'),
        "dashes": "-" * 900_000 + "\n",
        "blank-lines": "\n" * 900_000,
        "folded-lines": _duty(task, "按\n  " * 150_000 + "负责"),
        "lines-of-every-indentation": "".join(f"{' ' * (number % 1_000)}甲\n" for number in range(1_800)),
        "stars": "lead:\n" + "  * 甲\n" * 90_000,
        **{f"a-text-of-{name}": task.replace("  加快", f"  {text}加快") for name, text in _TEXTS.items()},
    }
