// The official client against our server. Usage: node scenarios.mjs <url> <transports> <scenario>
// Prints nothing and exits with 0 when everything was as it should be. Transports: websocket, polling or upgrade.
import assert from "node:assert/strict";
import { io } from "socket.io-client";

const [url, mode, scenario] = process.argv.slice(2);
const transports = mode === "upgrade" ? ["polling", "websocket"] : [mode];
const opened = [];

function open(options = {}, namespace = "") {
  const socket = io(url + namespace, { transports, reconnection: false, forceNew: true, ...options });
  opened.push(socket);
  return socket;
}

function heard(socket, event) {
  return new Promise((resolve) => socket.once(event, (...values) => resolve(values)));
}

async function until(holds) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function ask(socket, event, ...values) {
  return socket.timeout(5000).emitWithAck(event, ...values);
}

async function connected(options, namespace) {
  const socket = open(options, namespace);
  await heard(socket, "connect");
  const engine = socket.io.engine;
  if (mode === "upgrade" && engine.transport.name !== "websocket") {
    await new Promise((resolve) => engine.once("upgrade", resolve));
  }
  assert.equal(engine.transport.name, mode === "polling" ? "polling" : "websocket");
  return socket;
}

const scenarios = {
  async connects() {
    const socket = open({ auth: { token: "good" } });
    const [auth] = await heard(socket, "auth");
    assert.deepEqual(auth, { token: "good" });
    assert.ok(socket.connected && socket.id);
  },

  async isRefused() {
    const [error] = await heard(open({ auth: { token: "bad" } }), "connect_error");
    assert.equal(error.message, "No entry");
    assert.deepEqual(error.data, { code: "no-entry" });
    const [unknown] = await heard(open({}, "/unknown"), "connect_error");
    assert.equal(unknown.message, "Invalid namespace");
  },

  async echoes() {
    const socket = await connected();
    const values = [1, "zwei", { drei: [true, null, "ü€😀"] }, [], "", "x".repeat(200_000)];
    for (const value of values) {
      const back = heard(socket, "message-back");
      socket.emit("message", value);
      assert.deepEqual(await back, [value]);
    }
  },

  async keepsOrder() {
    const socket = await connected();
    const back = [];
    const all = new Promise((resolve) => {
      socket.on("message-back", (number) => back.push(number) === 500 && resolve());
    });
    for (let number = 0; number < 500; number++) socket.emit("message", number);
    await all;
    assert.deepEqual(back, [...Array(500).keys()]);
  },

  async keepsOrderWhileUpgrading() {
    const socket = open();
    const back = [];
    const all = new Promise((resolve) => {
      socket.on("message-back", (number) => back.push(number) === 300 && resolve());
    });
    for (let number = 0; number < 300; number++) {
      socket.emit("message", number);
      if (number % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await all;
    assert.deepEqual(back, [...Array(300).keys()]);
  },

  async acknowledges() {
    const socket = await connected();
    assert.deepEqual(await ask(socket, "message-with-ack", { a: 1 }, "b"), { a: 1 });
    const answers = await Promise.all([1, 2, 3].map((number) => ask(socket, "message-with-ack", number)));
    assert.deepEqual(answers, [1, 2, 3]);
    assert.equal((await ask(socket, "nonsense", {})).code, "unknown-event");
  },

  async answers() {
    const socket = await connected();
    const asked = new Promise((resolve) => {
      socket.on("question", (question, answer) => {
        answer({ to: question }, Buffer.from([9]));
        resolve(question);
      });
    });
    socket.emit("ask-me", { why: [1] });
    assert.deepEqual(await asked, { why: [1] });
    await ask(socket, "classroom:leave", {});
  },

  async sendsBytes() {
    const socket = await connected();
    const back = heard(socket, "message-back");
    socket.emit("message", Buffer.from([1, 2, 3]), { deep: [Buffer.alloc(100_000, 7)] }, Buffer.alloc(0));
    const [first, second, third] = await back;
    assert.deepEqual([...first], [1, 2, 3]);
    assert.ok(Buffer.alloc(100_000, 7).equals(second.deep[0]));
    assert.equal(third.length, 0);
    assert.equal((await ask(socket, "message-with-ack", Buffer.from("hi"))).toString(), "hi");
  },

  async usesTwoNamespaces() {
    const main = await connected();
    const custom = main.io.socket("/custom");
    await heard(custom, "connect");
    assert.notEqual(main.id, custom.id);
    const back = heard(custom, "message-back");
    custom.emit("message", 1);
    assert.deepEqual(await back, [1]);
    custom.disconnect();
    assert.equal(await ask(main, "message-with-ack", 2), 2);
  },

  async comesBackAfterACut() {
    const socket = open({ reconnection: true, reconnectionDelay: 10, auth: { user: "ann" } });
    await heard(socket, "connect");
    assert.deepEqual(await ask(socket, "classroom:join", { classroomId: "r1" }), { ok: true });
    const first = socket.id;
    const lost = heard(socket, "disconnect");
    const back = heard(socket, "connect");
    socket.emit("cut", {});
    await lost;
    await back;
    assert.notEqual(socket.id, first);
    assert.deepEqual(await ask(socket, "classroom:join", { classroomId: "r1" }), { ok: true });
    assert.deepEqual(await ask(socket, "classroom:leave", {}), { ok: true });
  },

  async recovers() {
    const bob = await connected({ auth: { user: "bob" } });
    const ann = open({ reconnection: true, reconnectionDelay: 200, auth: { user: "ann" } });
    const said = [];
    ann.on("chat:message", (message) => said.push(message.text));
    await heard(ann, "connect");
    for (const socket of [ann, bob]) await ask(socket, "classroom:join", { classroomId: "r1" });
    const first = ann.id;
    for (let turn = 0; turn < 3; turn++) {
      const [lost, back] = [heard(ann, "disconnect"), heard(ann, "connect")];
      ann.io.engine.close();
      await lost;
      await ask(bob, "chat:message", { text: `missed ${turn}` });
      await back;
      assert.equal(ann.recovered, true);
      assert.equal(ann.id, first);
      // A packet that is on its way through the client when the line is cut is kept by it and, as its offset was not
      // noted, sent once more by the server: the client's own doing, so the line is cut when it has been heard.
      await ask(bob, "chat:message", { text: `heard ${turn}` });
      await until(() => said.at(-1) === `heard ${turn}`);
    }
    await ask(ann, "message-with-ack", {});
    assert.deepEqual(
      said,
      [0, 1, 2].flatMap((turn) => [`missed ${turn}`, `heard ${turn}`]),
    );
  },

  async staysAway() {
    const socket = await connected({ reconnection: true, auth: { user: "ann" } });
    const gone = heard(socket, "disconnect");
    socket.emit("send-away", {});
    assert.equal((await gone)[0], "io server disconnect");
    assert.equal(socket.active, false);
  },

  async isInTwoTabs() {
    const [one, two] = [await connected({ auth: { user: "ann" } }), await connected({ auth: { user: "ann" } })];
    for (const tab of [one, two]) await ask(tab, "classroom:join", { classroomId: "r1" });
    const said = [heard(one, "chat:message"), heard(two, "chat:message")];
    one.emit("chat:message", { text: "hi" });
    for (const [message] of await Promise.all(said)) assert.deepEqual(message, { user: "ann", text: "hi" });
    one.disconnect();
    await ask(two, "classroom:leave", {});
  },

  async movesAvatars() {
    const [ann, bob] = [await connected({ auth: { user: "ann" } }), await connected({ auth: { user: "bob" } })];
    for (const socket of [ann, bob]) await ask(socket, "classroom:join", { classroomId: "r1" });
    const seen = new Promise((resolve) => {
      bob.on("avatar:moved", ({ time, avatars }) => {
        assert.equal(typeof time, "number");
        if (avatars.some(({ userId, rotation }) => userId === "ann" && rotation === 1.5)) resolve();
      });
    });
    ann.emit("avatar:move", { position: [1, 0, 1], rotation: 1.5 });
    await seen;
  },

  async livesThroughHeartbeats() {
    const socket = await connected();
    let pings = 0;
    await new Promise((resolve) => socket.io.on("ping", () => ++pings === 3 && resolve()));
    assert.equal(await ask(socket, "message-with-ack", 1), 1);
  },
};

const overdue = setTimeout(() => {
  console.error(`${scenario} over ${mode}: nothing happens any more`);
  process.exit(1);
}, 15_000);
await scenarios[scenario]();
clearTimeout(overdue);
for (const socket of opened) socket.disconnect();
