import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankItemView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { type BankWish, EVERY, useBank, useBankTags } from '@/questions/bank';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import css from './Bank.module.css';
import { BankFilter } from './BankFilter';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';
import { ItemCard } from './ItemCard';
import { ItemEditor } from './ItemEditor';

interface BankProps {
  classroomId: string;
  /** Begins a quiz with these questions. */
  onUse: (items: BankItemView[]) => void;
}

/** The questions that a class keeps: found, written, put away, and taken into quizzes. */
export function Bank({ classroomId, onUse }: BankProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [wish, setWish] = useState<BankWish>(EVERY);
  const [editing, setEditing] = useState<BankItemView | 'new' | null>(null);
  const [files, setFiles] = useState<'import' | 'export' | null>(null);
  const [came, setCame] = useState<number | null>(null);
  const [chosen, setChosen] = useState<BankItemView[]>([]);
  const bank = useBank(classroomId, { ...wish, search: useDeferredValue(wish.search) });
  const tags = useBankTags(classroomId).data ?? [];
  const items = bank.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = wish.search !== '' || wish.kind !== '' || wish.tags.length > 0 || wish.archived;
  const choose = (item: BankItemView) =>
    setChosen(
      chosen.some(({ id }) => id === item.id) ? chosen.filter(({ id }) => id !== item.id) : [...chosen, item],
    );
  return (
    <div className={css.bank}>
      <div className={css.top}>
        <Button icon="plus" onClick={() => setEditing('new')}>
          {t('bank.write')}
        </Button>
        <Button tone="sun" icon="quiz" disabled={chosen.length === 0} onClick={() => onUse(chosen)}>
          {chosen.length > 0 ? t('bank.use', { count: chosen.length }) : t('bank.useSome')}
        </Button>
        <span className={css.files}>
          <Button tone="plain" icon="upload" onClick={() => setFiles('import')}>
            {t('bank.import')}
          </Button>
          <Button tone="plain" icon="download" onClick={() => setFiles('export')}>
            {t('bank.export')}
          </Button>
        </span>
      </div>
      {came !== null && <Notice tone="good">{t('bank.came', { count: came })}</Notice>}
      <BankFilter wish={wish} tags={tags} onChange={(patch) => setWish({ ...wish, ...patch })} />
      {bank.isPending && <Skeleton label={t('common.loading')} rows={3} />}
      {bank.error && !bank.data && (
        <Empty art="unplugged" title={t('bank.failed')}>
          <p>{sentence(asProblem(bank.error))}</p>
          <Button onClick={() => bank.refetch()}>{t('common.retry')}</Button>
        </Empty>
      )}
      {bank.data && items.length === 0 && (
        <Empty art="leaf" title={t(filtered ? 'bank.nothing' : 'bank.empty')}>
          <p>{t(filtered ? 'bank.nothingHint' : 'bank.emptyHint')}</p>
        </Empty>
      )}
      <ul className={css.items} aria-busy={bank.isFetching}>
        {items.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            chosen={chosen.some(({ id }) => id === item.id)}
            onChoose={() => choose(item)}
            onEdit={() => setEditing(item)}
          />
        ))}
      </ul>
      {bank.hasNextPage && (
        <Button tone="paper" busy={bank.isFetchingNextPage} onClick={() => bank.fetchNextPage()}>
          {t('bank.more')}
        </Button>
      )}
      {files === 'import' && (
        <ImportDialog
          classroomId={classroomId}
          onClose={() => setFiles(null)}
          onDone={(count) => {
            setFiles(null);
            setCame(count);
          }}
        />
      )}
      {files === 'export' && (
        <ExportDialog classroomId={classroomId} tags={wish.tags} onClose={() => setFiles(null)} />
      )}
      {editing !== null && (
        <ItemEditor
          classroomId={classroomId}
          item={editing === 'new' ? null : editing}
          known={tags.map(([tag]) => tag)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
