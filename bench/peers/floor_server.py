"""No engine at all: what websockets alone cost, for `bench/realtime.py`.

Takes every move and throws it away unread; ten times a second each client is sent one prepared frame, as large as the
one our engine sends it. Whatever serves this class over websockets from Python pays at least this.
"""

import asyncio
import sys

import uvloop
from picows import WSFrame, WSListener, WSMsgType, WSTransport, WSUpgradeRequest, ws_create_server

PERIOD = 0.1
UPDATES = 29
"""In a frame: what our engine sends by nearness in a room of a hundred."""
FRAME = bytes(8 + 12 * UPDATES)
clients: set[WSTransport] = set()


class Client(WSListener):
    """Plays the part of the protocol that the load's clients wait for."""

    def on_ws_connected(self, transport: WSTransport) -> None:
        transport.send(WSMsgType.TEXT, b"0{}")

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if transport in clients:
            return
        message = frame.get_payload_as_bytes()
        if message == b"40":
            transport.send(WSMsgType.TEXT, b"40{}")
        elif message.startswith(b"420"):
            transport.send(WSMsgType.TEXT, b"430[]")
            clients.add(transport)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        clients.discard(transport)


async def main(port: int) -> None:
    def accept(_: WSUpgradeRequest) -> WSListener:
        return Client()

    async with await ws_create_server(accept, "127.0.0.1", port):
        while True:
            await asyncio.sleep(PERIOD)
            for client in list(clients):
                client.send(WSMsgType.BINARY, FRAME)


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1])))
