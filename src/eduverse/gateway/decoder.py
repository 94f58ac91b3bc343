"""Layers 4 and 5: one guarded way from a body to a typed value.

A body is decoded straight into the route's struct: no field it does not name, every bound checked, strict types.
Wrong media type is 415, malformed 400, invalid 422; nothing a client sends ends in 500. There is nothing to
sanitise afterwards: no value ever becomes an operator of a query or a piece of markup.
"""

import re
from functools import cache
from typing import Any

import msgspec
from litestar import Request

from eduverse.gateway.problems import Invalid, Malformed, UnsupportedMediaType

__all__ = ["GuardedRequest", "decode_body", "field_and_message"]

_PATH = re.compile(r" - at `\$(?P<path>.*)`$", re.DOTALL)
_NAMED = re.compile(r"field `(?P<name>[^`]*)`")


class GuardedRequest(Request[Any, Any, Any]):
    """The framework asks a request for its JSON; this one answers with the struct that the route declares."""

    async def json(self) -> Any:
        field = self.route_handler.parsed_data_field
        _demand_json(self.headers.get("content-type", ""))
        return decode_body(await self.body(), field.annotation if field else Any)


def decode_body(body: bytes, target: Any) -> Any:
    """Raises `Malformed` for what is no JSON in UTF-8 and `Invalid`, naming the field, for what is no `target`."""
    try:
        return _decoder(target).decode(body)
    except msgspec.ValidationError as error:
        field, message = field_and_message(error)
        raise Invalid(
            f"{field}: {message}" if field else message, errors=[{"field": field, "message": message}]
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Malformed(str(error)) from None
    except RecursionError:
        raise Malformed("The body is nested too deeply.") from None


def field_and_message(error: msgspec.ValidationError) -> tuple[str, str]:
    """The field as the client wrote it (`questions[0].text`), and what is wrong with it."""
    text = str(error)
    found = _PATH.search(text)
    path = found["path"].lstrip(".") if found else ""
    message = text[: found.start()] if found else text
    if named := _NAMED.search(message):
        path = ".".join(filter(None, (path, named["name"])))
    return path, message


def _demand_json(content_type: str) -> None:
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != "application/json" and not media_type.endswith("+json"):
        raise UnsupportedMediaType


@cache
def _decoder(target: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(target)
