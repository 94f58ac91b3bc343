import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Errors } from '@/questions/useFlaws';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import type { DraftSlot } from './draft';
import css from './QuizEditor.module.css';

interface BankSlotEditorProps {
  slot: Extract<DraftSlot, { kind: 'bank' }>;
  number: number;
  errors: Errors;
  onChange: (patch: { points: string }) => void;
  children: ReactNode;
}

/** A question that comes from the bank, as it was when it was picked. */
export function BankSlotEditor({ slot, number, errors, onChange, children }: BankSlotEditorProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.slot}>
      <legend>
        <Icon name="cards" size={20} /> {t('editor.fromBank', { number })}
      </legend>
      <div className={css.tools}>{children}</div>
      <p className={css.asked}>{slot.text}</p>
      <div className={css.numbers}>
        <Field
          label={t('editor.points')}
          error={errors.points}
          inputMode="decimal"
          value={slot.points}
          onChange={(event) => onChange({ points: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
