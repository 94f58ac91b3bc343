import { useEffect, useRef, useState } from 'react';
import type { Column, GradeRow } from '@/generated/schema';
import { useAction } from '@/lib/useAction';
import { useGive } from './api';
import { readPoints, useNumbers } from './numbers';

/** One cell that is filled in by hand: what is typed, whether it can stand there, and saving it. */
export function useCell(classroomId: string, column: Column, row: GradeRow) {
  const numbers = useNumbers();
  const give = useGive(classroomId);
  const cell = row.cells[column.id];
  const stored = numbers.points(cell?.points);
  const [text, setText] = useState(stored);
  const touched = useRef(false);
  const save = useAction(async (points: number | null) => {
    await give(row.userId, column.id, {
      points,
      excused: false,
      reason: '',
      revision: cell?.revision ?? 0,
    });
    touched.current = false;
  });

  useEffect(() => {
    if (!touched.current) setText(stored);
  }, [stored]);

  const typed = readPoints(text);
  const flaw: boolean = typed === 'unreadable' || (typed.points ?? 0) > column.maxPoints;
  return {
    text,
    flaw,
    busy: save.busy,
    problem: save.problem,
    excused: cell?.excused ?? false,
    type(next: string): void {
      touched.current = true;
      setText(next);
    },
    reset(): void {
      touched.current = false;
      setText(stored);
    },
    /** Saves what was typed, where it differs from what stands there. */
    keep(): void {
      if (!touched.current || typed === 'unreadable' || flaw) return;
      if (typed.points === (cell?.points ?? null)) touched.current = false;
      else void save.run(typed.points);
    },
  };
}
