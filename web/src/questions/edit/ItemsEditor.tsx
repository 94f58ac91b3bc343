import { useTranslation } from 'react-i18next';
import type { OrderingStrategy } from '@/generated/schema';
import { Button, IconButton } from '@/ui/Button';
import { Select } from '@/ui/Field';
import { newItem } from '../draft';
import { moved } from '../moves';
import css from './Edit.module.css';
import { Line } from './Line';
import { patched, without } from './lists';
import type { EditProps } from './props';

const STRATEGIES: OrderingStrategy[] = [
  'absolutePosition',
  'pairsInOrder',
  'longestSubset',
  'longestRun',
  'relativeNext',
  'relativeNextAndEnd',
  'relativeBoth',
  'allOrNothing',
];

/** Things in their right order, and what a partly right order earns. */
export function ItemsEditor({ question, errors, onChange }: EditProps) {
  const { t } = useTranslation();
  const { items, strategy } = question;
  return (
    <>
      <fieldset className={css.rows}>
        <legend className={css.small}>{t('editor.items')}</legend>
        {items.map((item, index) => (
          <div key={item.key} className={css.row}>
            <span className={css.place} aria-hidden="true">
              {index + 1}
            </span>
            <Line
              label={t('editor.item', { number: index + 1 })}
              error={errors[`items[${index}]`] ?? (index === 0 ? errors.items : undefined)}
              value={item.text}
              onChange={(event) =>
                onChange({ items: patched(items, item.key, { text: event.target.value }) })
              }
            />
            <IconButton
              icon="up"
              label={t('editor.itemUp', { number: index + 1 })}
              disabled={index === 0}
              onClick={() => onChange({ items: moved(items, index, index - 1) })}
            />
            {items.length > 2 && (
              <IconButton
                icon="close"
                label={t('editor.removeItem', { number: index + 1 })}
                onClick={() => onChange({ items: without(items, item.key) })}
              />
            )}
          </div>
        ))}
        {items.length < 30 && (
          <Button
            tone="plain"
            size="s"
            icon="plus"
            onClick={() => onChange({ items: [...items, newItem()] })}
          >
            {t('editor.addItem')}
          </Button>
        )}
      </fieldset>
      <Select
        label={t('editor.strategy')}
        hint={t(`editor.strategies.${strategy}Hint`)}
        value={strategy}
        onChange={(event) => onChange({ strategy: event.target.value as OrderingStrategy })}
      >
        {STRATEGIES.map((one) => (
          <option key={one} value={one}>
            {t(`editor.strategies.${one}`)}
          </option>
        ))}
      </Select>
    </>
  );
}
