import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { Switch } from '@/ui/Switch';
import { FIELDS } from '../check';
import type { GroupProps } from './Settings';
import css from './Settings.module.css';

/** How long an attempt lasts, and when the quiz can be taken at all. */
export function TimeGroup({ draft, errors, open, onChange }: GroupProps) {
  const { t } = useTranslation();
  return (
    <>
      <Switch label={t('settings.timed')} on={draft.timed} onChange={(timed) => onChange({ timed })} />
      <div className={css.numbers}>
        {draft.timed && (
          <Field
            label={t('editor.minutes')}
            error={errors[FIELDS.minutes]}
            inputMode="decimal"
            value={draft.minutes}
            onChange={(event) => onChange({ minutes: event.target.value })}
          />
        )}
        <Field
          label={t('settings.grace')}
          hint={t('settings.graceHint')}
          error={errors[FIELDS.grace]}
          inputMode="numeric"
          value={draft.grace}
          onChange={(event) => onChange({ grace: event.target.value })}
        />
      </div>
      <div className={css.numbers}>
        {!open && (
          <Field
            label={t('settings.opensAt')}
            hint={t('settings.opensAtHint')}
            error={errors.opensAt}
            type="datetime-local"
            value={draft.opensAt}
            onChange={(event) => onChange({ opensAt: event.target.value })}
          />
        )}
        <Field
          label={t('settings.closesAt')}
          hint={t('settings.closesAtHint')}
          error={errors.closesAt}
          type="datetime-local"
          value={draft.closesAt}
          onChange={(event) => onChange({ closesAt: event.target.value })}
        />
      </div>
    </>
  );
}
