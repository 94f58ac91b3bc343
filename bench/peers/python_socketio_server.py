"""python-socketio: one event per move, as its documentation would write it."""

import sys
from typing import Any

import socketio
import uvicorn

server = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins="*")
rooms: dict[str, str] = {}


@server.on("classroom:join")  # type: ignore[untyped-decorator]
async def join(sid: str, payload: dict[str, Any]) -> dict[str, bool]:
    rooms[sid] = payload["classroomId"]
    await server.enter_room(sid, rooms[sid])
    return {"ok": True}


@server.on("avatar:move")  # type: ignore[untyped-decorator]
async def move(sid: str, payload: dict[str, Any]) -> None:
    await server.emit("avatar:moved", {"userId": sid, **payload}, room=rooms[sid], skip_sid=sid)


if __name__ == "__main__":
    uvicorn.run(socketio.ASGIApp(server), port=int(sys.argv[1]), log_level="warning")
