import { useTranslation } from 'react-i18next';
import type { GapView } from '@/generated/schema';
import { gapsIn, inWords, isPictured } from '@/lib/markdown';
import { cx } from '@/ui/cx';
import { Markdown, MarkdownLine } from '@/ui/Markdown';
import { filledOf, filledWith } from '../kinds';
import css from './Cloze.module.css';
import type { AnswerProps } from './props';

/** A text whose gaps are filled where they stand. One that the text does not show is asked for below it. */
export function ClozeInput({ question, value, onChange, labelledBy }: AnswerProps<'cloze'>) {
  const { text, gaps } = question;
  const filled = filledOf(value);
  const shown = gapsIn(text);
  const render = (gap: GapView) => (
    <Gap
      key={gap.id}
      gap={gap}
      number={gaps.indexOf(gap) + 1}
      value={filled[gap.id] ?? ''}
      onChange={(what) => onChange(filledWith(value, gap.id, what))}
    />
  );
  return (
    <fieldset className={css.cloze} aria-labelledby={labelledBy}>
      <Markdown
        onPaper
        text={text}
        gap={(id) => {
          const gap = gaps.find((one) => one.id === id);
          return gap ? render(gap) : `{{${id}}}`;
        }}
      />
      {gaps.filter(({ id }) => !shown.includes(id)).map(render)}
    </fieldset>
  );
}

interface GapProps {
  gap: GapView;
  number: number;
  value: string;
  onChange: (what: string) => void;
}

function Gap({ gap, number, value, onChange }: GapProps) {
  const { t } = useTranslation();
  const label = t('take.gap', { number });
  if (gap.kind !== 'choice')
    return (
      <span className={css.typed} data-text={value}>
        <input
          type="text"
          aria-label={label}
          size={4}
          inputMode={gap.kind === 'number' ? 'decimal' : 'text'}
          maxLength={1000}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={cx(css.gap, value && css.filled)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    );
  if (gap.layout === 'menu' && !gap.options.some(({ text }) => isPictured(text)))
    return (
      <select
        aria-label={label}
        className={cx(css.gap, css.menu, value && css.filled)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('take.choose')}</option>
        {gap.options.map(({ id, text }) => (
          <option key={id} value={id}>
            {inWords(text)}
          </option>
        ))}
      </select>
    );
  return (
    <span
      role="radiogroup"
      aria-label={label}
      className={cx(css.pills, gap.layout === 'column' && css.column)}
    >
      {gap.options.map(({ id, text }) => (
        <label key={id}>
          <input type="radio" name={gap.id} checked={value === id} onChange={() => onChange(id)} />
          <MarkdownLine text={text} />
        </label>
      ))}
    </span>
  );
}
