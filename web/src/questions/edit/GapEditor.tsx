import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/Button';
import { Select } from '@/ui/Field';
import { Switch } from '@/ui/Switch';
import { type DraftGap, marked } from '../draft';
import type { Errors } from '../useFlaws';
import css from './Edit.module.css';
import { Line } from './Line';
import { NumberRows } from './NumberRows';
import { OptionRows } from './OptionRows';
import { TextRows } from './TextRows';

interface GapEditorProps {
  gap: DraftGap;
  errors: Errors;
  /** What is wrong with its place in the text. */
  lost: string | undefined;
  onChange: (patch: Partial<DraftGap>) => void;
  onRemove: () => void;
}

/** One gap: how it is filled, and what with. */
export function GapEditor({ gap, errors, lost, onChange, onRemove }: GapEditorProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.gap}>
      <legend className={css.gapName}>{`{{${gap.id}}}`}</legend>
      {lost && <p className={css.error}>{lost}</p>}
      <div className={css.row}>
        <select
          className={css.menu}
          aria-label={t('editor.gapKind')}
          value={gap.kind}
          onChange={(event) => onChange({ kind: event.target.value as DraftGap['kind'] })}
        >
          {(['text', 'choice', 'number'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {t(`editor.gapKinds.${kind}`)}
            </option>
          ))}
        </select>
        <span className={css.says}>{t('editor.counts')}</span>
        <Line
          label={t('editor.gapWeight')}
          size={4}
          inputMode="decimal"
          error={errors.weight}
          value={gap.weight}
          onChange={(event) => onChange({ weight: event.target.value })}
        />
        <IconButton icon="trash" label={t('editor.removeGap', { name: gap.id })} onClick={onRemove} />
      </div>
      {gap.kind === 'choice' && <ChoiceGap gap={gap} errors={errors} onChange={onChange} />}
      {gap.kind === 'text' && (
        <>
          <TextRows texts={gap.texts} errors={errors} onChange={(texts) => onChange({ texts })} />
          <Switch
            label={t('editor.caseSensitive')}
            on={gap.caseSensitive}
            onChange={(caseSensitive) => onChange({ caseSensitive })}
          />
        </>
      )}
      {gap.kind === 'number' && (
        <NumberRows numbers={gap.numbers} errors={errors} onChange={(numbers) => onChange({ numbers })} />
      )}
    </fieldset>
  );
}

function ChoiceGap({ gap, errors, onChange }: Pick<GapEditorProps, 'gap' | 'errors' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <>
      <OptionRows
        legend={t('editor.optionsOne')}
        field="options"
        options={gap.options}
        several={false}
        scoring={gap.scoring}
        errors={errors}
        onMark={(key, correct) =>
          onChange({ options: marked({ type: 'single', options: gap.options }, key, correct) })
        }
        onChange={(options) => onChange({ options })}
      />
      <Select
        label={t('editor.layout')}
        value={gap.layout}
        onChange={(event) => onChange({ layout: event.target.value as DraftGap['layout'] })}
      >
        {(['menu', 'row', 'column'] as const).map((layout) => (
          <option key={layout} value={layout}>
            {t(`editor.layouts.${layout}`)}
          </option>
        ))}
      </Select>
    </>
  );
}
