import { useTranslation } from 'react-i18next';
import type { Column, MarkView } from '@/generated/schema';
import { Skeleton } from '@/ui/Empty';
import { useHistory } from './api';
import css from './CellDialog.module.css';
import { useNumbers } from './numbers';

/** What has stood in a cell, newest first. */
export function History(props: { classroomId: string; userId: string; column: Column }) {
  const { t } = useTranslation();
  const { data, isPending } = useHistory(props.classroomId, props.userId, props.column.id);
  if (isPending) return <Skeleton label={t('common.loading')} rows={1} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h3>{t('grades.history')}</h3>
      <ol className={css.history}>
        {data.items.toReversed().map((mark) => (
          <Line key={mark.at} mark={mark} />
        ))}
      </ol>
    </section>
  );
}

function Line({ mark }: { mark: MarkView }) {
  const { t, i18n } = useTranslation();
  const numbers = useNumbers();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const what = mark.excused
    ? t('grades.counted.excused')
    : numbers.points(mark.points) || t('grades.takenBack');
  return (
    <li>
      <b>{what}</b>
      <span>
        {t(mark.imported ? 'grades.importedBy' : 'grades.givenBy', { name: mark.byName })}
        {' · '}
        <time dateTime={mark.at}>{when.format(new Date(mark.at))}</time>
        {mark.reason && <em>{mark.reason}</em>}
      </span>
    </li>
  );
}
