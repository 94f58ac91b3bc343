import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Attempt, AttemptResult } from '@/generated/api';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { saveAnswer } from './api';
import { Countdown } from './Countdown';
import { isAnswered, openDesk } from './desk';
import { handIn } from './handIn';
import { Overview } from './Overview';
import { QuestionForm } from './QuestionForm';
import css from './TakeQuiz.module.css';

interface TakeQuizProps {
  attempt: Attempt;
  onDone: (result: AttemptResult | null) => void;
  onClose: () => void;
}

/** An attempt: one question at a time, all of them below, and the server's clock above. */
export function TakeQuiz({ attempt, onDone, onClose }: TakeQuizProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const desk = useMemo(() => openDesk(attempt, (id, value, revision) => saveAnswer(attempt.quizId, id, value, revision)), [attempt]);
  const { answers, over } = useStore(desk.store);
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const gone = useRef(new AbortController());
  const submit = useAction(async () => onDone(await handIn(attempt.quizId, desk, setWaiting, gone.current.signal)));
  const question = attempt.questions[at];
  const missing = attempt.questions.filter(({ id }) => !isAnswered(answers[id]?.value ?? null)).length;
  const last = at === attempt.questions.length - 1;

  useEffect(() => {
    gone.current = new AbortController();
    window.addEventListener('online', desk.retry);
    return () => {
      gone.current.abort();
      desk.close();
      window.removeEventListener('online', desk.retry);
    };
  }, [desk]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt ends once, whatever else changes
  useEffect(() => {
    if (over) void submit.run();
  }, [over]);

  if (!question) return null;
  return (
    <Dialog wide title={attempt.title} onClose={onClose}>
      <div className={css.attempt}>
        <Countdown deadline={attempt.deadline} startedAt={attempt.startedAt} onEnd={submit.run} />
        {waiting && <Notice tone="info">{t('take.waiting')}</Notice>}
        {submit.problem && <Notice>{sentence(submit.problem)}</Notice>}
        {asking ? (
          <section className={css.confirm} aria-live="polite">
            <h3>{t('take.confirm')}</h3>
            <p>{missing > 0 ? t('take.confirmMissing', { count: missing }) : t('take.confirmAll')}</p>
            <div className={css.ways}>
              <Button tone="paper" onClick={() => setAsking(false)}>
                {t('take.stay')}
              </Button>
              <Button busy={submit.busy} onClick={() => submit.run()}>
                {t(submit.busy ? 'take.submitting' : 'take.submit')}
              </Button>
            </div>
          </section>
        ) : (
          <>
            <QuestionForm key={question.id} question={question} number={at + 1} count={attempt.questions.length} desk={desk} />
            <div className={css.ways}>
              <Button tone="paper" icon="back" disabled={at === 0} onClick={() => setAt(at - 1)}>
                {t('take.previous')}
              </Button>
              {last ? (
                <Button onClick={() => setAsking(true)}>{t('take.submit')}</Button>
              ) : (
                <Button onClick={() => setAt(at + 1)}>{t('take.next')}</Button>
              )}
            </div>
          </>
        )}
        <Overview questions={attempt.questions} answers={answers} at={asking ? -1 : at} onGo={(next) => (setAsking(false), setAt(next))} />
      </div>
    </Dialog>
  );
}
