import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/Field';
import { Switch } from '@/ui/Switch';
import css from './Edit.module.css';
import type { EditProps } from './props';
import { TextRows } from './TextRows';

const SLIPS = ['0', '1', '2', '3'] as const;

/** What may be typed, and how strictly it is read. */
export function ShortEditor({ question, errors, onChange }: EditProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextRows texts={question.texts} errors={errors} onChange={(texts) => onChange({ texts })} />
      <div className={css.switches}>
        <Switch
          label={t('editor.caseSensitive')}
          on={question.caseSensitive}
          onChange={(caseSensitive) => onChange({ caseSensitive })}
        />
        <Switch
          label={t('editor.wildcards')}
          hint={t('editor.wildcardsHint')}
          on={question.wildcards}
          onChange={(wildcards) => onChange({ wildcards })}
        />
      </div>
      <Select
        label={t('editor.slips')}
        value={question.maxEdits}
        onChange={(event) => onChange({ maxEdits: event.target.value })}
      >
        {SLIPS.map((count) => (
          <option key={count} value={count}>
            {t('editor.slipsOf', { count: Number(count) })}
          </option>
        ))}
      </Select>
    </>
  );
}
