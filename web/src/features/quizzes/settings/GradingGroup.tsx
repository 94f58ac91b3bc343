import { useTranslation } from 'react-i18next';
import type { GradeMethod } from '@/generated/schema';
import { Field, Select } from '@/ui/Field';
import { FIELDS } from '../check';
import type { GroupProps } from './Settings';
import css from './Settings.module.css';

const METHODS: GradeMethod[] = ['highest', 'average', 'first', 'last'];

/** How often it can be taken, what counts, and what it earns. */
export function GradingGroup({ draft, errors, open, onChange }: GroupProps) {
  const { t } = useTranslation();
  const number = (name: 'attempts' | 'pass' | 'tokens') => (
    <Field
      label={t(`editor.${name}`)}
      error={errors[FIELDS[name]]}
      inputMode="numeric"
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <div className={css.numbers}>
        {number('attempts')}
        <Select
          label={t('settings.method')}
          value={draft.method}
          disabled={draft.attempts === '1'}
          onChange={(event) => onChange({ method: event.target.value as GradeMethod })}
        >
          {METHODS.map((method) => (
            <option key={method} value={method}>
              {t(`settings.methods.${method}`)}
            </option>
          ))}
        </Select>
      </div>
      {!open && (
        <div className={css.numbers}>
          {number('pass')}
          {number('tokens')}
        </div>
      )}
    </>
  );
}
