"""The interface's description for people: one page made from the OpenAPI document, without a script."""

from html import escape
from typing import Any

from litestar import Request
from litestar.openapi.plugins import OpenAPIRenderPlugin

__all__ = ["ApiPage"]

_METHODS = ("get", "post", "put", "patch", "delete")


class ApiPage(OpenAPIRenderPlugin):
    """Serves `/api/docs`; the document itself is at `/api/docs/openapi.json`."""

    def __init__(self) -> None:
        super().__init__(path="/")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        info = openapi_schema["info"]
        sections = "".join(_section(tag, routes) for tag, routes in _by_tag(openapi_schema).items())
        return (
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
            f"<title>{escape(info['title'])} API</title><link rel=stylesheet href=/api-docs.css>"
            f"<main><h1>{escape(info['title'])} API {escape(info['version'])}</h1>"
            f"<p>{escape(info.get('description', ''))}</p>"
            f"<p><a href=/api/docs/openapi.json>openapi.json</a></p>{sections}{_schemas(openapi_schema)}</main>"
        ).encode()


def _by_tag(document: dict[str, Any]) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    tags: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, item in document["paths"].items():
        for method in _METHODS:
            if operation := item.get(method):
                tag = (operation.get("tags") or ["Other"])[0]
                tags.setdefault(tag, []).append((method, path, operation))
    return tags


def _section(tag: str, routes: list[tuple[str, str, dict[str, Any]]]) -> str:
    return f"<h2>{escape(tag)}</h2>" + "".join(_route(*route) for route in routes)


def _route(method: str, path: str, operation: dict[str, Any]) -> str:
    parameters = "".join(_parameter(one) for one in operation.get("parameters", ()))
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    replies = "".join(_reply(status, one) for status, one in operation.get("responses", {}).items())
    return (
        f"<section><h3><code>{method.upper()}</code> <code>{escape(path)}</code></h3>"
        f"<p>{escape(operation.get('description') or operation.get('summary') or '')}</p><dl>{parameters}"
        + (f"<dt>body</dt><dd>{_type(body)}</dd>" if body else "")
        + f"{replies}</dl></section>"
    )


def _parameter(parameter: dict[str, Any]) -> str:
    need = "" if parameter.get("required") else " (optional)"
    place = f"{escape(parameter['in'])} {escape(parameter['name'])}{need}"
    return f"<dt>{place}</dt><dd>{_type(parameter.get('schema'))}</dd>"


def _reply(status: str, reply: dict[str, Any]) -> str:
    content: dict[str, Any] = next(iter(reply.get("content", {}).values()), {})
    return f"<dt>{escape(status)}</dt><dd>{_type(content.get('schema'))} {escape(reply.get('description', ''))}</dd>"


def _schemas(document: dict[str, Any]) -> str:
    schemas = document.get("components", {}).get("schemas", {})
    return "<h2>Types</h2>" + "".join(_schema(name, schema) for name, schema in sorted(schemas.items()))


def _schema(name: str, schema: dict[str, Any]) -> str:
    required = schema.get("required", ())
    fields = "".join(
        f"<dt>{escape(field)}{'' if field in required else ' (optional)'}</dt><dd>{_type(kind)}</dd>"
        for field, kind in schema.get("properties", {}).items()
    )
    return (
        f"<section id='{escape(name)}'><h3><code>{escape(name)}</code></h3><dl>{fields or _type(schema)}</dl></section>"
    )


def _type(schema: dict[str, Any] | None) -> str:
    """A schema in one line, with links to the types it names."""
    if not schema:
        return "—"
    if reference := schema.get("$ref"):
        name = escape(reference.rpartition("/")[2])
        return f"<a href='#{name}'>{name}</a>"
    if choices := schema.get("oneOf") or schema.get("anyOf"):
        return " or ".join(_type(choice) for choice in choices)
    if values := schema.get("enum"):
        return " | ".join(f"<code>{escape(str(value))}</code>" for value in values)
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items'))}"
    return escape(f"{schema.get('type', 'any')} {_bounds(schema)}".strip())


def _bounds(schema: dict[str, Any]) -> str:
    named = {"minLength": "≥", "maxLength": "≤", "minimum": "≥", "maximum": "≤", "minItems": "≥", "maxItems": "≤"}
    return ", ".join(f"{sign} {schema[key]}" for key, sign in named.items() if key in schema)
