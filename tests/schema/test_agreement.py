"""An independent validator with our schema takes what plancli takes, and refuses what it refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plancli.manual import manual
from tests.load.full import FULL
from tests.load.promises import arbitrary
from tests.load.trees import Tree, dump, replaced, routes, scalars, trees
from tests.rules.cases import Case, numbered
from tests.rules.test_cases import CASES
from tests.rules.test_manuals import OF_PLANS
from tests.schema.core import resolved
from tests.schema.judging import OF_SHAPE, judgements
from tests.support import PLAN, REGISTER, TASK, rule_of, world

if TYPE_CHECKING:
    from tests.support import Files


class Beyond(NamedTuple):
    """What JSON Schema cannot express.

    Attributes:
        wording: Of which finding.
        text: What stands in the example.
        why: Why no schema finds it, or why it finds more.
    """

    wording: str
    text: str
    why: str


BEYOND = (
    Beyond("wrong-type.number", "1e3", "YAML has read the number: how it was spelt is gone"),
    Beyond("wrong-type.number", "0.1234567", "digits cannot be counted, and multipleOf errs on binary fractions"),
    Beyond("wrong-type.period", "", "one value cannot be compared with another"),
    Beyond("invalid-id.nfc", "", "no pattern knows composed forms"),
    Beyond("unknown-department.often", "", "plancli tells once what the schema marks at every place"),
    Beyond("folded-value.entry", "lead:", "plancli tells how the name came about, the schema that it is none"),
    Beyond("missing-task.all", "", "where no task has a file, there are no ids to choose from"),
)
"""Every case of the tables of cases on which the two do not agree."""


def beyond(case: Case) -> Beyond | None:
    """Why a case is not for a schema."""
    return next((each for each in BEYOND if each.wording == case.wording and each.text in case.text), None)


EXPRESSIBLE = [case for case in CASES if not beyond(case)]
EXAMPLES = [(rule.name, kind) for rule in OF_PLANS for kind in ("bad", "good")]


@pytest.mark.parametrize("case", EXPRESSIBLE, ids=numbered(tuple(EXPRESSIBLE)))
def test_on_every_case(case: Case) -> None:
    """File by file: the other files of the plan are sound."""
    assert [each for each in judgements(case.files) if not each.agree] == []


@pytest.mark.parametrize(("rule", "kind"), EXAMPLES)
def test_on_the_examples_of_every_manual(rule: str, kind: str) -> None:
    """Bad and good."""
    function = next(each.function for each in OF_PLANS if each.name == rule)
    assert [each for each in judgements(world(getattr(manual(function), kind))) if not each.agree] == []


@pytest.mark.parametrize("reason", BEYOND, ids=lambda each: f"{each.wording} {each.text}")
def test_what_is_beyond_a_schema_is_so(reason: Beyond) -> None:
    """The list holds nothing that is no longer true."""
    cases = [case for case in CASES if beyond(case) == reason]
    assert cases
    assert all(any(not each.agree for each in judgements(case.files)) for case in cases)


def test_of_every_rule_of_shape_something_is_judged() -> None:
    """Else agreement says nothing."""
    of_shape = [case for case in EXPRESSIBLE if rule_of(case.wording) in OF_SHAPE]
    judged = {wording for case in of_shape for each in judgements(case.files) for wording in each.ours}
    assert {case.wording for case in of_shape} == judged
    assert {rule_of(wording) for wording in judged} == OF_SHAPE


# --- any value anywhere ----------------------------------------------------------------------------------

SOUND = {**FULL, PLAN: replaced(FULL[PLAN], ("outline", 0, "sections", 0, "tasks"), ["节能降碳"])}
_PLAINLY = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?").fullmatch
UNTOLD = {"wrong-type.range", "wrong-type.period"}
"""Which of two values is larger."""


def texts(tree: Tree) -> list[str]:
    """Every scalar of a tree, as it is written."""
    if isinstance(tree, str):
        return [tree]
    return [text for each in (tree.values() if isinstance(tree, dict) else tree) for text in texts(each)]


def oddly_spelt(tree: Tree) -> bool:
    """Whether a number in it is not simply its digits; of this a schema knows nothing."""
    return any(isinstance(resolved(text), int | float) and not _PLAINLY(text) for text in texts(tree))


def test_the_sound_plan_is_taken() -> None:
    """With every key of the format."""
    files = world() | {path: dump(tree) for path, tree in SOUND.items()}
    assert {each.path: (each.ours, each.theirs) for each in judgements(files)} == dict.fromkeys(
        SOUND, (frozenset(), ())
    )


@pytest.mark.parametrize("path", [PLAN, REGISTER, TASK])
@arbitrary
@given(drawn=st.data())
def test_on_any_value_at_any_key(path: str, drawn: st.DataObject) -> None:
    """What the schema refuses is refused; what is refused, the schema refuses where it can know."""
    route = drawn.draw(st.sampled_from(list(routes(SOUND[path]))))
    value = drawn.draw(trees(scalars))
    assume("\t" not in texts(value))  # nothing to us, and no YAML to the other parser
    files: Files = {each: dump(tree) for each, tree in SOUND.items()}
    files[path] = dump(replaced(SOUND[path], route, value))
    judged = list(judgements(files, only=path))
    assume(judged)
    _, ours, theirs = judged[0]
    if theirs:
        assert ours, theirs
    elif not oddly_spelt(value):
        assert {each for each in ours if each not in UNTOLD and rule_of(each) != "invalid-id"} == set()
