"""A plan that uses every key of the format, as trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import PLAN, REGISTER, TASK

if TYPE_CHECKING:
    from tests.load.trees import Tree

NUMERIC: dict[str, Tree] = {
    "id": "甲",
    "indicator": "乙",
    "comparator": "at-least",
    "value": "1",
    "unit": "家",
    "due": "2027",
    "quote": "建成1家",
    "commitment": "aim",
    "binding": "true",
    "per": "year",
    "scope": "全市",
    "confirmed": "false",
    "baseline": {"value": "1", "year": "2024"},
    "upstream": {"plan": "规划", "indicator": "甲", "value": "1", "unit": "家"},
}
RANGE: dict[str, Tree] = {
    "id": "丁",
    "indicator": "乙",
    "comparator": "between",
    "value": ["1", "2"],
    "unit": "家",
    "due": "2027-06",
    "quote": ["建成", "1—2家"],
}
STATEMENT: dict[str, Tree] = {"id": "丙", "indicator": "乙", "statement": "领先", "due": "ongoing", "quote": "建成1家"}

FULL: dict[str, dict[str, Tree]] = {
    PLAN: {
        "format": "1",
        "title": "计划",
        "jurisdiction": {"name": "渝中区", "code": '"500103"'},
        "issued": {"by": "区政府", "on": "2025-07-01", "number": "1号", "url": '"http://a"'},
        "status": "issued",
        "language": "zh-CN",
        "period": {"start": "2025", "end": "2027"},
        "roles": {"lead": "牵头部门", "responsible": "责任部门", "support": "配合部门"},
        "run_in_titles": "true",
        "numbering": "restart",
        "outline": [
            {"heading": "甲", "sections": [{"heading": "乙", "tasks": ["节能降碳", "缺"]}]},
            {"heading": "丙", "tasks": []},
        ],
        "checks": {"no-lead": "off"},
        "diff": {"text-reworded": "info"},
    },
    REGISTER: {
        "departments": [
            {"name": "区发改委", "kind": "government", "full_name": "区发展改革委", "aliases": ["发改委"]},
            {"name": "区生态环境局", "kind": "government", "until": "2026-03-01", "succeeded_by": "区发改委"},
        ],
        "groups": [{"name": "各管委会", "aliases": ["管委会"], "members": ["区发改委"], "complete": "false"}],
    },
    TASK: {
        "title": "节能减碳",
        "text": "到2027年，建成1家，达1—2家。",
        "lead": ["区发改委", {"name": "区生态环境局", "scope": "甲"}],
        "responsible": ["各管委会"],
        "support": [],
        "duty": "按职责",
        "targets": [NUMERIC, RANGE, STATEMENT],
        "due": "2027-06",
        "leader": "分管副区长",
        "milestones": [{"what": "甲", "due": "2025"}],
        "notes": {"备注": "无"},
        "formerly": ["旧"],
        "merged_from": ["甲", "乙"],
        "split_from": "丙",
    },
}
"""By file."""
