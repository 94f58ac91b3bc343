"""Errors as RFC 9457 problem details, rendered here and nowhere else."""

from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from eduverse.kernel.errors import Problem

__all__ = ["EXCEPTION_HANDLERS", "Invalid", "Malformed", "TooManyRequests", "UnsupportedMediaType"]

_log = structlog.get_logger(__name__)
_MEDIA_TYPE = "application/problem+json"


class Malformed(Problem):
    status = 400
    slug = "malformed"
    title = "The body is not valid JSON"


class UnsupportedMediaType(Problem):
    status = 415
    slug = "unsupported-media-type"
    title = "Send the body as application/json"


class Invalid(Problem):
    """`errors` says what is wrong, field by field."""

    status = 422
    slug = "invalid"
    title = "A field is not as it must be"


class TooManyRequests(Problem):
    status = 429
    slug = "too-many-requests"
    title = "Too many requests; wait a moment"


def _response(status: int, slug: str, title: str, detail: str, extra: dict[str, Any]) -> Response[dict[str, Any]]:
    body = {"type": f"/problems/{slug}", "title": title, "status": status, "detail": detail, "code": slug, **extra}
    headers = {"cache-control": "no-store"}
    if retry_after := extra.get("retry_after"):
        headers["retry-after"] = str(retry_after)
        body["retryAfter"] = body.pop("retry_after")
    if status == 401:
        headers["www-authenticate"] = "Bearer"
    return Response(body, status_code=status, media_type=_MEDIA_TYPE, headers=headers)


def _render_problem(_: Request[Any, Any, Any], problem: Problem) -> Response[dict[str, Any]]:
    return _response(problem.status, problem.slug, problem.title, problem.detail, problem.extra)


def _render_invalid_parameter(_: Request[Any, Any, Any], error: ValidationException) -> Response[dict[str, Any]]:
    """What the framework says of a path or query parameter."""
    listed = error.extra if isinstance(error.extra, list) else []
    errors = [_field_error(str(one.get("key", "")), str(one.get("message", ""))) for one in listed]
    detail = "; ".join(": ".join(filter(None, one.values())) for one in errors) or error.detail
    return _response(422, Invalid.slug, Invalid.title, detail, {"errors": errors})


def _field_error(key: str, message: str) -> dict[str, str]:
    """`data` is the framework's name for a body that was not sent at all."""
    return {"field": "", "message": "Send a JSON body"} if key == "data" else {"field": key, "message": message}


def _render_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, Any]]:
    """What the framework refuses by itself: no such route, a method that is not offered, a body that is too large."""
    if error.status_code >= 500:
        return _render_bug(request, error)
    slug = _FRAMEWORK_SLUGS.get(error.status_code, "refused")
    response = _response(error.status_code, slug, slug.replace("-", " ").capitalize(), error.detail, {})
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response


def _render_bug(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, Any]]:
    _log.error("request_failed", path=request.url.path, method=request.method, exc_info=error)
    return _response(500, "internal", "Something went wrong on our side", "The fault is logged on the server.", {})


_FRAMEWORK_SLUGS = {400: "bad-request", 404: "not-found", 405: "method-not-allowed", 413: "too-large"}

EXCEPTION_HANDLERS: dict[int | type[Exception], Any] = {
    Problem: _render_problem,
    ValidationException: _render_invalid_parameter,
    HTTPException: _render_http,
    Exception: _render_bug,
}
