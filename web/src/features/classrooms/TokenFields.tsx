import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { Switch } from '@/ui/Switch';
import css from './forms.module.css';

export interface TokenWish {
  mint: boolean;
  transferable: boolean;
}

/** Which token opens a classroom. Left empty, it is any class of this campus. */
export function GateFields({ errors }: { errors: Record<string, string> }) {
  const { t } = useTranslation();
  return (
    <div className={css.pair}>
      <Field
        label={t('classrooms.form.contract')}
        hint={t('classrooms.form.contractHint')}
        error={errors['gate.contract']}
        name="contract"
        maxLength={42}
        placeholder="0x…"
        spellCheck={false}
        autoComplete="off"
      />
      <Field
        label={t('classrooms.form.tokenId')}
        hint={t('classrooms.form.tokenIdHint')}
        error={errors['gate.tokenId']}
        name="tokenId"
        inputMode="numeric"
        maxLength={77}
        autoComplete="off"
      />
    </div>
  );
}

/** Whether the classroom itself becomes a token. */
export function MintFields({ wish, onChange }: { wish: TokenWish; onChange: (wish: TokenWish) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Switch
        label={t('classrooms.form.mint')}
        hint={t('classrooms.form.mintHint')}
        on={wish.mint}
        onChange={(mint) => onChange({ ...wish, mint })}
      />
      {wish.mint && (
        <Switch
          label={t('classrooms.token.transferable')}
          hint={t('classrooms.token.transferableHint')}
          on={wish.transferable}
          onChange={(transferable) => onChange({ ...wish, transferable })}
        />
      )}
    </>
  );
}
