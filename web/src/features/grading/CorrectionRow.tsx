import { useTranslation } from 'react-i18next';
import type { ItemView } from '@/generated/schema';
import { Select, TextArea } from '@/ui/Field';
import { MarkdownLine } from '@/ui/Markdown';
import { actionsFor, KEEP, type Wish } from './corrections';
import css from './RegradeDialog.module.css';
import { useOptionText } from './useOptionText';

interface CorrectionRowProps {
  item: ItemView;
  number: number;
  wish: Wish;
  onChange: (wish: Wish) => void;
}

/** One question, and what is to become of its key. */
export function CorrectionRow({ item, number, wish, onChange }: CorrectionRowProps) {
  const { t } = useTranslation();
  const typed = item.type === 'shortAnswer' || item.type === 'numeric';
  const open = wish.action === 'accept' || wish.action === 'rekey';
  return (
    <fieldset className={css.row}>
      <legend>
        {number}. <MarkdownLine text={item.text} />
      </legend>
      {item.key.length > 0 && <p className={css.key}>{t('grading.keyNow', { key: item.key.join(', ') })}</p>}
      <Select
        label={t('grading.action')}
        value={wish.action}
        onChange={(event) => onChange({ ...KEEP, action: event.target.value as Wish['action'] })}
      >
        {actionsFor(item).map((action) => (
          <option key={action} value={action}>
            {t(`grading.actions.${action}`)}
          </option>
        ))}
      </Select>
      {open && typed && (
        <TextArea
          label={t(wish.action === 'accept' ? 'grading.alsoRight' : 'grading.nowRight')}
          hint={item.type === 'shortAnswer' && wish.action === 'rekey' ? t('grading.onePerLine') : undefined}
          rows={wish.action === 'rekey' && item.type === 'shortAnswer' ? 3 : 1}
          value={wish.text}
          onChange={(event) => onChange({ ...wish, text: event.target.value })}
        />
      )}
      {open && !typed && <Options item={item} wish={wish} onChange={onChange} />}
    </fieldset>
  );
}

function Options({ item, wish, onChange }: Omit<CorrectionRowProps, 'number'>) {
  const { t } = useTranslation();
  const textOf = useOptionText();
  const several = item.type === 'multiple';
  const offered = item.options.filter((one) => wish.action === 'rekey' || one.weight < 1);
  return (
    <ul
      className={css.options}
      aria-label={t(wish.action === 'accept' ? 'grading.alsoRight' : 'grading.nowRight')}
    >
      {offered.map((option) => (
        <li key={option.optionId}>
          <label>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`key-${item.questionId}`}
              checked={wish.options.includes(option.optionId)}
              onChange={(event) => {
                const others = wish.options.filter((id) => id !== option.optionId);
                const options = several
                  ? [...others, ...(event.target.checked ? [option.optionId] : [])]
                  : [option.optionId];
                onChange({ ...wish, options });
              }}
            />
            {textOf(option)}
            {option.weight > 0 && <small>{t('grading.rightUntilNow')}</small>}
          </label>
        </li>
      ))}
    </ul>
  );
}
