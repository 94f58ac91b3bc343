import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import css from './Tags.module.css';

const MOST_TAGS = 20;

interface TagFieldProps {
  label: string;
  tags: string[];
  /** The tags there are, offered while one is typed. */
  known: string[];
  onChange: (tags: string[]) => void;
}

/** Tags as small labels, with a line to write another; Enter or a comma ends it. */
export function TagField({ label, tags, known, onChange }: TagFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const tag = text.trim().replace(/^#/, '').toLowerCase();
    setTyped('');
    if (tag && !tags.includes(tag)) onChange([...tags, tag].slice(0, MOST_TAGS));
  };
  const offered = known
    .filter((tag) => !tags.includes(tag) && tag.includes(typed.trim().toLowerCase()))
    .slice(0, 8);
  return (
    <fieldset className={css.field}>
      <legend>{label}</legend>
      <div className={css.line}>
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className={css.tag}
            aria-label={t('bank.removeTag', { tag })}
            onClick={() => onChange(tags.filter((one) => one !== tag))}
          >
            #{tag} <Icon name="close" size={14} />
          </button>
        ))}
        <input
          type="text"
          aria-label={t('bank.addTag')}
          placeholder={t('bank.addTag')}
          maxLength={60}
          value={typed}
          onChange={(event) =>
            event.target.value.endsWith(',')
              ? add(event.target.value.slice(0, -1))
              : setTyped(event.target.value)
          }
          onBlur={() => add(typed)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return;
            event.preventDefault();
            add(typed);
          }}
        />
      </div>
      {offered.length > 0 && (
        <div className={css.offered}>
          {offered.map((tag) => (
            <button
              key={tag}
              type="button"
              className={css.tag}
              // Before the line loses the focus and takes what is typed for a tag of its own.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(tag)}
            >
              #{tag}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
