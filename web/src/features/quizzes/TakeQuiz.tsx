import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AttemptResult, AttemptView } from '@/generated/schema';
import { useSentence } from '@/lib/useAction';
import { isAnswered } from '@/questions/kinds';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Countdown } from './Countdown';
import { deskOf } from './desks';
import { HandInDialog } from './HandInDialog';
import { Overview } from './Overview';
import { QuestionForm } from './QuestionForm';
import css from './TakeQuiz.module.css';
import { useDeadline } from './useDeadline';
import { useDeskLine } from './useDeskLine';
import { useHandIn } from './useHandIn';

interface TakeQuizProps {
  attempt: AttemptView;
  onDone: (result: AttemptResult | null) => void;
}

/** An attempt: one question at a time, the way to all of them, and the server's clock above. */
export function TakeQuiz({ attempt, onDone }: TakeQuizProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const desk = deskOf(attempt);
  const { answers } = useStore(desk.store);
  const missing = attempt.questions.filter(({ id }) => !isAnswered(answers[id]?.value));
  const [at, setAt] = useState(() => firstOpen(attempt));
  const [asking, setAsking] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const submit = useHandIn(attempt, desk, onDone);
  useDeskLine(desk);
  const deadline = useDeadline(attempt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: readers are led to each question as it comes up
  useEffect(() => text.current?.focus({ preventScroll: true }), [at]);

  const question = attempt.questions[at];
  if (!question) return null;
  const last = at === attempt.questions.length - 1;
  const hand = () => (missing.length > 0 ? setAsking(true) : void submit.run());
  return (
    <section className={css.attempt} aria-label={attempt.title} onKeyDown={keepFromRoom}>
      <header className={css.top}>
        <div className={css.head}>
          <h3>{attempt.title}</h3>
          {deadline.at !== null && (
            <Countdown deadline={deadline.at} startedAt={attempt.startedAt} onEnd={() => submit.run()} />
          )}
        </div>
        <Overview questions={attempt.questions} answers={answers} at={at} onGo={setAt} />
      </header>
      {deadline.moved && <Notice tone="info">{t('take.timeMoved')}</Notice>}
      {submit.waiting && <Notice tone="info">{t('take.waiting')}</Notice>}
      {submit.problem && <Notice>{sentence(submit.problem)}</Notice>}
      <form
        className={css.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          if (last) hand();
          else setAt(at + 1);
        }}
      >
        <QuestionForm
          key={question.id}
          attempt={attempt}
          question={question}
          number={at + 1}
          count={attempt.questions.length}
          desk={desk}
          heading={text}
        />
        <div className={css.ways}>
          <Button tone="paper" icon="back" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t('take.previous')}
          </Button>
          <Button type="submit" tone={last ? 'sun' : 'spruce'} busy={submit.busy}>
            {t(submit.busy ? 'take.submitting' : last ? 'take.submit' : 'take.next')}
          </Button>
        </div>
      </form>
      {asking && (
        <HandInDialog
          missing={missing.length}
          busy={submit.busy}
          onSubmit={() => submit.run()}
          onStay={() => {
            setAsking(false);
            setAt(attempt.questions.findIndex(({ id }) => id === missing[0]?.id));
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** Arrow keys and letters belong to the question here, not to the room; Escape still closes the panel. */
function keepFromRoom(event: KeyboardEvent): void {
  if (event.key !== 'Escape') event.stopPropagation();
}

const firstOpen = ({ questions, answers }: AttemptView): number =>
  Math.max(
    0,
    questions.findIndex(({ id }) => !isAnswered(answers[id]?.value)),
  );
