const S = {},
  L = new Set();
let up = false;
const CH = {
  skin: ['#f6d3bd', '#eab897', '#d79a72', '#c98e6b', '#a56a45', '#7d4c30', '#573422'],
  hair: ['short', 'bob', 'long', 'curly', 'bun', 'buzz', 'bald', 'scarf'],
  hairColour: ['#1f1a17', '#3a2a20', '#6b4226', '#a8682f', '#d9a95a', '#9b9a97', '#b1452c'],
  outfit: ['hoodie', 'shirt', 'blazer', 'dress', 'dungarees'],
  outfitColour: [
    '#1f5a4c',
    '#4f7fa0',
    '#f4b63f',
    '#d3694b',
    '#a23b56',
    '#6f64a8',
    '#7e9b6a',
    '#f0e4cf',
    '#37505f',
  ],
  accessory: ['none', 'glasses', 'headphones', 'cap'],
  expression: ['smile', 'calm', 'grin', 'curious'],
};
let seed = 7;
const rnd = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const look = () =>
  Object.fromEntries(Object.entries(CH).map(([k, v]) => [k, v[Math.floor(rnd() * v.length)]]));
const names = [
  'Ingrid Solberg',
  'Bo Chen',
  'Chidi Okafor',
  'Dunja Petrović',
  'Emre Kaya',
  'Fatima Zahra',
  'Gustav Holm',
  'Hana Sato',
  'Iker Etxeberria',
  'Jola Nowak',
  'Kofi Mensah',
  'Lin Wei',
  'Milo Baumann',
  'Noor Haddad',
];
const N = Number(new URLSearchParams(location.search).get('n') ?? 10);
const q = new URLSearchParams(location.search);
const bots = Array.from({ length: N }, (_, i) => {
  const name = names[i] ?? 'Guest ' + i;
  return {
    userId: 'u' + i,
    name,
    standing: i ? 'student' : 'teacher',
    avatarData: look(),
    position: i ? [(rnd() - 0.5) * 12, 0, (rnd() - 0.5) * 9] : [1.5, 0, -5.6],
    rotation: i ? rnd() * 6 : 0,
    handRaised: i === 2,
  };
});
const seat = (i, c) => {
  bots[i].position = [c.x, 0, c.z];
  bots[i].rotation = Math.atan2(Math.sin(c.heading), Math.cos(c.heading));
};
const fire = (e, p) => {
  for (const f of S[e] ?? []) f(p);
};
export const on = (e, f) => {
  (S[e] ??= new Set()).add(f);
  return () => S[e].delete(f);
};
export const onLine = (f) => {
  L.add(f);
  return () => L.delete(f);
};
export const isConnected = () => up;
export const connect = () =>
  setTimeout(() => {
    up = true;
    for (const f of L) f(true);
  }, 50);
