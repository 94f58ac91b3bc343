import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankItemView } from '@/generated/schema';
import { inWords } from '@/lib/markdown';
import { useAction, useSentence } from '@/lib/useAction';
import { archiveInBank } from '@/questions/bank';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Markdown } from '@/ui/Markdown';
import { Notice } from '@/ui/Notice';
import css from './Bank.module.css';
import { Revisions } from './Revisions';

interface ItemCardProps {
  item: BankItemView;
  chosen: boolean;
  onChoose: () => void;
  onEdit: () => void;
}

/** One question of the bank, and what can be done with it. */
export function ItemCard({ item, chosen, onChoose, onEdit }: ItemCardProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [older, setOlder] = useState(false);
  const { question, tags, revision, archived } = item;
  const archive = useAction(async () => {
    await archiveInBank(item.id, !archived);
    await queries.invalidateQueries({ queryKey: ['bank', item.classroomId] });
  });
  const name = inWords(question.text);
  return (
    <li className={cx(css.item, chosen && css.chosen)}>
      <input type="checkbox" aria-label={t('bank.choose', { name })} checked={chosen} onChange={onChoose} />
      <div className={css.what}>
        <Markdown onPaper text={question.text} gap={() => <span className={css.gap}>…</span>} />
        <p className={css.facts}>
          <span>{t(`editor.types.${question.type}`)}</span>
          <span>{t('take.points', { count: question.points })}</span>
          {tags.map((tag) => (
            <span key={tag} className={css.tag}>
              #{tag}
            </span>
          ))}
          {revision > 1 && (
            <Button tone="plain" size="s" onClick={() => setOlder(true)}>
              {t('bank.revision', { number: revision })}
            </Button>
          )}
        </p>
        {archive.problem && <Notice>{sentence(archive.problem)}</Notice>}
      </div>
      <div className={css.tools}>
        <IconButton icon="pencil" label={t('bank.edit', { name })} onClick={onEdit} />
        <IconButton
          icon={archived ? 'upload' : 'box'}
          label={t(archived ? 'bank.restore' : 'bank.archive', { name })}
          onClick={() => archive.run()}
        />
      </div>
      {older && <Revisions item={item} onClose={() => setOlder(false)} />}
    </li>
  );
}
