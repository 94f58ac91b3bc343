import { useState } from 'react';
import type { GradingTaskView, RemarkInput } from '@/generated/schema';
import { useAction } from '@/lib/useAction';
import { judge } from './api';
import { fractionOf, readShare } from './judgement';

/** One answer under judgement: what has been decided so far, and whether it is enough. */
export function useJudging(quizId: string, task: GradingTaskView, onDone: () => void) {
  const { question, judgement } = task;
  const [levels, setLevels] = useState<Record<string, number>>(judgement?.levels ?? {});
  const [points, setPoints] = useState(judgement ? String(judgement.fraction * question.points) : '');
  const [comment, setComment] = useState(judgement?.comment ?? '');
  const [remarks, setRemarks] = useState<RemarkInput[]>(judgement?.remarks ?? []);
  const byRubric = question.rubric.length > 0;
  const share = byRubric ? fractionOf(question.rubric, levels) : readShare(points, question.points);
  const save = useAction(async () => {
    await judge(quizId, task, {
      levels: byRubric ? levels : {},
      fraction: byRubric ? null : share,
      comment,
      remarks,
      revision: judgement?.revision ?? 0,
    });
    onDone();
  });
  return {
    byRubric,
    levels,
    points,
    comment,
    remarks,
    share,
    busy: save.busy,
    problem: save.problem,
    choose: (criterionId: string, level: number) => setLevels((now) => ({ ...now, [criterionId]: level })),
    setPoints,
    setComment,
    setRemarks,
    save: () => share !== null && void save.run(),
  };
}

export type Judging = ReturnType<typeof useJudging>;