export const disconnect = () => {
  up = false;
};
let timer;
window.__line = (v) => {
  up = v;
  window.__offline = !v;
  for (const f of L) f(v);
};
window.__fire = fire;
export const emitLatest = (e, p) => {
  if (e !== 'avatar:move') void emit(e, p).catch(() => 0);
};
export async function emit(e, p) {
  if (!up) throw new Error('offline');
  await new Promise((r) => setTimeout(r, 40));
  const me = window.__mock.user;
  if (e === 'classroom:join') {
    clearInterval(timer);
    if (q.has('poster')) {
      [2, 3, 5, 1, 8, 11, 12, 15, 4, 20].forEach((c, i) => bots[i + 1] && seat(i + 1, window.__CHAIRS[c]));
      bots[0].position = [8, 0, 7];
      const L2 = [
        ['#eab897', 'long', '#6b4226', 'dungarees', '#d3694b', 'none', 'smile'],
        ['#7d4c30', 'curly', '#1f1a17', 'hoodie', '#f4b63f', 'glasses', 'smile'],
        ['#f6d3bd', 'short', '#a8682f', 'shirt', '#4f7fa0', 'none', 'grin'],
        ['#c98e6b', 'scarf', '#3a2a20', 'dress', '#6f64a8', 'none', 'smile'],
        ['#573422', 'buzz', '#1f1a17', 'blazer', '#1f5a4c', 'none', 'calm'],
        ['#d79a72', 'bun', '#3a2a20', 'hoodie', '#a23b56', 'none', 'smile'],
        ['#a56a45', 'bob', '#1f1a17', 'shirt', '#7e9b6a', 'headphones', 'curious'],
        ['#f6d3bd', 'curly', '#b1452c', 'dungarees', '#37505f', 'none', 'grin'],
        ['#eab897', 'short', '#3a2a20', 'hoodie', '#4f7fa0', 'cap', 'smile'],
        ['#7d4c30', 'long', '#1f1a17', 'dress', '#f4b63f', 'none', 'smile'],
      ];
      L2.forEach((l, i) => {
        bots[i + 1].avatarData = {
          skin: l[0],
          hair: l[1],
          hairColour: l[2],
          outfit: l[3],
          outfitColour: l[4],
          accessory: l[5],
          expression: l[6],
        };
      });
      bots[1].handRaised = false;
      bots[2].handRaised = false;
      bots[8].handRaised = true;
    }
    timer = setInterval(() => {
      const t = Date.now();
      const mv = [];
      bots.forEach((b, i) => {
        if (i % 3 !== 1 || q.has('still')) return;
        const a = t / 2500 + i;
        b.position = [Math.sin(a) * (2 + i * 0.3), 0, 3.2 + Math.cos(a) * 2];
        b.rotation = Math.atan2(Math.cos(a), -Math.sin(a));
        mv.push({ userId: b.userId, position: b.position, rotation: b.rotation });
      });
      if (mv.length) fire('avatar:moved', { time: t, avatars: mv });
    }, 100);
    setTimeout(() => {
      if (bots[3])
        fire('chat:message', {
          id: 'm3',
          userId: 'u3',
          name: bots[3].name,
          text: 'Is 3/6 the same as one half?',
          sentAt: new Date().toISOString(),
          clientId: null,
        });
      fire('avatar:action', { userId: 'u4', action: 'wave' });
      fire('avatar:action', { userId: 'u5', action: 'clap' });
      fire('avatar:action', { userId: 'u6', action: 'dance' });
    }, 1500);
    return {
      ok: true,
      classroomId: p.classroomId,
      title: 'Fractions & friends',
      standing: me.role === 'student' ? 'student' : 'teacher',
      members: [
        ...bots,
        {
          userId: 'me',
          name: me.name,
          standing: 'student',
          avatarData: me.avatarData,
          position: [0, 0, 5],
          rotation: Math.PI,
          handRaised: false,
        },
      ],
      chat: [
        {
          id: 'm1',
          userId: 'u0',
          name: bots[0]?.name ?? 'X',
          text: 'Welcome! Find a seat by the window.',
          sentAt: new Date(Date.now() - 60000).toISOString(),
          clientId: null,
        },
        {
          id: 'm2',
          userId: 'u1',
          name: 'Bo Chen',
          text: 'Good morning everyone',
          sentAt: new Date(Date.now() - 30000).toISOString(),
          clientId: null,
        },
      ],
      quizzes: q.has('quiz')
        ? [
            {
              quizId: 'q1',
              title: 'Fractions: first steps',
              questionCount: 4,
              timeLimitSeconds: 300,
              tokensReward: 20,
              openedAt: new Date().toISOString(),
            },
          ]
        : [],
      serverTime: new Date().toISOString(),
    };
  }
  if (e === 'chat:message') {
    const message = {
      id: 'x' + Math.random(),
      userId: 'me',
      name: me.name,
      text: p.text,
      sentAt: new Date().toISOString(),
      clientId: p.clientId,
    };
    fire('chat:message', message);
    return { ok: true, message };
  }
  if (e === 'classroom:hand-raise') fire('classroom:hand-raised', { userId: 'me', raised: p.raised });
  return { ok: true };
}
