import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/Field';
import { marked, type Scoring } from '../draft';
import { OptionRows } from './OptionRows';
import type { EditProps } from './props';

const SCORINGS = { single: ['even', 'custom'], multiple: ['even', 'shared', 'free', 'custom'] } as const;

/** The options of a choice, which of them are right, and what the wrong ones cost. */
export function OptionsEditor({ question, errors, onChange }: EditProps) {
  const { t } = useTranslation();
  const type = question.type === 'multiple' ? 'multiple' : 'single';
  const known = (SCORINGS[type] as readonly Scoring[]).includes(question.scoring) ? question.scoring : 'even';
  return (
    <>
      <OptionRows
        legend={t(
          known === 'custom'
            ? 'editor.optionsShares'
            : type === 'single'
              ? 'editor.optionsOne'
              : 'editor.options',
        )}
        field="options"
        options={question.options}
        several={type === 'multiple'}
        scoring={known}
        errors={errors}
        onMark={(key, correct) => onChange({ options: marked(question, key, correct) })}
        onChange={(options) => onChange({ options })}
      />
      <Select
        label={t('editor.scoring')}
        hint={t(`editor.scorings.${type}.${known}Hint` as 'editor.scorings.multiple.evenHint')}
        value={known}
        onChange={(event) => onChange({ scoring: event.target.value as Scoring })}
      >
        {SCORINGS[type].map((scoring) => (
          <option key={scoring} value={scoring}>
            {t(`editor.scorings.${type}.${scoring}` as 'editor.scorings.multiple.even')}
          </option>
        ))}
      </Select>
    </>
  );
}
