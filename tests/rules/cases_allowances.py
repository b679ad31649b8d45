"""Comments that were to allow a finding, one case a wording."""

from __future__ import annotations

from tests.rules.cases import Case

CASES = (
    Case(
        "invalid-allowance.verb",
        "plancli does not understand the comment “ignore”",
        """
        lead: []  «# plancli: ignore no-lead»
        """,
    ),
    Case(
        "invalid-allowance.rule",
        "the comment does not say which rule's findings are allowed",
        """
        lead: []  «# plancli: allow -- 原文未列»
        """,
    ),
    Case(
        "invalid-allowance.reason",
        "the comment does not say why the finding is allowed",
        """
        lead:
          - 区发改委  «# plancli: allow no-lead»
        """,
    ),
    Case(
        "invalid-allowance.unknown",
        "there is no rule “no-leads” that could be allowed",
        """
        lead: # plancli: allow «no-leads» -- 原文未列
          - 区发改委
        """,
    ),
    Case(
        "invalid-allowance.fixed",
        "“invalid-yaml” cannot be allowed: what it speaks of is missing from a sheet",
        """
        # tasks/节能降碳.yaml
        # plancli: allow «invalid-yaml» -- 暂时如此
        lead:
          - 区发改委
        """,
    ),
    Case(
        "unused-allowance",
        "nothing is found here that “no-lead” would have to be allowed for",
        """
        lead:  # plancli: allow «no-lead» -- 原文未列
          - 区发改委
        """,
    ),
)
