"""python-socketio: one event per move, as its documentation would write it."""

import sys
from typing import Any

import socketio
import uvicorn

server = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins="*")


@server.on("classroom:join")  # type: ignore[untyped-decorator]
async def join(sid: str, payload: dict[str, Any]) -> dict[str, bool]:
    await server.enter_room(sid, payload["classroomId"])
    return {"ok": True}


@server.on("avatar:move")  # type: ignore[untyped-decorator]
async def move(sid: str, payload: dict[str, Any]) -> None:
    await server.emit("avatar:moved", {"userId": sid, **payload}, room="r", skip_sid=sid)


if __name__ == "__main__":
    uvicorn.run(socketio.ASGIApp(server), port=int(sys.argv[1]), log_level="warning")
