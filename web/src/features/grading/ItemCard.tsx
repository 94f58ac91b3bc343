import { useTranslation } from 'react-i18next';
import type { ItemView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { MarkdownLine } from '@/ui/Markdown';
import { Notice } from '@/ui/Notice';
import { hintsOf } from './hints';
import { useNumbers } from './numbers';
import css from './StatisticsView.module.css';
import { useOptionText } from './useOptionText';

/** One question: its numbers, what was chosen, and what that means in plain words. */
export function ItemCard({ item, number }: { item: ItemView; number: number }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const optionText = useOptionText();
  const { facility, discrimination, effectiveWeight, intendedWeight, answered, efficiency } = item.statistics;
  const rival = item.options.find((one) => one.optionId === item.rival);
  const key = item.options.find((one) => one.weight === 1);
  return (
    <li className={css.item}>
      <h4>
        <span className={css.number}>{number}</span> <MarkdownLine text={item.text} />
      </h4>
      <dl className={css.numbers}>
        <Index name="facility" value={numbers.percent(facility)} />
        <Index name="discrimination" value={numbers.plain(discrimination)} />
        <Index name="efficiency" value={numbers.percent(efficiency)} />
        <Index
          name="weight"
          value={`${numbers.percent(effectiveWeight)} / ${numbers.percent(intendedWeight)}`}
        />
        <Index name="answered" value={String(answered)} />
        {item.guess !== null && item.guess > 0 && <Index name="guess" value={numbers.percent(item.guess)} />}
      </dl>
      {hintsOf(item).map((hint) => (
        <Notice key={hint} tone="info">
          {t(`grading.hints.${hint}`, {
            option: rival ? optionText(rival) : '',
            rival: numbers.plain(rival?.discrimination ?? null),
            key: numbers.plain(key?.discrimination ?? null),
            guess: numbers.percent(item.guess),
          })}
        </Notice>
      ))}
      {item.options.length > 0 && (
        <ul className={css.options}>
          {item.options.map((one) => (
            <li key={one.optionId} className={cx(one.weight > 0 && css.right)}>
              <span>
                <MarkdownLine text={optionText(one)} />
              </span>
              {one.weight > 0 && <small>{t('grading.right')}</small>}
              <meter min={0} max={1} value={one.share ?? 0} aria-hidden="true" />
              <b>{one.chosen}</b>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

type IndexName = 'facility' | 'discrimination' | 'efficiency' | 'weight' | 'answered' | 'guess';

function Index({ name, value }: { name: IndexName; value: string }) {
  const { t } = useTranslation();
  return (
    <div title={t(`grading.explained.${name}`)}>
      <dt>{t(`grading.numbers.${name}`)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
