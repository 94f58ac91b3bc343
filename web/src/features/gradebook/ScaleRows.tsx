import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { Field } from '@/ui/Field';
import type { RowsProps } from './CategoryRows';
import { bandsOf, type Draft, newId, SCALES } from './draft';
import css from './SetUpDialog.module.css';

const NAMES = ['none', 'german', 'points15', 'letters'] as const;

/** From which percentage each grade is given; none, when the percentage says enough. */
export function ScaleRows({ draft, onChange }: RowsProps) {
  const { t } = useTranslation();
  const change = (key: string, fields: Partial<Draft['bands'][number]>) =>
    onChange({ ...draft, bands: draft.bands.map((one) => (one.key === key ? { ...one, ...fields } : one)) });
  return (
    <fieldset className={css.group}>
      <legend>{t('grades.scale')}</legend>
      <div className={css.presets}>
        {NAMES.map((name) => (
          <Button
            key={name}
            tone="paper"
            size="s"
            onClick={() => onChange({ ...draft, bands: bandsOf([...SCALES[name]]) })}
          >
            {t(`grades.scales.${name}`)}
          </Button>
        ))}
      </div>
      <ul className={css.bands}>
        {draft.bands.map((band) => (
          <li key={band.key}>
            <Field
              label={t('grades.label')}
              maxLength={20}
              value={band.label}
              onChange={(event) => change(band.key, { label: event.target.value })}
            />
            <Field
              label={t('grades.from')}
              inputMode="decimal"
              value={band.start}
              onChange={(event) => change(band.key, { start: event.target.value })}
            />
            <IconButton
              icon="trash"
              label={t('grades.remove', { title: band.label })}
              onClick={() => onChange({ ...draft, bands: draft.bands.filter(({ key }) => key !== band.key) })}
            />
          </li>
        ))}
      </ul>
      <Button
        tone="plain"
        size="s"
        icon="plus"
        disabled={draft.bands.length >= 30}
        onClick={() =>
          onChange({ ...draft, bands: [...draft.bands, { key: newId(), label: '', start: '' }] })
        }
      >
        {t('grades.addBand')}
      </Button>
    </fieldset>
  );
}
