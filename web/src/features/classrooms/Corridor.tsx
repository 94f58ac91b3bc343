import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassroomView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Choice, Field } from '@/ui/Field';
import { type Mine, useClassrooms, useNextMeetings } from './api';
import { ClassroomCard } from './ClassroomCard';
import css from './Corridor.module.css';

/** The doors of the campus, to search and to go through. */
export function Corridor({ teaches, onNeedCode }: { teaches: boolean; onNeedCode: (id: string) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [mine, setMine] = useState<Mine>('all');
  const search = useDeferredValue(words.trim());
  const list = useClassrooms(search, mine);
  const shown = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filters: Mine[] = teaches ? ['all', 'enrolled', 'teaching'] : ['all', 'enrolled'];
  return (
    <section aria-labelledby="corridor">
      <h2 id="corridor" className="visually-hidden">
        {t('nav.classrooms')}
      </h2>
      <div className={css.tools}>
        <Field
          type="search"
          label={t('classrooms.search')}
          value={words}
          maxLength={100}
          onChange={(event) => setWords(event.target.value)}
        />
        <Choice
          label={t('classrooms.show')}
          name="mine"
          value={mine}
          onChange={setMine}
          options={filters.map((value) => ({ value, label: t(`classrooms.${value}`) }))}
        />
      </div>
      <Doors
        classrooms={shown}
        loading={list.isPending}
        error={list.error}
        filtered={search !== '' || mine !== 'all'}
        teaches={teaches}
        onRetry={() => list.refetch()}
        onNeedCode={onNeedCode}
      />
      {list.hasNextPage && (
        <Button
          tone="paper"
          className={css.more}
          busy={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t('classrooms.more')}
        </Button>
      )}
    </section>
  );
}

interface DoorsProps {
  classrooms: ClassroomView[];
  loading: boolean;
  error: Error | null;
  filtered: boolean;
  teaches: boolean;
  onRetry: () => void;
  onNeedCode: (id: string) => void;
}

function Doors({ classrooms, loading, error, filtered, teaches, onRetry, onNeedCode }: DoorsProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data: next } = useNextMeetings();
  if (loading) return <Skeleton label={t('classrooms.loading')} />;
  if (error && classrooms.length === 0)
    return (
      <Empty art="unplugged" title={t('classrooms.failed')}>
        <p>{sentence(asProblem(error))}</p>
        <Button onClick={onRetry}>{t('common.retry')}</Button>
      </Empty>
    );
  if (classrooms.length === 0)
    return (
      <Empty
        art={filtered ? 'leaf' : 'chairs'}
        title={t(filtered ? 'classrooms.noMatch' : 'classrooms.none')}
      >
        <p>
          {t(filtered ? 'classrooms.noMatchHint' : teaches ? 'classrooms.noneTeach' : 'classrooms.noneHint')}
        </p>
      </Empty>
    );
  return (
    <ul className={css.doors}>
      {classrooms.map((classroom) => (
        <li key={classroom.id}>
          <ClassroomCard
            classroom={classroom}
            next={next?.get(classroom.id)}
            onNeedCode={() => onNeedCode(classroom.id)}
          />
        </li>
      ))}
    </ul>
  );
}
