import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Notice } from '@/ui/Notice';
import { AnswerInputs } from './AnswerInputs';
import type { Desk } from './desk';
import type { QuestionView } from './question';
import { SaveMark } from './SaveMark';
import css from './TakeQuiz.module.css';

interface QuestionFormProps {
  question: QuestionView;
  number: number;
  count: number;
  desk: Desk;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function QuestionForm({ question, number, count, desk, heading }: QuestionFormProps) {
  const { t } = useTranslation();
  const answer = useStore(desk.store, (state) => state.answers[question.id]);
  const how = question.type === 'single' || question.type === 'multiple' ? t(`take.${question.type}`) : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits are a shortcut to the inputs inside
    <div className={css.question} onKeyDown={chooseByDigit}>
      <p className={css.meta}>
        {t('take.question', { number, count })} · {t('take.points', { count: question.points })}
      </p>
      <h4 id={`question-${question.id}`} ref={heading} tabIndex={-1} className={css.text}>
        {question.text}
      </h4>
      {how && (
        <p id={`how-${question.id}`} className={css.how}>
          {how}
        </p>
      )}
      <AnswerInputs
        question={question}
        value={answer?.value ?? null}
        onChange={(value) => desk.answer(question.id, value)}
      />
      {answer?.state === 'replaced' ? (
        <Notice tone="info">{t('take.state.replaced')}</Notice>
      ) : (
        <SaveMark state={answer?.state ?? 'idle'} />
      )}
    </div>
  );
}

/** 1 to 9 choose an answer wherever nothing is being typed. */
function chooseByDigit(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
  if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
  const inputs = event.currentTarget.querySelectorAll<HTMLInputElement>(
    'input[type=radio], input[type=checkbox]',
  );
  const input = inputs[Number(event.key) - 1];
  input?.focus();
  input?.click();
}
