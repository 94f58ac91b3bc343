import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizDraftView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Field, Select } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { generateQuiz, useDrafts } from './api';
import { DraftItem } from './DraftItem';
import css from './Drafts.module.css';

const COUNTS = [3, 5, 10, 20];

/** Questions drafted from the material: each is decided about beside its source. */
export function Drafts({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const { data } = useDrafts(classroomId);
  return (
    <div className={css.drafts}>
      <DraftForm classroomId={classroomId} />
      {!data && <Skeleton label={t('common.loading')} />}
      {data?.items.length === 0 && (
        <Empty art="leaf" title={t('tutor.drafts.empty')}>
          <p>{t('tutor.drafts.emptyHint')}</p>
        </Empty>
      )}
      {data?.items.map((draft) => (
        <Draft key={draft.id} draft={draft} />
      ))}
    </div>
  );
}

function DraftForm({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [topic, setTopic] = useState('');
  const [count, setCount] = useState(5);
  const { run, busy, problem } = useAction(async () => {
    await generateQuiz(classroomId, topic.trim(), count);
    await queries.invalidateQueries({ queryKey: ['tutor', 'drafts', classroomId] });
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Field
        label={t('tutor.drafts.topic')}
        hint={t('tutor.drafts.topicHint')}
        value={topic}
        maxLength={120}
        onChange={(event) => setTopic(event.target.value)}
      />
      <Select
        label={t('tutor.drafts.count')}
        value={count}
        onChange={(event) => setCount(Number(event.target.value))}
      >
        {COUNTS.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
      <Button type="submit" icon="pencil" busy={busy}>
        {t('tutor.drafts.make')}
      </Button>
      {problem && <Notice>{sentence(problem)}</Notice>}
    </form>
  );
}

function Draft({ draft }: { draft: QuizDraftView }) {
  const { t, i18n } = useTranslation();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className={css.draft} aria-label={draft.topic || t('tutor.drafts.whole')}>
      <header>
        <h3>{draft.topic || t('tutor.drafts.whole')}</h3>
        <p>
          {when.format(new Date(draft.createdAt))} ·{' '}
          {draft.madeBy ? t('tutor.drafts.byModel', { model: draft.madeBy }) : t('tutor.drafts.byRules')}
          {draft.leftOut > 0 && ` ${t('tutor.drafts.leftOut', { count: draft.leftOut })}`}
        </p>
      </header>
      <ol className={css.items}>
        {draft.items.map((item) => (
          <DraftItem key={item.number} draft={draft} item={item} />
        ))}
      </ol>
    </section>
  );
}
