import { learnServerTime } from '@/lib/clock';
import { asProblem } from '@/lib/problem';
import { connect, disconnect, emit, emitLatest, isConnected, on, onLine } from '@/lib/socket';
import * as apply from './apply';
import { next, type PhaseEvent } from './phase';
import * as stage from './stage';
import { EMPTY, type RoomState, useRoom } from './store';
import type { Gesture, Position } from './words';

const RETRY_MS = 1500;

/** Enters a classroom and stays in it, through lost connections, until the returned function is called. */
export function enter(classroomId: string): () => void {
  useRoom.setState({ ...EMPTY, classroomId });
  step('enter');
  const unlisten = [...listen(), onLine((up) => (up ? lineUp(classroomId) : step('line-down')))];
  if (isConnected()) void lineUp(classroomId);
  else connect();
  return () => {
    for (const stop of unlisten) stop();
    emitLatest('classroom:leave', {});
    disconnect();
    step('leave');
    stage.clearActors();
    useRoom.setState(EMPTY);
  };
}

export const moveSelf = (position: Position, rotation: number): void =>
  emitLatest('avatar:move', { position, rotation });

export function act(userId: string, action: Gesture): void {
  stage.gesture(userId, action);
  emitLatest('avatar:action', { action });
}

export const raiseHand = (raised: boolean) => emit('classroom:hand-raise', { raised });
export const sayInChat = (text: string, clientId: string) => emit('chat:message', { text, clientId });
export const setTyping = (typing: boolean): void => emitLatest('chat:typing', { typing });
export const openQuiz = (quizId: string) => emit('quiz:start', { quizId });
export const closeQuiz = (quizId: string) => emit('quiz:close', { quizId });

const update = (change: (state: RoomState) => Partial<RoomState>): void => useRoom.setState(change);
const step = (event: PhaseEvent): void => update((state) => ({ phase: next(state.phase, event) }));

async function lineUp(classroomId: string): Promise<void> {
  step('line-up');
  const sentAt = Date.now();
  try {
    const reply = await emit('classroom:join', { classroomId });
    learnServerTime(reply.serverTime, sentAt);
    stage.setActors(reply.members);
    update((state) => apply.entered(state, reply, Date.now()));
    step('joined');
  } catch (error) {
    const problem = asProblem(error);
    if (problem.passing) {
      // Nobody answered on an open line, so no new `connect` is coming: ask again until somebody does.
      step('line-down');
      setTimeout(() => isConnected() && useRoom.getState().phase === 'lost' && lineUp(classroomId), RETRY_MS);
      return;
    }
    update(() => ({ refusal: problem.code }));
    step('refused');
  }
}

function listen(): (() => void)[] {
  return [
    on('classroom:user-joined', ({ member }) => {
      if (!member) return;
      stage.addActor(member);
      update((state) => apply.joined(state, member, Date.now()));
    }),
    on('classroom:user-left', ({ userId }) => {
      stage.removeActor(userId);
      update((state) => apply.left(state, userId));
    }),
    on('classroom:hand-raised', ({ userId, raised }) => {
      stage.setHand(userId, raised);
      update((state) => apply.hand(state, userId, raised, Date.now()));
    }),
    on('classroom:closed', ({ reason }) => {
      update(() => ({ closed: reason }));
      step('closed');
    }),
    on('avatar:moved', ({ time, avatars }) => stage.moveActors(time, avatars)),
    on('avatar:action', ({ userId, action }) => stage.gesture(userId, action)),
    on('chat:message', (message) => {
      stage.say(message.userId, message.text);
      update((state) => apply.said(state, message));
    }),
    on('chat:typing', ({ userId, typing }) =>
      update((state) => apply.typed(state, userId, typing ? Date.now() : null)),
    ),
    on('quiz:started', (quiz) => update((state) => apply.quizStarted(state, quiz))),
    on('quiz:closed', ({ quizId }) => update((state) => apply.quizClosed(state, quizId))),
    on('quiz:user-progress', (progress) => update((state) => apply.progressed(state, progress))),
  ];
}
