"""Security headers: those of helmet or stricter, on whatever is answered."""

from typing import Any

from litestar.types import Message, Receive, Scope, Send

from eduverse.gateway.headers import CONTENT_SECURITY_POLICY, SECURITY_HEADERS, SecurityHeaders


async def nothing() -> Any:
    raise AssertionError("nobody asks")


async def answered(scope: dict[str, Any], *headers: tuple[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    """The headers that come out when an application answers with these."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(headers)})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await SecurityHeaders(app)(scope, nothing, send)  # type: ignore[arg-type]
    found: list[tuple[bytes, bytes]] = list(sent[0]["headers"])  # type: ignore[typeddict-item]
    return found


async def test_they_are_added_to_what_is_there() -> None:
    headers = await answered({"type": "http"}, (b"content-type", b"text/html"))
    assert headers[0] == (b"content-type", b"text/html")
    assert {name.decode(): value.decode() for name, value in headers[1:]} == SECURITY_HEADERS


async def test_each_comes_once_also_when_the_application_sets_it() -> None:
    headers = await answered({"type": "http"}, (b"x-frame-options", b"SAMEORIGIN"))
    assert [value for name, value in headers if name == b"x-frame-options"] == [b"DENY"]


async def test_what_is_not_http_is_left_alone() -> None:
    assert await answered({"type": "lifespan"}) == []


async def test_pages_reach_no_other_server_but_those_that_are_named() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    sent: list[Any] = []

    async def send(message: Message) -> None:
        sent.append(message)

    guarded = SecurityHeaders(app, ["wss://media.school.example"])
    await guarded({"type": "http"}, nothing, send)  # type: ignore[arg-type]
    policy = dict(sent[0]["headers"])[b"content-security-policy"].decode()
    assert "connect-src 'self' wss://media.school.example;" in policy
    assert policy.replace(" wss://media.school.example", "") == CONTENT_SECURITY_POLICY


def test_the_policy_allows_no_script_but_our_own() -> None:
    policy = dict(part.partition(" ")[::2] for part in CONTENT_SECURITY_POLICY.split("; "))
    assert policy["script-src"] == policy["style-src"] == policy["default-src"] == "'self'"
    assert policy["object-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in CONTENT_SECURITY_POLICY


def test_every_default_of_helmet_is_there() -> None:
    assert set(SECURITY_HEADERS) >= {
        "content-security-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
        "origin-agent-cluster",
        "referrer-policy",
        "strict-transport-security",
        "x-content-type-options",
        "x-dns-prefetch-control",
        "x-download-options",
        "x-frame-options",
        "x-permitted-cross-domain-policies",
        "x-xss-protection",
    }
