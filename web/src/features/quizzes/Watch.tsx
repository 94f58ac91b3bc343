import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { closeQuiz, useRefreshQuizzes, useResults } from './api';
import { CloseDialog } from './CloseDialog';
import { LiveRows } from './LiveRows';
import { ResultsTable } from './ResultsTable';
import { progressRows } from './rows';
import { useRefreshOnNews } from './useRefreshOnNews';
import css from './Watch.module.css';

const NOTHING = {};

/** One quiz as its teacher watches it: live while it is open, the results after. */
export function Watch({ quiz: known, onClose }: { quiz: QuizView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const results = useResults(known.id);
  const live = useRoom((state) => state.progress[known.id]) ?? NOTHING;
  const people = useRoom((state) => state.people);
  const [asking, setAsking] = useState(false);
  useRefreshOnNews();
  const close = useAction(async () => {
    await closeQuiz(known.id);
    setAsking(false);
    await refresh();
  });
  const quiz = results.data?.quiz ?? known;
  const rows = progressRows({
    listed: results.data?.rows ?? [],
    heard: results.data?.heard ?? NOTHING,
    live,
    people,
  });
  const open = quiz.state === 'open';
  return (
    <section className={css.watch} aria-label={quiz.title}>
      <header className={css.head}>
        <Button tone="plain" size="s" icon="back" onClick={onClose}>
          {t('quiz.all')}
        </Button>
        <h3>{quiz.title}</h3>
      </header>
      {results.isPending && <Skeleton label={t('common.loading')} />}
      {results.error && !results.data && (
        <Empty art="unplugged" title={t('quiz.failed')}>
          <p>{sentence(asProblem(results.error))}</p>
          <Button onClick={() => results.refetch()}>{t('common.retry')}</Button>
        </Empty>
      )}
      {results.data &&
        (open ? (
          <LiveRows rows={rows} count={quiz.questionCount} />
        ) : (
          <ResultsTable results={results.data} />
        ))}
      {open && (
        <Button tone="paper" icon="stop" className={css.close} onClick={() => setAsking(true)}>
          {t('quiz.close')}
        </Button>
      )}
      {asking && (
        <CloseDialog
          working={rows.filter((row) => row.state === 'open').length}
          busy={close.busy}
          onConfirm={() => close.run()}
          onCancel={() => setAsking(false)}
        >
          {close.problem && <Notice>{sentence(close.problem)}</Notice>}
        </CloseDialog>
      )}
    </section>
  );
}
