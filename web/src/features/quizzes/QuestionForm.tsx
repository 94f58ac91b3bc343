import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AnswerValue, Question } from '@/generated/api';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { BLANK, type Desk } from './desk';
import css from './TakeQuiz.module.css';
import { useShownAnswer } from './useShownAnswer';

interface QuestionFormProps {
  question: Question;
  number: number;
  count: number;
  desk: Desk;
}

export function QuestionForm({ question, number, count, desk }: QuestionFormProps) {
  const { t } = useTranslation();
  const answer = useStore(desk.store, (state) => state.answers[question.id]) ?? BLANK;
  const shown = useShownAnswer(question);
  return (
    <div className={css.question}>
      <p className={css.meta}>
        {t('take.question', { number, count })} · {t('take.points', { count: question.points })}
      </p>
      <Inputs question={question} value={answer.value} onChange={(value) => desk.answer(question.id, value)} />
      <p className={cx(css.saved, css[answer.state])} aria-live="polite">
        {answer.state === 'saved' && <Icon name="check" size={18} />}
        {answer.state !== 'idle' && t(`take.state.${answer.state}`)}
      </p>
      {answer.state === 'conflict' && (
        <div className={css.conflict} role="alert">
          <p>{t('take.conflict')}</p>
          <Button size="s" tone="paper" onClick={() => desk.settle(question.id, 'mine')}>
            {t('take.keepMine')}: {shown(answer.value)}
          </Button>
          <Button size="s" tone="paper" onClick={() => desk.settle(question.id, 'other')}>
            {t('take.useOther')}: {shown(answer.other?.value ?? null)}
          </Button>
        </div>
      )}
    </div>
  );
}

interface InputsProps {
  question: Question;
  value: AnswerValue;
  onChange: (value: AnswerValue) => void;
}

function Inputs({ question, value, onChange }: InputsProps) {
  const { t } = useTranslation();
  const name = useId();
  if (question.type === 'shortAnswer')
    return (
      <div className={css.short}>
        <p className={css.text}>{question.text}</p>
        <Field
          label={t('take.shortAnswer')}
          value={typeof value === 'string' ? value : ''}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value || null)}
        />
      </div>
    );
  const many = question.type === 'multiple';
  const chosen = Array.isArray(value) ? value : [];
  const options =
    question.type === 'trueFalse'
      ? [
          { id: 'true', text: t('take.true'), answer: true, on: value === true },
          { id: 'false', text: t('take.false'), answer: false, on: value === false },
        ]
      : question.options.map((option) => ({
          ...option,
          answer: many ? toggled(chosen, option.id) : option.id,
          on: many ? chosen.includes(option.id) : value === option.id,
        }));
  return (
    <fieldset className={css.options}>
      <legend className={css.text}>{question.text}</legend>
      {question.type !== 'trueFalse' && <p className={css.how}>{t(many ? 'take.multiple' : 'take.single')}</p>}
      {options.map((option) => (
        <label key={option.id} className={css.option}>
          <input type={many ? 'checkbox' : 'radio'} name={name} checked={option.on} onChange={() => onChange(option.answer)} />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** An empty choice is no answer, and is told to the server as none. */
function toggled(chosen: string[], id: string): string[] | null {
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return next.length > 0 ? next : null;
}
