"""How a type of JSON is made from one of the datamodel: it names what it shows, in its order.

What a field is called there, its type and its meaning are those of the datamodel, unless the type of JSON has the field
itself. Loads pydantic, which a command without --json does without.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, reduce
from inspect import get_annotations
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    create_model,
    model_validator,
)

NullIfEmpty = Annotated[str | None, BeforeValidator(lambda text: text or None)]
SHOWN_AS: dict[Any, Any] = {}
"""By type of the datamodel, what JSON has for it where a field shows it; of several the one that stands first."""


class At(NamedTuple):
    """Where a field comes from."""

    noun: type
    path: tuple[str, ...]
    """Attributes from one to the next: null as soon as one is None; of a tuple, those of each in it."""


class AnswerPart(BaseModel):
    """A part of an answer."""

    # Built at its first use: a command needs few of these types.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def made_of(cls, *nouns: object, **given: Any) -> Self:
        """Made of what is given, and of nouns with the records that they are on."""
        known = (*nouns, *(noun.record for noun in nouns if hasattr(noun, "record")))
        of_kind: dict[type, object] = {}
        for name, at in sources_of(cls).items():
            if name not in given:
                if at.noun not in of_kind:
                    of_kind[at.noun] = next(noun for noun in known if isinstance(noun, at.noun))
                given[name] = value_at(of_kind[at.noun], at.path)
        return cls.model_validate(given)

    @classmethod
    def as_json(cls, *nouns: object, **given: Any) -> dict[str, Any]:
        """A JSON object of what `made_of` makes."""
        return cls.made_of(*nouns, **given).model_dump(mode="json")

    @model_validator(mode="wrap")
    @classmethod
    def _of_noun(cls, value: Any, made: ModelWrapValidatorHandler[Self]) -> Self:
        return made(value) if isinstance(value, Mapping | cls) else cls.made_of(value)


Part = TypeVar("Part", bound=AnswerPart)


def shows(*told: type | str) -> Callable[[type[Part]], type[Part]]:
    """Give a type of JSON its fields: first the nouns that it is made of, then what it shows, with blanks between.

    "page" is an attribute of a noun, or a field of the type itself, which may also be given; "page=place.page" stands
    elsewhere under another name, "heading?" is null where the text is empty.
    """
    nouns = [noun for noun in told if isinstance(noun, type)]
    shown = " ".join(fields for fields in told if isinstance(fields, str)).split()

    def with_fields(kind: type[Part]) -> type[Part]:
        own = get_annotations(kind)
        fields: dict[str, Any] = {}
        for field in shown:
            name, _, way = field.rstrip("?").partition("=")
            path = tuple((way or name).split("."))
            noun = next((noun for noun in nouns if hasattr(noun, path[0])), None)
            shown_as = own[name] if name in own else type_at(noun, path)
            hint = NullIfEmpty if field.endswith("?") else as_in_json(shown_as)
            fields[name] = hint if noun is None else Annotated[hint, At(noun, path)]
        made: type[Part] = create_model(
            kind.__name__, __base__=kind.__bases__, __doc__=kind.__doc__, __module__=kind.__module__, **fields
        )
        if nouns:
            SHOWN_AS.setdefault(nouns[0], made)
        return made

    return with_fields


def part(name: str, *told: type | str) -> type[AnswerPart]:
    """A type of JSON with nothing of its own: its noun, which says what it is, stands as it wherever it is shown."""
    return shows(*told)(create_model(name, __base__=AnswerPart, __doc__=told[0].__doc__))


@cache
def sources_of(kind: type[AnswerPart]) -> Mapping[str, At]:
    """Where its fields come from, but for those that are given."""
    return {name: at for name, field in kind.model_fields.items() for at in field.metadata if isinstance(at, At)}


def type_at(hint: Any, path: Sequence[str]) -> Any:
    """The type of what stands at a path."""
    if not path or hint is NoneType:
        return hint
    if get_origin(hint) is tuple:
        each: Any = type_at(get_args(hint)[0], path)
        return tuple[each, ...]
    if get_origin(hint) in (Union, UnionType):
        return reduce(or_, (type_at(choice, path) for choice in get_args(hint)))
    attribute = getattr(hint, path[0])
    if isinstance(attribute, property):
        return type_at(get_type_hints(attribute.fget)["return"], path[1:])
    return type_at(get_type_hints(hint)[path[0]], path[1:])


def value_at(noun: Any, path: Sequence[str]) -> Any:
    """What stands at a path."""
    for place, attribute in enumerate(path):
        if noun is None:
            return None
        if type(noun) is tuple:
            return tuple(value_at(each, path[place:]) for each in noun)
        noun = getattr(noun, attribute)
    return noun


def as_in_json(hint: Any) -> Any:
    """A type of the datamodel with what JSON has for its parts."""
    origin, args = get_origin(hint), get_args(hint)
    if not args or origin in (Annotated, Literal):
        return SHOWN_AS.get(hint, hint)
    shown = tuple(map(as_in_json, args))
    if origin not in (Union, UnionType):
        container: Any = dict if origin is Mapping else origin
        return container[shown]
    return reduce(or_, shown)
