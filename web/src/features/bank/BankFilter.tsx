import { useTranslation } from 'react-i18next';
import type { BankWish } from '@/questions/bank';
import { TYPES } from '@/questions/kinds';
import { Field, Select } from '@/ui/Field';
import { Switch } from '@/ui/Switch';
import css from './Bank.module.css';

interface BankFilterProps {
  wish: BankWish;
  tags: [tag: string, count: number][];
  onChange: (patch: Partial<BankWish>) => void;
}

const SHOWN_TAGS = 24;

/** Narrows the list down: by words, by kind, by tags that all have to fit. */
export function BankFilter({ wish, tags, onChange }: BankFilterProps) {
  const { t } = useTranslation();
  const toggle = (tag: string) =>
    onChange({
      tags: wish.tags.includes(tag) ? wish.tags.filter((one) => one !== tag) : [...wish.tags, tag],
    });
  return (
    <search className={css.filter}>
      <div className={css.fields}>
        <Field
          label={t('bank.search')}
          type="search"
          maxLength={200}
          value={wish.search}
          onChange={(event) => onChange({ search: event.target.value })}
        />
        <Select
          label={t('editor.type')}
          value={wish.kind}
          onChange={(event) => onChange({ kind: event.target.value })}
        >
          <option value="">{t('bank.everyKind')}</option>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`editor.types.${type}`)}
            </option>
          ))}
        </Select>
        <Switch
          label={t('bank.archived')}
          on={wish.archived}
          onChange={(archived) => onChange({ archived })}
        />
      </div>
      {tags.length > 0 && (
        <fieldset className={css.tags} aria-label={t('bank.tags')}>
          {tags.slice(0, SHOWN_TAGS).map(([tag, count]) => (
            <button
              key={tag}
              type="button"
              aria-pressed={wish.tags.includes(tag)}
              onClick={() => toggle(tag)}
            >
              #{tag} <small>{count}</small>
            </button>
          ))}
        </fieldset>
      )}
    </search>
  );
}
