import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { lengthOf, wordCount } from '../count';
import css from './Essay.module.css';
import type { AnswerProps } from './props';

/** A text of any length: the sheet grows with it, and its words are counted. */
export function EssayInput({ question, value, onChange, labelledBy }: AnswerProps<'essay'>) {
  const { t } = useTranslation();
  const note = useId();
  const { minWords, maxWords, template } = question;
  const text = typeof value === 'string' ? value : (template ?? '');
  const words = wordCount(text);
  const length = lengthOf(words, minWords, maxWords);
  const wanted =
    minWords > 0 && maxWords !== null
      ? t('take.words.between', { least: minWords, most: maxWords })
      : maxWords !== null
        ? t('take.words.most', { most: maxWords })
        : minWords > 0 && t('take.words.least', { least: minWords });
  return (
    <div className={css.essay}>
      <div className={css.sheet} data-text={`${text}\n`}>
        <textarea
          aria-labelledby={labelledBy}
          aria-describedby={note}
          placeholder={t('take.essay')}
          rows={6}
          maxLength={50_000}
          value={text}
          onChange={(event) => onChange(event.target.value || null)}
        />
      </div>
      <p id={note} className={cx(css.count, css[length])}>
        <span>{t('take.words.count', { count: words })}</span>
        {wanted && <span>{wanted}</span>}
        {length === 'long' && <b>{t('take.words.long')}</b>}
      </p>
    </div>
  );
}
