import { useTranslation } from 'react-i18next';
import type { Quiz } from '@/generated/api';
import { useRoom } from '@/room/store';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { useResults } from './api';
import css from './Progress.module.css';
import { averageScore, type ProgressRow, progressRows } from './rows';

const NOTHING = {};

/** Live: who has answered how much, who has handed in, and how it went. */
export function Progress({ quiz, onClose }: { quiz: Quiz; onClose: () => void }) {
  const { t } = useTranslation();
  const results = useResults(quiz.id);
  const live = useRoom((state) => state.progress[quiz.id]) ?? NOTHING;
  const rows = progressRows(results.data?.rows ?? [], live);
  const average = averageScore(rows);
  return (
    <Dialog wide title={quiz.title} onClose={onClose}>
      {results.isPending && <Skeleton label={t('common.loading')} />}
      {results.isSuccess && rows.length === 0 && <Empty art="chairs" title={t('progress.nobody')} />}
      {rows.length > 0 && (
        <>
          <p className={css.summary} aria-live="polite">
            <b>{t('progress.finished', { done: rows.filter((row) => row.submitted).length, all: rows.length })}</b>
            {average !== null && <span>{t('progress.average', { score: percent(average) })}</span>}
          </p>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('progress.student')}</th>
                <th scope="col">{t('progress.answers')}</th>
                <th scope="col">{t('progress.score')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.userId} row={row} count={quiz.questionCount} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}

function Row({ row, count }: { row: ProgressRow; count: number }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td>
        <progress max={count} value={row.answered} aria-label={t('progress.answered', { answered: row.answered, all: count })} />
        <small>{row.submitted ? t('progress.handedIn') : `${row.answered} / ${count}`}</small>
      </td>
      <td>{row.score === null ? '–' : percent(row.score)}</td>
    </tr>
  );
}

const percent = (score: number): string => `${Math.round(score * 100)} %`;
