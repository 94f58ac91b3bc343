import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellView, Column, GradeRow } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Switch } from '@/ui/Switch';
import { type Gradebook, useGive, useRefreshGradebook } from './api';
import css from './CellDialog.module.css';
import { History } from './History';
import { readPoints, useNumbers } from './numbers';

interface CellDialogProps {
  classroomId: string;
  gradebook: Gradebook;
  userId: string;
  columnId: string;
  onClose: () => void;
}

/** One cell: give a mark with its reason, excuse somebody, take it back; and what stood there before. */
export function CellDialog({ gradebook, userId, columnId, ...props }: CellDialogProps) {
  const { t } = useTranslation();
  const row = gradebook.rows.find((one) => one.userId === userId);
  const column = gradebook.book.columns.find((one) => one.id === columnId);
  const cell = row?.cells[columnId];
  if (!row || !column || !cell) return null;
  return (
    <Dialog title={t('grades.cell', { name: row.name, column: column.title })} onClose={props.onClose}>
      <div className={css.cell}>
        <Form row={row} column={column} cell={cell} {...props} />
        <History classroomId={props.classroomId} userId={userId} column={column} />
      </div>
    </Dialog>
  );
}

interface FormProps extends Pick<CellDialogProps, 'classroomId' | 'onClose'> {
  row: GradeRow;
  column: Column;
  cell: CellView;
}

function Form({ classroomId, row, column, cell, onClose }: FormProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const numbers = useNumbers();
  const give = useGive(classroomId);
  const refresh = useRefreshGradebook(classroomId);
  const [text, setText] = useState(() => numbers.points(cell.given ? cell.points : null));
  const [excused, setExcused] = useState(cell.excused);
  const [reason, setReason] = useState(cell.given ? cell.reason : '');
  const save = useAction(async (points: number | null, out: boolean) => {
    const given = points !== null || out;
    try {
      await give(row.userId, column.id, {
        points,
        excused: out,
        reason: given ? reason : '',
        revision: cell.revision,
      });
    } catch (error) {
      void refresh();
      throw error;
    }
    onClose();
  });
  const typed = readPoints(text);
  const tooMuch = typed !== 'unreadable' && (typed.points ?? 0) > column.maxPoints;
  const wants = column.quizId !== null && reason.trim() === '';
  const flaw = !excused && (typed === 'unreadable' || tooMuch || typed.points === null);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!flaw && !wants) void save.run(excused || typed === 'unreadable' ? null : typed.points, excused);
      }}
    >
      {column.quizId !== null && (
        <p className={css.score}>
          {cell.score === null
            ? t('grades.noScore')
            : t('grades.score', {
                points: numbers.points(cell.score),
                max: numbers.points(column.maxPoints),
              })}
        </p>
      )}
      {!excused && (
        <Field
          label={t('grades.points', { max: numbers.points(column.maxPoints) })}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          value={text}
          error={
            typed === 'unreadable' || tooMuch ? t('grades.outOfRange', { max: column.maxPoints }) : undefined
          }
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <Switch label={t('grades.excuse')} hint={t('grades.excuseHint')} on={excused} onChange={setExcused} />
      <Field
        label={t(column.quizId === null ? 'grades.note' : 'grades.reason')}
        hint={t('grades.reasonHint')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {save.problem && <Notice>{sentence(save.problem)}</Notice>}
      <div className={css.ways}>
        <Button type="submit" disabled={flaw || wants} busy={save.busy} onClick={undefined}>
          {t('common.save')}
        </Button>
        {cell.given && (
          <Button tone="plain" icon="trash" busy={save.busy} onClick={() => save.run(null, false)}>
            {t(column.quizId === null ? 'grades.clear' : 'grades.takeBack')}
          </Button>
        )}
      </div>
    </form>
  );
}
