"""How a collection's documents look to a store: which fields can be asked for, and by what key they are compared.

A key is what a store sorts by: text by code point, numbers and truth values as integers, moments as milliseconds.
A condition is checked here, once for all adapters: it names a declared field and holds nothing but keys, so what a
person typed can never become part of a query's language.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
from msgspec import inspect

from eduverse.kernel.clock import to_millis
from eduverse.kernel.documents import Collection, Op, Order, Scalar, Where
from eduverse.kernel.structs import Document
from eduverse.storage.words import words_of

__all__ = ["Condition", "Field", "Key", "Layout", "T", "text_of"]

T = TypeVar("T", bound=Document)

Key = str | int
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KINDS: tuple[type[Scalar], ...] = (bool, int, datetime, str)  # bool before int, which it is a kind of
_SCALAR_TYPES: dict[type[inspect.Type], type[Scalar]] = {
    inspect.BoolType: bool,
    inspect.IntType: int,
    inspect.DateTimeType: datetime,
    inspect.StrType: str,
}
_PLAIN = (bool, int, str)
_INT64 = range(-(2**63), 2**63)


class Field(NamedTuple):
    """A field that can be asked for: its name in Python, its name in the stored document, and what it holds."""

    name: str
    wire: str
    kind: type[Scalar]

    def key(self, value: object) -> Key:
        """What a store compares. Raises TypeError for another kind of value, so nothing is compared by accident."""
        plain = value.value if isinstance(value, Enum) else value
        if _kind_of(plain) is not self.kind:
            raise TypeError(f"{self.name} holds {self.kind.__name__}, not {type(plain).__name__}")
        if isinstance(plain, datetime):
            return _millis(self.name, plain)
        if isinstance(plain, int):
            return _int64(self.name, int(plain))
        return str(plain)

    def key_in(self, doc: Document) -> Key | None:
        """The key of a document; None when the field is missing or null."""
        value = getattr(doc, self.name)
        return None if value is None or value is msgspec.UNSET else self.key(value)

    def value(self, key: Key) -> Scalar:
        """The value a key stands for."""
        if isinstance(key, str):
            return key
        if self.kind is datetime:
            return _EPOCH + timedelta(milliseconds=key)
        return bool(key) if self.kind is bool else key


class Condition(NamedTuple):
    """A checked `Where`. `in` has any number of keys, every other operator one."""

    field: Field
    op: Op
    keys: tuple[Key, ...]

    def holds(self, doc: Document) -> bool:
        """The meaning of a condition, which every store must share: a field without a value matches none."""
        key = self.field.key_in(doc)
        if key is None:
            return False
        if self.op == "in":
            return key in self.keys
        return _compare(key, self.op, self.keys[0])


class Layout(Generic[T]):
    """A collection, understood. Raises TypeError when it declares a field its type does not have or cannot index."""

    def __init__(self, spec: Collection[T]) -> None:
        if not spec.name.isidentifier() or not spec.name.isascii() or spec.name.startswith("_"):
            raise ValueError(f"{spec.name!r} is no name for a collection: use letters, digits and underscores")
        declared = {field.name: field for field in inspect.type_info(spec.type).fields}  # type: ignore[attr-defined]
        self.spec = spec
        self.name = spec.name
        self.type = spec.type
        self.fields = {name: _field(spec, declared, name) for name in ("id", *spec.indexed)}
        self._remembered = lru_cache(1024, typed=True)(self._condition)  # the same few are asked again and again
        self._always_there = {name for name in self.fields if _is_always_there(declared[name])}
        for name in spec.text:
            _declared(spec, declared, name)

    def field(self, name: str) -> Field:
        try:
            return self.fields[name]
        except KeyError:
            raise ValueError(f"{name} is not an indexed field of {self.name}") from None

    def conditions(self, where: Iterable[Where]) -> tuple[Condition, ...]:
        return tuple(
            self._remembered(*each) if isinstance(each.value, _PLAIN) else self._condition(*each) for each in where
        )

    def can_lack(self, order: Order, conditions: Iterable[Condition]) -> bool:
        """Whether a result in this order can hold documents without the ordering field, which come last."""
        if order.field in self._always_there:
            return False
        return all(condition.field.name != order.field for condition in conditions)

    def words(self, doc: T) -> list[list[str]]:
        """The words of each text field, in the declared order."""
        return [words_of(text_of(getattr(doc, name))) for name in self.spec.text]

    def joined_words(self, doc: T) -> str:
        """All different words of a document, for an index of words."""
        return " ".join({word: None for words in self.words(doc) for word in words})

    def _condition(self, name: str, op: Op, value: Scalar | tuple[Scalar, ...]) -> Condition:
        field = self.field(name)
        values = value if isinstance(value, tuple) else (value,)
        if op not in ("==", "<", "<=", ">=", "in") or (op != "in" and len(values) != 1):
            raise ValueError(f"{op!r} is no operator for {len(values)} values")
        return Condition(field, op, tuple(dict.fromkeys(map(field.key, values))))


def text_of(value: object) -> str:
    """The text in a field: a string, or strings in a list, tuple or set; nothing when it is null."""
    match value:
        case str():
            return value
        case list() | tuple() | set() | frozenset():
            return " ".join(map(text_of, value))
        case None | msgspec.UNSET:
            return ""
        case _:
            raise TypeError(f"{type(value).__name__} cannot be searched as text")


def _declared(spec: Collection[Any], declared: dict[str, inspect.Field], name: str) -> inspect.Field:
    if name not in declared:
        raise TypeError(f"{spec.type.__name__} has no field {name!r}, which the collection {spec.name} declares")
    return declared[name]


def _field(spec: Collection[Any], declared: dict[str, inspect.Field], name: str) -> Field:
    field = _declared(spec, declared, name)
    match tuple(_kinds_in(field.type)):
        case (type() as kind,) if field.encode_name.isidentifier():
            return Field(name, field.encode_name, kind)
        case _:
            raise TypeError(f"{spec.type.__name__}.{name} cannot be indexed: it must hold one kind of scalar")


def _kinds_in(declared: inspect.Type) -> set[type[Scalar] | None]:
    """The kinds of scalar a type admits besides null; None among them stands for what is not a scalar."""
    match declared:
        case inspect.LiteralType(values=values):
            return {_kind_of(value) for value in values if value is not None}
        case inspect.EnumType(cls=cls):
            return {_kind_of(member.value) for member in cls}
        case inspect.UnionType(types=types):
            return {kind for each in types if not isinstance(each, inspect.NoneType) for kind in _kinds_in(each)}
        case _:
            return {_SCALAR_TYPES.get(type(declared))}


def _kind_of(value: object) -> type[Scalar] | None:
    return next((kind for kind in _KINDS if isinstance(value, kind)), None)


def _millis(name: str, moment: datetime) -> int:
    if moment.tzinfo is None:
        raise ValueError(f"{name} needs a time zone: a moment without one is a different moment on every machine")
    return to_millis(moment)


def _int64(name: str, number: int) -> int:
    if number not in _INT64:
        raise OverflowError(f"{name} is beyond 64 bits, which no store can index")
    return number


def _compare(key: Key, op: Op, other: Key) -> bool:
    match key, other:
        case (int(), int()) | (str(), str()):
            less, same = key < other, key == other  # type: ignore[operator]
        case _:
            return False
    return {"==": same, "<": less, "<=": less or same, ">=": not less}[op]


def _is_always_there(field: inspect.Field) -> bool:
    """A document without such a field, or with null in it, would not be read as its type at all."""
    kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
    return field.required and not any(isinstance(kind, inspect.NoneType) for kind in kinds)
