import { describe, expect, it } from 'vitest';
import type { ChatMessage, ClassroomEntered, LiveState, Member } from '@/generated/schema';
import {
  entered,
  hand,
  joined,
  left,
  mergeChat,
  progressed,
  quizClosed,
  quizStarted,
  remembered,
  said,
  typed,
  unsaid,
} from './apply';
import { EMPTY, type RoomState } from './store';

const member = (userId: string, handRaised = false): Member => ({
  userId,
  handle: 1,
  name: userId,
  standing: 'student',
  avatarData: {
    skin: '#c98e6b',
    hair: 'short',
    hairColour: '#3a2a20',
    outfit: 'hoodie',
    outfitColour: '#4f6df5',
    accessory: 'none',
    expression: 'smile',
  },
  position: [0, 0, 0],
  rotation: 0,
  handRaised,
});

const message = (id: string, second: number): ChatMessage => ({
  id,
  userId: 'ada',
  name: 'Ada',
  text: id,
  sentAt: `2026-01-01T10:00:0${second}Z`,
  clientId: null,
});

const QUIET: LiveState = {
  rules: { locked: false, lobby: false, muteHeld: false, spotlight: null, revision: 0 },
  hands: [],
  muted: [],
  voice: [],
  presentation: null,
  poll: null,
  myVote: null,
  tally: null,
  waiting: [],
};

const reply = (members: Member[], chat: ChatMessage[] = []): ClassroomEntered => ({
  ok: true,
  classroomId: 'c',
  title: 'Class',
  standing: 'student',
  members,
  chat,
  quizzes: [],
  serverTime: '2026-01-01T10:00:00Z',
  live: {
    ...QUIET,
    hands: members
      .filter(({ handRaised }) => handRaised)
      .map(({ userId }) => ({ userId, raisedAt: '2026-01-01T09:59:00Z' })),
  },
});

const after = (state: RoomState, change: Partial<RoomState>): RoomState => ({ ...state, ...change });

describe('entering', () => {
  it('knows who is there, and since when whose hand is up', () => {
    const state = entered(EMPTY, reply([member('ada'), member('bo', true)]));
    expect(state.people?.ada?.handSince).toBeNull();
    expect(state.people?.bo?.handSince).toBe(Date.parse('2026-01-01T09:59:00Z'));
  });

  it('again keeps the messages of before, but for those that were deleted meanwhile', () => {
    const first = reply([], [message('a', 1), message('b', 2), message('c', 3)]);
    const before = after(EMPTY, entered(EMPTY, first));
    const again = entered(before, reply([], [message('b', 2), message('d', 4)]));
    expect(again.chat?.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});

describe('people', () => {
  it('come, raise a hand, and go', () => {
    let state = after(EMPTY, joined(EMPTY, member('ada'), 1));
    state = after(state, hand(state, 'ada', 7));
    expect(state.people.ada?.handSince).toBe(7);
    state = after(state, typed(state, 'ada', 8));
    state = after(state, left(state, 'ada'));
    expect(state.people).toEqual({});
    expect(state.typing).toEqual({});
  });

  it('who are not here cannot raise a hand', () => {
    expect(hand(EMPTY, 'nobody', 1)).toEqual({});
  });
});

describe('chat', () => {
  it('says nothing twice and keeps the order in time', () => {
    expect(mergeChat([message('b', 2)], [message('a', 1), message('b', 2)]).map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
  });

  it('ends the typing of whoever spoke', () => {
    const state = after(EMPTY, typed(EMPTY, 'ada', 1));
    expect(said(state, message('a', 1)).typing).toEqual({});
  });
});

describe('old messages', () => {
  it('are kept once they were asked for', () => {
    const many = Array.from({ length: 350 }, (_, i) => ({
      ...message(`m${i}`, 0),
      sentAt: new Date(i * 1000).toISOString(),
    }));
    let state = after(EMPTY, remembered(EMPTY, many, null));
    expect(state.chat).toHaveLength(350);
    state = after(state, said(state, message('new', 1)));
    expect(state.chat).toHaveLength(351);
    expect(said(after(state, { older: null }), message('newer', 2)).chat).toHaveLength(300);
  });

  it('disappear when a teacher deletes them', () => {
    const state = after(EMPTY, said(EMPTY, message('a', 1)));
    expect(unsaid(state, 'a').chat).toEqual([]);
  });
});

describe('quizzes', () => {
  const quiz = {
    quizId: 'q',
    title: 'Q',
    questionCount: 2,
    timeLimitSeconds: 60,
    tokensReward: 1,
    openedAt: '',
  };

  it('open once however often that is said, and close', () => {
    let state = after(EMPTY, quizStarted(EMPTY, quiz));
    state = after(state, quizStarted(state, quiz));
    expect(state.quizzes).toHaveLength(1);
    expect(quizClosed(state, 'q').quizzes).toEqual([]);
  });

  it('keep the last word on how far each student is', () => {
    const step = {
      quizId: 'q',
      userId: 'ada',
      name: 'Ada',
      questionCount: 2,
      state: 'open' as const,
      score: null,
    };
    let state = after(EMPTY, progressed(EMPTY, { ...step, answered: 1 }));
    state = after(state, progressed(state, { ...step, answered: 2 }));
    expect(state.progress.q?.ada?.answered).toBe(2);
  });
});
