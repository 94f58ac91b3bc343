import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { type Gradebook, saveTable, useGradebook } from './api';
import { CellDialog } from './CellDialog';
import { Explanation } from './Explanation';
import { GradeCards } from './GradeCards';
import { GradeTable } from './GradeTable';
import { ImportDialog } from './ImportDialog';
import { SetUpDialog } from './SetUpDialog';
import css from './TeacherGrades.module.css';
import { useNarrow } from './useNarrow';

type Open =
  | { what: 'setUp' | 'import' }
  | { what: 'cell'; userId: string; columnId: string }
  | { what: 'total'; userId: string };

/** The gradebook of a class: everybody's marks, how they are weighed, tables out and in. */
export function TeacherGrades({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error, isPending, refetch } = useGradebook(classroomId);
  if (isPending) return <Skeleton label={t('common.loading')} />;
  if (!data)
    return (
      <Empty art="unplugged" title={t('grades.failed')}>
        <p>{sentence(asProblem(error))}</p>
        <Button onClick={() => refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  return <Book classroomId={classroomId} gradebook={data} />;
}

function Book({ classroomId, gradebook }: { classroomId: string; gradebook: Gradebook }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const narrow = useNarrow();
  const [open, setOpen] = useState<Open | null>(null);
  const save = useAction((kind: 'csv' | 'xlsx') => saveTable(classroomId, kind));
  const close = () => setOpen(null);
  const View = narrow ? GradeCards : GradeTable;
  const { book, rows } = gradebook;
  return (
    <div className={css.page}>
      <div className={css.bar}>
        <Button icon="settings" onClick={() => setOpen({ what: 'setUp' })}>
          {t('grades.setUp')}
        </Button>
        <Button tone="paper" icon="upload" onClick={() => setOpen({ what: 'import' })}>
          {t('grades.import')}
        </Button>
        <Button tone="paper" icon="download" busy={save.busy} onClick={() => save.run('xlsx')}>
          {t('grades.exportXlsx')}
        </Button>
        <Button tone="plain" busy={save.busy} onClick={() => save.run('csv')}>
          {t('grades.exportCsv')}
        </Button>
      </div>
      {save.problem && <Notice>{sentence(save.problem)}</Notice>}
      {rows.length === 0 ? (
        <Empty art="chairs" title={t('grades.nobody')} />
      ) : book.columns.length === 0 ? (
        <Empty art="leaf" title={t('grades.empty')}>
          <p>{t('grades.emptyTeacher')}</p>
        </Empty>
      ) : (
        <>
          <View
            classroomId={classroomId}
            gradebook={gradebook}
            onCell={(userId, columnId) => setOpen({ what: 'cell', userId, columnId })}
            onTotal={(userId) => setOpen({ what: 'total', userId })}
          />
          {!narrow && <p className={css.hint}>{t('grades.keys')}</p>}
        </>
      )}
      {open?.what === 'setUp' && <SetUpDialog classroomId={classroomId} book={book} onClose={close} />}
      {open?.what === 'import' && <ImportDialog classroomId={classroomId} book={book} onClose={close} />}
      {open?.what === 'cell' && (
        <CellDialog classroomId={classroomId} gradebook={gradebook} {...open} onClose={close} />
      )}
      {open?.what === 'total' && <Account gradebook={gradebook} userId={open.userId} onClose={close} />}
    </div>
  );
}

function Account(props: { gradebook: Gradebook; userId: string; onClose: () => void }) {
  const row = props.gradebook.rows.find((one) => one.userId === props.userId);
  if (!row) return null;
  return (
    <Dialog title={row.name} onClose={props.onClose}>
      <Explanation book={props.gradebook.book} row={row} />
    </Dialog>
  );
}
