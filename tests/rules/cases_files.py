"""Files that cannot be read, and what does not belong into any."""

from tests.rules.cases import Case

CASES = (
    Case(
        "unreadable-file.missing",
        "the file departments.yaml is missing",
        """
        # departments.yaml (missing)
        """,
    ),
    Case(
        "unreadable-file.missing",
        "the file plan.yaml is missing",
        """
        # plan.yaml (missing)
        """,
    ),
    Case(
        "unreadable-file.special",
        "tasks/节能降碳.yaml is no ordinary file but a link, a folder or the like",
        """
        # tasks/节能降碳.yaml (special)
        """,
    ),
    Case(
        "unreadable-file.denied",
        "tasks/节能降碳.yaml cannot be read: Permission denied",
        """
        # tasks/节能降碳.yaml (denied)
        """,
    ),
    Case(
        "invalid-encoding",
        "the file is not UTF-8",
        """
        # tasks/节能降碳.yaml (Latin-1, whole)
        # caf«é»
        """,
    ),
    Case(
        "invalid-encoding.gbk",
        "the file is not UTF-8; it looks like GBK (“ANSI” in Windows programs)",
        """
        # tasks/节能降碳.yaml (GBK)
        title: «节»能降碳
        """,
    ),
    Case(
        "invalid-encoding.gbk",
        "the file is not UTF-8; it looks like GBK (“ANSI” in Windows programs)",
        """
        # tasks/节能降碳.yaml (GBK, whole)
        title: «“»双碳”
        """,
    ),
    Case(
        "invalid-encoding.utf-16",
        "the file is not UTF-8; it looks like UTF-16 (“Unicode” in Windows programs)",
        """
        # tasks/节能降碳.yaml (UTF-16)
        «t»itle: 节能降碳
        """,
    ),
    Case(
        "invalid-encoding.utf-16",
        "the file is not UTF-8; it looks like UTF-16 (“Unicode” in Windows programs)",
        """
        # plan.yaml (UTF-16LE)
        «f»ormat: 1
        """,
    ),
    Case(
        "invalid-encoding.utf-32",
        "the file is not UTF-8; it looks like UTF-32",
        """
        # tasks/节能降碳.yaml (UTF-32)
        «t»itle: 节能降碳
        """,
    ),
    Case(
        "invalid-encoding.binary",
        "this is no text file; it looks like PDF",
        """
        # tasks/节能降碳.yaml (Latin-1, whole)
        «%»PDF-1.7é
        """,
    ),
    Case(
        "file-too-large",
        "the file is larger than 1,000,000 bytes and was not read",
        """
        # tasks/节能降碳.yaml (repeated 40000 times)
        # 这不是一个任务文件，而是误放进来的数据。
        """,
    ),
    Case(
        "file-too-large.nodes",
        "the file holds more than 20,000 values and was not read to its end",
        f"lead: [{'a, ' * 19_997}«a», a]\n",
    ),
    Case(
        "nesting-too-deep",
        "lists or mappings stand inside each other more than 16 deep",
        """
        lead: [[[[[[[[[[[[[[[«[»区发改委]]]]]]]]]]]]]]]]
        """,
    ),
    Case(
        "nesting-too-deep",
        "lists or mappings stand inside each other more than 16 deep",
        """
        notes: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: «{»a: 甲}}}}}}}}}}}}}}}}
        """,
    ),
    Case(
        "forbidden-character",
        "a character that cannot be seen or that changes how others are shown: U+200B (ZERO WIDTH SPACE)",
        """
        title: 节能«\u200b»降碳
        """,
    ),
    Case(
        "forbidden-character",
        "a character that cannot be seen or that changes how others are shown: U+FEFF (ZERO WIDTH NO-BREAK SPACE)",
        """
        duty: 按职责«\ufeff»分工负责
        """,
    ),
    Case(
        "forbidden-character",
        "a character that cannot be seen or that changes how others are shown: U+3164 (HANGUL FILLER)",
        """
        duty: 按职责«\u3164»分工负责
        """,
    ),
    Case(
        "forbidden-character",
        "a character that cannot be seen or that changes how others are shown: U+0000 (NUL)",
        """
        duty: 按职责«\0»分工负责
        """,
    ),
    Case(
        "forbidden-character",
        "a character that cannot be seen or that changes how others are shown: U+202E (RIGHT-TO-LEFT OVERRIDE)",
        """
        duty: «"按职责\\u202e分工负责"»
        """,
    ),
    Case(
        "forbidden-character",
        "a character that cannot be seen or that changes how others are shown: U+D800 (SURROGATE)",
        """
        duty: "按职责«\\ud800»分工负责"
        """,
    ),
    Case(
        "forbidden-character.many",
        "a character that cannot be seen or that changes how others are shown: U+00AD (SOFT HYPHEN), 3 times",
        """
        title: 节能«\u00ad»降碳
        duty: 按\u00ad职责\u00ad分工
        """,
    ),
    Case(
        "merge-conflict-marker",
        "a merge conflict was not resolved",
        """
        title: 节能降碳
        «<<<<<<< HEAD»
        duty: 按职责分工
        =======
        duty: 按职责分工负责
        >>>>>>> draft
        """,
    ),
    Case(
        "merge-conflict-marker",
        "a merge conflict was not resolved",
        """
        # plan.yaml (CRLF)
        «<<<<<<< HEAD»
        status: issued
        """,
    ),
    Case(
        "merge-conflict-marker",
        "a merge conflict was not resolved",
        """
        duty: 按职责分工负责
        «=======»
        """,
    ),
    Case(
        "merge-conflict-marker",
        "a merge conflict was not resolved",
        """
        text: |
        «  <<<<<<< HEAD»
          加快推动节能降碳。
          >>>>>>> draft
        """,
    ),
)
