import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AttemptView } from '@/generated/schema';
import { AnswerInputs } from '@/questions/answer/AnswerInputs';
import type { QuestionView } from '@/questions/kinds';
import { cx } from '@/ui/cx';
import { Markdown } from '@/ui/Markdown';
import { Notice } from '@/ui/Notice';
import { DuringReview } from './DuringReview';
import type { Desk } from './desk';
import { SaveMark } from './SaveMark';
import css from './TakeQuiz.module.css';

interface QuestionFormProps {
  attempt: AttemptView;
  question: QuestionView;
  number: number;
  count: number;
  desk: Desk;
  heading: RefObject<HTMLDivElement | null>;
}

export function QuestionForm({ attempt, question, number, count, desk, heading }: QuestionFormProps) {
  const { t } = useTranslation();
  const answer = useStore(desk.store, (state) => state.answers[question.id]);
  const id = `question-${question.id}`;
  const how = HOW.has(question.type) && t(`take.how.${question.type as How}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits are a shortcut to the inputs inside
    <div className={css.question} onKeyDown={chooseByDigit}>
      <h4 className={css.meta}>
        {t('take.question', { number, count })} · {t('take.points', { count: question.points })}
      </h4>
      <div id={id} ref={heading} tabIndex={-1} className={cx(css.text, isLong(question) && css.long)}>
        {question.type === 'cloze' ? t('take.how.cloze') : <Markdown onPaper text={question.text} />}
      </div>
      {how && (
        <p id={`how-${question.id}`} className={css.how}>
          {how}
        </p>
      )}
      <AnswerInputs
        question={question}
        labelledBy={id}
        value={answer?.value ?? null}
        onChange={(value) => desk.answer(question.id, value)}
      />
      {answer?.state === 'replaced' ? (
        <Notice tone="info">{t('take.state.replaced')}</Notice>
      ) : (
        <SaveMark state={answer?.state ?? 'idle'} />
      )}
      {attempt.review.length > 0 && answer?.state === 'saved' && (
        <DuringReview attempt={attempt} questionId={question.id} revision={answer.revision} />
      )}
    </div>
  );
}

type How = 'single' | 'multiple' | 'matching' | 'ordering';
const HOW: ReadonlySet<string> = new Set<How>(['single', 'multiple', 'matching', 'ordering']);

/** A text of some length is read, not looked at. */
const isLong = ({ type, text }: QuestionView): boolean =>
  type !== 'cloze' && (text.length > 140 || text.includes('\n'));

/** 1 to 9 choose an answer wherever nothing is being typed. */
function chooseByDigit(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
  if (isTypedInto(event.target)) return;
  const inputs = event.currentTarget.querySelectorAll<HTMLInputElement>(
    'input[type=radio], input[type=checkbox]',
  );
  const input = inputs[Number(event.key) - 1];
  input?.focus();
  input?.click();
}

const isTypedInto = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type === 'text');
