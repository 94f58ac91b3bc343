import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { Field, Select } from '@/ui/Field';
import css from './Accommodations.module.css';
import { type DraftTerms, flawOfTerms } from './terms';

interface TermsFormProps {
  students: MemberView[];
  /** Empty until somebody is chosen. */
  userId: string;
  terms: DraftTerms;
  busy: boolean;
  onSave: (userId: string, terms: DraftTerms) => void;
  onCancel: () => void;
}

export function TermsForm({ students, userId, terms, busy, onSave, onCancel }: TermsFormProps) {
  const { t } = useTranslation();
  const [who, setWho] = useState(userId);
  const [draft, setDraft] = useState(terms);
  const [tried, setTried] = useState(false);
  const flaw = tried ? flawOfTerms(draft) : null;
  const field = (name: keyof DraftTerms) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (who !== '' && flawOfTerms(draft) === null) onSave(who, draft);
      }}
    >
      <Select
        label={t('terms.who')}
        error={tried && who === '' ? t('terms.whoMissing') : undefined}
        value={who}
        disabled={userId !== ''}
        onChange={(event) => setWho(event.target.value)}
      >
        <option value="">{t('take.choose')}</option>
        {students.map((one) => (
          <option key={one.userId} value={one.userId}>
            {one.name}
          </option>
        ))}
      </Select>
      <div className={css.two}>
        <Field
          label={t('terms.timesField')}
          hint={t('terms.timesHint')}
          error={flaw === 'times' ? t('editor.problems.number', { least: 1, most: 10 }) : undefined}
          inputMode="decimal"
          {...field('times')}
        />
        <Field
          label={t('terms.extraField')}
          error={flaw === 'extra' ? t('editor.problems.number', { least: 0, most: 50 }) : undefined}
          inputMode="numeric"
          {...field('extra')}
        />
      </div>
      <div className={css.two}>
        <Field label={t('settings.opensAt')} type="datetime-local" {...field('opensAt')} />
        <Field
          label={t('settings.closesAt')}
          error={flaw === 'window' ? t('editor.problems.window') : undefined}
          type="datetime-local"
          {...field('closesAt')}
        />
      </div>
      <div className={css.ways}>
        <Button tone="paper" onClick={onCancel}>
          {t('terms.cancel')}
        </Button>
        <Button type="submit" busy={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
