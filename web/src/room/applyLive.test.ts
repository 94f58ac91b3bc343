import { describe, expect, it } from 'vitest';
import type { LivePoll, LivePresentation } from '@/generated/schema';
import * as live from './applyLive';
import { EMPTY, type RoomState } from './store';

const after = (state: RoomState, change: Partial<RoomState>): RoomState => ({ ...state, ...change });

const slides: LivePresentation = {
  presentationId: 'p',
  title: 'Volcanoes',
  slides: [],
  index: 0,
  revision: 4,
  presenterId: 'ada',
  presenterName: 'Ada',
  startedAt: '',
};
const poll: LivePoll = { pollId: 'q', question: 'Ready?', options: ['Yes', 'No'], openedAt: '' };

describe('rules', () => {
  it('are replaced by newer ones only', () => {
    const rules = { ...EMPTY.rules, locked: true, revision: 3 };
    const state = after(EMPTY, live.ruled(EMPTY, rules));
    expect(state.rules.locked).toBe(true);
    expect(live.ruled(state, { ...rules, locked: false })).toEqual({});
    expect(live.ruled(state, { ...rules, locked: false, revision: 4 }).rules?.locked).toBe(false);
  });
});

describe('slides', () => {
  const state = after(EMPTY, { presentation: slides });
  const news = { presentationId: 'p', index: 2, revision: 5 };

  it('turn, but neither for another presentation nor backwards in time', () => {
    expect(live.slideTurned(state, news).presentation?.index).toBe(2);
    expect(live.slideTurned(state, { ...news, presentationId: 'old' })).toEqual({});
    expect(live.slideTurned(state, { ...news, revision: 4 })).toEqual({});
  });

  it('end with their own presentation', () => {
    expect(live.presentationEnded(state, 'old')).toEqual({});
    expect(live.presentationEnded(state, 'p').presentation).toBeNull();
  });
});

describe('a poll', () => {
  const state = after(EMPTY, live.pollOpened(poll));

  it('is counted while it is open, and closed with its result', () => {
    const counted = { pollId: 'q', counts: [2, 1], voters: 3, open: true };
    expect(live.pollCounted(state, counted).tally?.voters).toBe(3);
    const closed = live.pollCounted(state, { ...counted, open: false });
    expect(closed.poll).toBeNull();
    expect(closed.outcome).toMatchObject({ poll: { question: 'Ready?' }, counted: { counts: [2, 1] } });
  });

  it('is not closed by the count of another one', () => {
    expect(live.pollCounted(state, { pollId: 'old', counts: [1, 1], voters: 2, open: false })).toEqual({});
  });
});

describe('voice', () => {
  it('knows who is in it and whose microphone is off', () => {
    const peer = { peerId: '1', userId: 'ada', name: 'Ada' };
    let state = after(EMPTY, live.voiceJoined(EMPTY, peer));
    state = after(state, live.voiceJoined(state, peer));
    expect(state.voice).toHaveLength(1);
    state = after(state, live.muteChanged(state, { userIds: ['ada', 'bo'], muted: true, by: 'teacher' }));
    state = after(state, live.muteChanged(state, { userIds: ['ada'], muted: true, by: 'self' }));
    expect(state.muted).toEqual(['bo', 'ada']);
    expect(live.muteChanged(state, { userIds: ['bo'], muted: false, by: 'self' }).muted).toEqual(['ada']);
    expect(live.voiceLeft(state, '1').voice).toEqual([]);
  });
});

describe('the lobby', () => {
  it('lists nobody twice', () => {
    const person = { userId: 'bo', name: 'Bo', avatarData: {} as never };
    let state = after(EMPTY, live.knocked(EMPTY, person));
    state = after(state, live.knocked(state, person));
    expect(state.waiting).toHaveLength(1);
    expect(live.knockEnded(state, 'bo').waiting).toEqual([]);
  });
});

describe('notices', () => {
  it('are few at once, and gone when they are read', () => {
    let state = EMPTY;
    for (const id of ['a', 'b', 'c', 'd']) {
      const notice = { id, userId: 'ada', name: 'Ada', text: id, level: 'info' as const, sentAt: '' };
      state = after(state, live.noted(state, notice));
    }
    expect(state.notices.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(live.noteRead(state, 'c').notices?.map(({ id }) => id)).toEqual(['b', 'd']);
  });
});
