import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { Switch } from '@/ui/Switch';
import type { GroupProps } from './Settings';

/** In what order it is met, and whether a word opens it. */
export function LookGroup({ draft, errors, open, hadPassword, onChange }: GroupProps) {
  const { t } = useTranslation();
  return (
    <>
      {!open && (
        <>
          <Switch
            label={t('settings.shuffle')}
            hint={t('settings.shuffleHint')}
            on={draft.shuffle}
            onChange={(shuffle) => onChange({ shuffle })}
          />
          <Switch
            label={t('settings.shuffleOptions')}
            hint={t('settings.shuffleOptionsHint')}
            on={draft.shuffleOptions}
            onChange={(shuffleOptions) => onChange({ shuffleOptions })}
          />
        </>
      )}
      <Switch
        label={t('settings.locked')}
        hint={t('settings.lockedHint')}
        on={draft.locked}
        onChange={(locked) => onChange({ locked })}
      />
      {draft.locked && (
        <Field
          label={t('settings.password')}
          hint={hadPassword ? t('settings.passwordStays') : undefined}
          error={errors.password}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={draft.password}
          onChange={(event) => onChange({ password: event.target.value })}
        />
      )}
    </>
  );
}
