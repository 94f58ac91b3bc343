import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Markdown } from '@/ui/Markdown';
import { AnswerInputs } from '../answer/AnswerInputs';
import { asSeen } from '../asSeen';
import type { DraftQuestion } from '../draft';
import type { AnswerValue } from '../kinds';
import css from './Edit.module.css';

/** The question as a student will see it, to be tried out; nothing of what is tried is kept. */
export function Preview({ question }: { question: DraftQuestion }) {
  const { t } = useTranslation();
  const id = useId();
  const [value, setValue] = useState<AnswerValue>(null);
  const seen = asSeen(question);
  return (
    <section className={css.preview} aria-label={t('editor.seen')}>
      <h4>{t('editor.seen')}</h4>
      <div id={id} className={css.asked}>
        {question.type === 'cloze' ? t('take.how.cloze') : <Markdown onPaper text={seen.text} />}
      </div>
      <AnswerInputs key={seen.type} question={seen} value={value} onChange={setValue} labelledBy={id} />
    </section>
  );
}
