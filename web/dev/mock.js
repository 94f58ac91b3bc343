const A = {
  skin: '#c98e6b',
  hair: 'bob',
  hairColour: '#3a2a20',
  outfit: 'hoodie',
  outfitColour: '#1f5a4c',
  accessory: 'glasses',
  expression: 'smile',
};
const teacher = new URLSearchParams(location.search).has('teacher') || sessionStorage.teacher;
if (teacher) sessionStorage.teacher = 1;
const out = new URLSearchParams(location.search).has('out');
const user = {
  id: 'me',
  email: 'a@b.c',
  name: teacher ? 'Ingrid Solberg' : 'Ada Lindqvist',
  role: teacher ? 'educator' : 'student',
  avatarData: A,
  tokensEarned: 45,
  walletAddress: null,
  createdAt: '2026-01-01T00:00:00Z',
};
const rooms = [
  ['Fractions & friends', 'Mathematics', 'Halves, thirds and why pizza is the best teacher.', 12, 18],
  [
    'The water cycle',
    'Science',
    'From puddle to cloud and back again, with three experiments you can do in the kitchen.',
    0,
    22,
  ],
  ['Reading the city', 'Geography', 'Maps, plans and what they leave out.', 3, 9],
  ['Colour and light', 'Art', '', 1, 11],
  ['Python from zero', 'Computing', 'Your first program in forty minutes.', 0, 30],
  ['Voices of 1848', 'History', 'Letters, leaflets and a revolution.', 0, 4],
].map(([title, subject, description, presentCount, studentCount], i) => ({
  id: 'c' + i,
  title,
  subject,
  description,
  presentCount,
  studentCount,
  visibility: i === 3 ? 'private' : 'public',
  capacity: 30,
  status: 'open',
  owner: { id: 'u1', name: 'Ingrid Solberg' },
  standing: teacher ? 'teacher' : i < 3 ? 'student' : 'outsider',
  nftId: null,
  createdAt: '2026-01-01T00:00:00Z',
}));
const quiz = {
  id: 'q1',
  classroomId: 'c0',
  title: 'Fractions: first steps',
  state: 'open',
  questionCount: 4,
  timeLimitSeconds: 300,
  passScore: 0.6,
  tokensReward: 20,
  maxAttempts: 2,
  shuffle: true,
  openedAt: new Date().toISOString(),
  createdAt: '2026-01-01T00:00:00Z',
  attemptsUsed: 0,
};
const quizzes = [
  quiz,
  { ...quiz, id: 'q2', title: 'Warm-up', state: 'closed', attemptsUsed: 1 },
  ...(teacher ? [{ ...quiz, id: 'q3', title: 'Decimals', state: 'draft' }] : []),
];
const questions = [
  {
    id: 'a',
    type: 'single',
    text: 'Which of these is the same as one half?',
    points: 1,
    options: [
      { id: '1', text: '2/4' },
      { id: '2', text: '2/3' },
      { id: '3', text: '3/5' },
    ],
  },
  {
    id: 'b',
    type: 'multiple',
    text: 'Which fractions are smaller than one third?',
    points: 2,
    options: [
      { id: '1', text: '1/4' },
      { id: '2', text: '2/5' },
      { id: '3', text: '1/10' },
      { id: '4', text: '1/2' },
    ],
  },
  { id: 'c', type: 'trueFalse', text: 'A fraction can be larger than one.', points: 1, options: [] },
  {
    id: 'd',
    type: 'shortAnswer',
    text: 'How do you call the number below the line?',
    points: 1,
    options: [],
  },
];
const answers = {};
const result = () => ({
  attemptId: 't',
  quizId: 'q1',
  number: 1,
  score: 0.8,
  points: 4,
  maxPoints: 5,
  passed: true,
  tokensEarned: 20,
  submittedAt: new Date().toISOString(),
  review: questions.map((q, i) => ({
    questionId: q.id,
    type: q.type,
    text: q.text,
    options: q.options,
    value: answers[q.id]?.value ?? null,
    fraction: [1, 0.5, 1, 0][i],
    points: q.points,
    explanation: i ? null : 'Two of four equal parts are as much as one of two.',
    key: ['1', ['1', '3'], true, 'denominator'][i],
  })),
});
const json = (b, s = 200) =>
  new Response(b === undefined ? null : JSON.stringify(b), {
    status: s,
    headers: { 'Content-Type': 'application/json' },
  });
