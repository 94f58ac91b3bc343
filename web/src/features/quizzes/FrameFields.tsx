import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { BOUNDS, FIELDS } from './check';
import type { Draft } from './draft';
import css from './QuizEditor.module.css';
import type { Errors } from './useFlaws';

interface FrameFieldsProps {
  draft: Draft;
  errors: Errors;
  onChange: (patch: Partial<Draft>) => void;
}

/** Everything about a quiz but its questions. */
export function FrameFields({ draft, errors, onChange }: FrameFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t('editor.name')}
        error={errors.title}
        value={draft.title}
        maxLength={120}
        autoFocus
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <div className={css.numbers}>
        {(['minutes', 'pass', 'tokens', 'attempts'] as const).map((name) => (
          <Field
            key={name}
            label={t(`editor.${name}`)}
            error={errors[FIELDS[name]]}
            type="number"
            inputMode="numeric"
            min={BOUNDS[name].least}
            max={BOUNDS[name].most}
            value={draft[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
      </div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={draft.shuffle}
          onChange={(event) => onChange({ shuffle: event.target.checked })}
        />
        {t('editor.shuffle')}
      </label>
    </>
  );
}
