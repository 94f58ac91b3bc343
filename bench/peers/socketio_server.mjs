// Node's socket.io. Usage: node socketio_server.mjs <port> moves|ticks
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tests/node/package.json", import.meta.url));
const { Server } = require("socket.io");

const [port, mode] = process.argv.slice(2);
const io = new Server(Number(port), { perMessageDeflate: false });
/** Room -> who moved in it since the last tick. */
const dirty = new Map();

io.on("connection", (socket) => {
  socket.on("classroom:join", ({ classroomId }, answer) => {
    socket.join(classroomId);
    socket.data.room = classroomId;
    answer?.({ ok: true });
  });
  socket.on("bench:say", (said) => io.to(socket.data.room).emit("said", said));
  socket.on("avatar:move", ({ position, rotation }) => {
    const moved = { userId: socket.id, position, rotation };
    const { room } = socket.data;
    if (mode === "moves") socket.to(room).emit("avatar:moved", moved);
    else if (dirty.has(room)) dirty.get(room).set(socket.id, moved);
    else dirty.set(room, new Map([[socket.id, moved]]));
  });
});

if (mode === "ticks") {
  setInterval(() => {
    for (const [room, moved] of dirty) {
      io.to(room).emit("avatar:moved", { time: Date.now(), avatars: [...moved.values()] });
    }
    dirty.clear();
  }, 100);
}
