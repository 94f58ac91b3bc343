"""The least that uvicorn can serve: one answer of a given size. `python bare_asgi.py BYTES MICROSECONDS`.

It is busy for so many microseconds before each answer.
"""

import socket
import sys
import time

import uvicorn
import uvloop
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

BODY = b"x" * int(sys.argv[1])
BUSY = int(sys.argv[2]) / 1e6
HEADERS = [(b"content-type", b"application/json"), (b"content-length", str(len(BODY)).encode())]


async def app(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    until = time.perf_counter() + BUSY
    while time.perf_counter() < until:
        pass
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS, "trailers": False})
    await send({"type": "http.response.body", "body": BODY, "more_body": False})


async def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(f"at http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        config = uvicorn.Config(app, http="httptools", lifespan="off", log_config=None, access_log=False)
        await uvicorn.Server(config).serve([listener])


if __name__ == "__main__":
    uvloop.run(main())
