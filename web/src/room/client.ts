import { learnServerTime } from '@/lib/clock';
import { asProblem } from '@/lib/problem';
import { connect, disconnect, emit, emitLatest, isConnected, type LineChange, onLine } from '@/lib/socket';
import * as apply from './apply';
import { listen } from './hear';
import { next, type PhaseEvent } from './phase';
import * as stage from './stage';
import { EMPTY, talking, useRoom } from './store';
import type { Gesture, Position, Reaction } from './words';

const RETRY_MS = 1500;

/** True while the server counts us among those in the room, as far as we know: then a recovered line is enough. */
let seated = false;

/** Enters a classroom and stays in it, through lost connections, until the returned function is called. */
export function enter(classroomId: string): () => void {
  useRoom.setState({ ...EMPTY, classroomId });
  seated = false;
  step('enter');
  const unlisten = [
    ...listen({ closed: () => step('closed'), admitted: () => join(classroomId), refused }),
    onLine((line) => lineChanged(classroomId, line)),
    markPlates(),
  ];
  if (isConnected()) void join(classroomId);
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

export const react = (emoji: Reaction): void => emitLatest('reaction:send', { emoji });
export const raiseHand = (raised: boolean) => emit('classroom:hand-raise', { raised });
export const sayInChat = (text: string, clientId: string) => emit('chat:message', { text, clientId });
export const setTyping = (typing: boolean): void => emitLatest('chat:typing', { typing });
export const openQuiz = (quizId: string) => emit('quiz:start', { quizId });
export const closeQuiz = (quizId: string) => emit('quiz:close', { quizId });

/** Votes, or votes differently. The room is told of nobody's vote, so ours is noted here, and taken back if refused. */
export async function vote(pollId: string, option: number): Promise<void> {
  const before = useRoom.getState().myVote;
  useRoom.setState({ myVote: option });
  try {
    await emit('poll:vote', { pollId, option });
  } catch (error) {
    useRoom.setState(({ myVote }) => (myVote === option ? { myVote: before } : {}));
    throw error;
  }
}

const step = (event: PhaseEvent): void => useRoom.setState((state) => ({ phase: next(state.phase, event) }));

function lineChanged(classroomId: string, line: LineChange): void {
  if (line === 'down') return step('line-down');
  if (line === 'new' || !seated) return void join(classroomId);
  step('recovered');
  // What we did while the line was down was not told: our own person tells anew where they stand.
  stage.refresh();
}

async function join(classroomId: string): Promise<void> {
  step('line-up');
  seated = false;
  const sentAt = Date.now();
  try {
    const reply = await emit('classroom:join', { classroomId, avatars: 'binary' });
    learnServerTime(reply.serverTime, sentAt);
    stage.setActors(reply.members);
    useRoom.setState((state) => apply.entered(state, reply));
    seated = true;
    step('joined');
  } catch (error) {
    const problem = asProblem(error);
    if (problem.passing) {
      // Nobody answered on an open line, so no new `connect` is coming: ask again until somebody does.
      step('line-down');
      setTimeout(() => isConnected() && useRoom.getState().phase === 'lost' && join(classroomId), RETRY_MS);
      return;
    }
    if (problem.code === 'in-lobby') {
      useRoom.setState({ refusal: problem.code });
      step('in-lobby');
    } else refused(problem.code);
  }
}

function refused(refusal: string): void {
  useRoom.setState({ refusal });
  step('refused');
}

/** Keeps what name plates say beside the name as the store has it. */
const markPlates = (): (() => void) =>
  useRoom.subscribe((state, before) => {
    const { people, muted, rules, voice } = state;
    if (
      people !== before.people ||
      muted !== before.muted ||
      rules !== before.rules ||
      voice !== before.voice
    )
      stage.mark({ muted, spotlight: rules.spotlight, talking: talking(state) });
  });
