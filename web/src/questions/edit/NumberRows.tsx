import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { type DraftNumber, newNumber } from '../draft';
import type { Errors } from '../useFlaws';
import css from './Edit.module.css';
import { Line, Share } from './Line';
import { patched, without } from './lists';

const KINDS = ['absolute', 'relative', 'geometric', 'range'] as const;

interface NumberRowsProps {
  numbers: DraftNumber[];
  /** By the server's name of the list, `accepted`. */
  errors: Errors;
  onChange: (numbers: DraftNumber[]) => void;
}

/** Accepted numbers: each with a tolerance, or from one to another. */
export function NumberRows({ numbers, errors, onChange }: NumberRowsProps) {
  const { t } = useTranslation();
  const change = (key: string, patch: Partial<DraftNumber>) => onChange(patched(numbers, key, patch));
  return (
    <fieldset className={css.rows}>
      <legend className={css.small}>{t('editor.numbers')}</legend>
      {numbers.map((one, index) => {
        const error = (field: string) => errors[`accepted[${index}].${field}`];
        const ranged = one.kind === 'range';
        return (
          <div key={one.key} className={css.row}>
            <Line
              label={t(ranged ? 'editor.from' : 'editor.value')}
              size={7}
              inputMode="decimal"
              error={error('value') ?? (index === 0 ? errors.accepted : undefined)}
              value={one.value}
              onChange={(event) => change(one.key, { value: event.target.value })}
            />
            <select
              className={css.menu}
              aria-label={t('editor.tolerance')}
              value={one.kind}
              onChange={(event) => change(one.key, { kind: event.target.value as DraftNumber['kind'] })}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`editor.tolerances.${kind}`)}
                </option>
              ))}
            </select>
            <span
              className={css.unit}
              data-unit={one.kind === 'relative' || one.kind === 'geometric' ? '%' : ''}
            >
              <Line
                label={t(ranged ? 'editor.to' : 'editor.tolerance')}
                size={5}
                inputMode="decimal"
                error={error(ranged ? 'high' : 'tolerance')}
                value={ranged ? one.high : one.tolerance}
                onChange={(event) =>
                  change(one.key, ranged ? { high: event.target.value } : { tolerance: event.target.value })
                }
              />
            </span>
            <Share
              label={t('editor.share', { number: index + 1 })}
              error={error('weight')}
              value={one.share}
              onChange={(event) => change(one.key, { share: event.target.value })}
            />
            {numbers.length > 1 && (
              <IconButton
                icon="close"
                label={t('editor.removeOption', { number: index + 1 })}
                onClick={() => onChange(without(numbers, one.key))}
              />
            )}
          </div>
        );
      })}
      {numbers.length < 20 && (
        <Button tone="plain" size="s" icon="plus" onClick={() => onChange([...numbers, newNumber()])}>
          {t('editor.addNumber')}
        </Button>
      )}
    </fieldset>
  );
}
