import { useCallback, useEffect, useState } from 'react';
import type { TutorAnswer } from '@/generated/schema';
import { asProblem, type Problem } from '@/lib/problem';
import { cancelAnswer, judgeAnswer, lastConversation } from './api';
import { listen } from './listen';

interface Conversation {
  /** null while the last one is being fetched. */
  turns: TutorAnswer[] | null;
  /** What was asked and is not in `turns` yet. */
  asking: string | null;
  problem: Problem | null;
}

/** One conversation with the tutor of a class: the last one that was had, or a new one. */
export function useConversation(classroomId: string) {
  const [state, setState] = useState<Conversation>({ turns: null, asking: null, problem: null });
  useEffect(() => {
    let gone = false;
    lastConversation(classroomId)
      .then((turns) => !gone && setState((now) => ({ ...now, turns })))
      .catch((error) => !gone && setState((now) => ({ ...now, turns: [], problem: asProblem(error) })));
    return () => {
      gone = true;
    };
  }, [classroomId]);

  const put = useCallback((answer: TutorAnswer) => {
    setState((now) => ({ ...now, asking: null, turns: withTurn(now.turns ?? [], answer) }));
  }, []);

  async function ask(question: string): Promise<boolean> {
    setState((now) => ({ ...now, asking: question, problem: null }));
    try {
      const conversationId = state.turns?.at(-1)?.conversationId ?? null;
      await listen({ question, classroomId, conversationId }, put);
      return true;
    } catch (error) {
      setState((now) => ({ ...now, asking: null, problem: asProblem(error) }));
      return false;
    }
  }

  const renew = () => setState({ turns: [], asking: null, problem: null });
  const cancel = async (id: string) => put(await cancelAnswer(id));
  const judge = async (id: string, rating: 'up' | 'down' | null) => put(await judgeAnswer(id, rating));
  const answering = state.asking !== null || state.turns?.at(-1)?.state === 'running';
  return { ...state, answering, ask, renew, cancel, judge };
}

function withTurn(turns: TutorAnswer[], answer: TutorAnswer): TutorAnswer[] {
  const known = turns.some((turn) => turn.id === answer.id);
  return known ? turns.map((turn) => (turn.id === answer.id ? answer : turn)) : [...turns, answer];
}