const routes = [
  [
    /campus$/,
    () =>
      json({
        name: 'EduVerse',
        version: '0',
        openEducators: true,
        demoAccounts: [
          { label: 'Teacher', email: 't@demo', password: 'x' },
          { label: 'Student Ada', email: 'a@demo', password: 'x' },
          { label: 'Student Bo', email: 'b@demo', password: 'x' },
        ],
      }),
  ],
  [
    /auth\/refresh$/,
    () =>
      out
        ? json({ code: 'session-ended' }, 401)
        : json({ token: 'x', expiresIn: 600, refreshToken: null, user }),
  ],
  [/auth\/(login|register)$/, () => json({ token: 'x', expiresIn: 600, refreshToken: null, user })],
  [/auth\/logout$/, () => json(undefined, 204)],
  [/auth\/profile$/, (b) => json(Object.assign(user, b))],
  [/auth\/password$/, () => json({ code: 'password-too-common', title: 'x' }, 422)],
  [
    /classrooms\/create$/,
    (b) =>
      json(
        { classroom: { ...rooms[0], ...b }, joinCode: b.visibility === 'private' ? 'BIRCH-4821' : null },
        201,
      ),
  ],
  [
    /classrooms\?/,
    (b, u) =>
      json({
        items: rooms.filter((r) =>
          r.title.toLowerCase().includes(new URLSearchParams(u.split('?')[1]).get('search') ?? ''),
        ),
        next: null,
      }),
  ],
  [/join-code$/, () => json({ joinCode: 'BIRCH-4821' })],
  [/classrooms\/[^/]+/, () => json(rooms[0])],
  [/quiz\?/, () => json({ items: quizzes, next: null })],
  [/quiz\/create$/, (b) => json({ ...quiz, ...b, id: 'q9', state: 'draft' }, 201)],
  [
    /quiz\/[^/]+\/(start|attempt)$/,
    () =>
      json({
        id: 't',
        quizId: 'q1',
        title: quiz.title,
        number: 1,
        state: 'open',
        startedAt: new Date().toISOString(),
        deadline: new Date(Date.now() + 272000).toISOString(),
        serverTime: new Date().toISOString(),
        questions,
        answers,
      }),
  ],
  [
    /answers\/(\w+)/,
    (b, u, m) => {
      if (m[1] === 'd' && b.value === 'conflict')
        return json({ code: 'answer-changed', current: { value: 'denominator', revision: 7 } }, 409);
      answers[m[1]] = { value: b.value, revision: (b.revision ?? 0) + 1 };
      return json({
        questionId: m[1],
        revision: b.revision + 1,
        answered: Object.keys(answers).length,
        savedAt: new Date().toISOString(),
      });
    },
  ],
  [
    /submit$/,
    () => {
      quiz.attemptsUsed = 1;
      return json(result());
    },
  ],
  [
    /results$/,
    () =>
      json({
        quiz,
        mine: quiz.attemptsUsed ? [result()] : [],
        rows: teacher
          ? ['Ada Lindqvist', 'Bo Chen', 'Chidi Okafor'].map((name, i) => ({
              userId: 'u' + i,
              name,
              number: 1,
              state: i ? 'submitted' : 'open',
              answered: 4 - i,
              score: i ? 1 - i * 0.3 : null,
              tokensEarned: i === 1 ? 20 : 0,
              submittedAt: null,
            }))
          : [],
        next: null,
      }),
  ],
  [/quiz\/[^/]+$/, () => json(quiz)],
];
const real = window.fetch;
window.fetch = async (u, o = {}) => {
  if (!String(u).startsWith('/api')) return real(u, o);
  await new Promise((r) => setTimeout(r, 60));
  if (window.__offline) throw new TypeError('offline');
  for (const [re, f] of routes) {
    const m = String(u).match(re);
    if (m) return f(o.body ? JSON.parse(o.body) : undefined, String(u), m);
  }
  return json({ code: 'not-found' }, 404);
};
window.__mock = { user, quizzes };
