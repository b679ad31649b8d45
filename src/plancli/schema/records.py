"""A record of the model as a JSON Schema: its keys, which of them are required, and what stands at each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from plancli.model.task import Unit
from plancli.schema import header_words, register_words, task_words
from plancli.schema.across import CONDITIONS
from plancli.schema.fields import Fragment, fragment
from plancli.schema.words import both, heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plancli.model.fields import Record

WORDS = {**header_words.WORDS, **register_words.WORDS, **task_words.WORDS}
CHOICES = {**header_words.CHOICES, **register_words.CHOICES, **task_words.CHOICES}


@dataclass
class Definitions:
    """The schemas of records, each of them made once.

    Attributes:
        named: What stands at keys whose text is a name, by record and key.
        settings: What can be set, by record and key.
        made: The schemas by their records' names: what `$defs` holds.
    """

    named: Mapping[str, Fragment]
    settings: Mapping[str, Fragment]
    made: dict[str, Fragment] = field(default_factory=dict)

    def record(self, model: type[Record]) -> Fragment:
        """A mapping with the keys of a record, and no others."""
        types = get_type_hints(model, include_extras=True)
        # a task's id is its file's name
        keys = {key: info for key, info in model.model_fields.items() if (model.__name__, key) != ("Task", "id")}
        return {
            "type": "object",
            "properties": {
                key: self._key(f"{model.__name__}.{key}", types[key], info.default) for key, info in keys.items()
            },
            "required": [key for key, info in keys.items() if info.is_required()],
            "additionalProperties": False,
            **CONDITIONS.get(model.__name__, {}),
        }

    def _key(self, name: str, annotation: Any, usual: Any) -> Fragment:  # noqa: ANN401 - a type; any field's default
        said = WORDS[name]
        default = {"default": usual} if isinstance(usual, str | bool) else {}
        return {
            "title": heading(said.title),
            "description": both(said.told),
            **self._value(name, annotation),
            **default,
        }

    def _value(self, name: str, annotation: Any) -> Fragment:  # noqa: ANN401 - a type, as typing knows it
        """What may stand at a key: a type of our own, a choice, a list, a record; or what names it."""
        annotation = _present(annotation)
        if (simple := fragment(annotation)) is not None:
            return dict(self.named.get(name, simple))
        inside = _bare(annotation)
        if get_origin(inside) is tuple:
            return {"type": "array", "items": self._value(name, get_args(inside)[0])}
        if get_origin(inside) is dict:
            return self._mapping(name, get_args(inside)[1])
        if get_origin(inside) is Literal:
            return _choice(name, get_args(inside))
        return self._reference(inside)

    def _mapping(self, name: str, annotation: Any) -> Fragment:  # noqa: ANN401 - a type, as typing knows it
        """Keys of the plan's own, or those that can be set."""
        value = self._value(name, annotation)
        if name not in self.settings:
            return {"type": "object", "additionalProperties": value}
        keys = {key: {**value, **said} for key, said in self.settings[name].items()}
        return {"type": "object", "properties": keys, "additionalProperties": False}

    def _reference(self, model: type[Record]) -> Fragment:
        name = model.__name__
        if name not in self.made:
            self.made[name] = {}  # a heading holds headings
            self.made[name] = self._unit() if model is Unit else self.record(model)
        return {"$ref": f"#/$defs/{name}"}

    def _unit(self) -> Fragment:
        """A unit is its name, unless the document limits it."""
        return {"anyOf": [self.named["Unit.name"], self.record(Unit)]}


def _present(annotation: Any) -> Any:  # noqa: ANN401 - a type, as typing knows it
    """A type without its `| None`: what is left out is left out, and never written as null."""
    arms = [arm for arm in get_args(annotation) if arm is not type(None)]
    return arms[0] if type(None) in get_args(annotation) else annotation


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - a type, as typing knows it
    """A type without what `Annotated` says of it."""
    return annotation.__origin__ if hasattr(annotation, "__metadata__") else annotation


def _choice(name: str, values: tuple[str, ...]) -> Fragment:
    meanings = CHOICES[name]
    return {"enum": list(values), "enumDescriptions": [both(meanings[value]) for value in values]}
