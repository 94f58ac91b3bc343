"""What the server says, as schemas: the REST interface and every socket event, for the client's types."""

from typing import Any

import msgspec

from eduverse.app.campus import Machine, build_campus
from eduverse.app.settings import Settings
from eduverse.auth.tokens import Key, KeyRing
from eduverse.content.local import memory_content
from eduverse.credentials.issuer import SigningKey
from eduverse.gateway.static import ClientFiles
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.ids import SystemEntropy
from eduverse.kernel.structs import Input
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.messages import CLIENT_EVENTS, SERVER_EVENTS, Refused, Slide

__all__ = ["interface_document"]

_REFERENCE = "#/components/schemas/{name}"
_BOTH_WAYS = {AvatarData.__name__, Slide.__name__}
"""Inputs that the server sends on as they came."""


def interface_document() -> dict[str, Any]:
    """An OpenAPI 3.1 document whose schemas cover REST and sockets; `x-events` maps events to schema names.

    A field with a default may be left out of what is sent to the server; in what the server sends it is always
    there, so every field of those schemas is required.
    """
    document = _rest()
    schemas: dict[str, Any] = document["components"]["schemas"]
    for name, schema in _sockets().items():
        schemas.setdefault(name, schema)
    loose = {kind.__name__ for kind in _inputs(Input)} - _BOTH_WAYS
    for name, schema in schemas.items():
        if "properties" in schema and name not in loose:
            schema["required"] = sorted(schema["properties"])
    document["x-events"] = {
        "client": {event: [payload.__name__, reply.__name__] for event, (payload, reply) in CLIENT_EVENTS.items()},
        "server": {event: payload.__name__ for event, payload in SERVER_EVENTS.items()},
    }
    return document


def _rest() -> dict[str, Any]:
    clock, keys = SystemClock(), KeyRing([Key("schema", bytes(32))])
    machine = Machine(
        MemoryStorage(), clock, SystemEntropy(), keys, memory_content(clock), (SigningKey("schema", bytes(32)),)
    )
    campus = build_campus(machine, Settings(), ClientFiles.none(), [])
    campus.services.passwords.close()
    document: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(campus.api.openapi_schema.to_schema()))
    return document


def _sockets() -> dict[str, Any]:
    types: list[Any] = [Refused, *SERVER_EVENTS.values()]
    for payload, reply in CLIENT_EVENTS.values():
        types += [payload, reply]
    _, schemas = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    return schemas


def _inputs(kind: type[Input]) -> set[type[Input]]:
    """A class and all that derive from it."""
    return {kind}.union(*(_inputs(derived) for derived in kind.__subclasses__()))
