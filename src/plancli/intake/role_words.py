"""The words that say which role an office has, for headings, labels, brackets and what closes a cell.

To add a wording, put it into its role here: every reader then knows it. Verbs of a clause (甲局牵头抓总，乙局予以配合)
are `duty_content`'s, as sentences use more of them, and use some of these of other things.
"""

from __future__ import annotations

LEADING = "总?牵头(?:负责|落实|责任)?|主责|主办|第一责任|主要责任"
"""牵头单位, 主责部门."""
SUPPORTING = "(?:协同|参与)?配合|协办|协助|会办|参与|参加|协同|协作|支持"
"""配合单位, 协办部门."""
RESPONSIBLE = "责任|负责|落实|承办|实施|承担|执行"
"""责任单位, 承办部门; also said of all roles together."""
ANY = f"(?:{LEADING}|{SUPPORTING}|{RESPONSIBLE})"
"""A word of any role, without 单位 behind it."""
