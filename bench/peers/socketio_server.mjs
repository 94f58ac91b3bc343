// Node's socket.io. Usage: node socketio_server.mjs <port> moves|ticks
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tests/node/package.json", import.meta.url));
const { Server } = require("socket.io");

const [port, mode] = process.argv.slice(2);
const io = new Server(Number(port), { perMessageDeflate: false });
const dirty = new Map();

io.on("connection", (socket) => {
  socket.on("classroom:join", ({ classroomId }, answer) => {
    socket.join(classroomId);
    answer?.({ ok: true });
  });
  socket.on("avatar:move", ({ position, rotation }) => {
    const moved = { userId: socket.id, position, rotation };
    if (mode === "moves") socket.to("r").emit("avatar:moved", moved);
    else dirty.set(socket.id, moved);
  });
});

if (mode === "ticks") {
  setInterval(() => {
    if (!dirty.size) return;
    io.to("r").emit("avatar:moved", { time: Date.now(), avatars: [...dirty.values()] });
    dirty.clear();
  }, 100);
}
