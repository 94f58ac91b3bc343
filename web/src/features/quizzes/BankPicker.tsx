import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankItemView } from '@/generated/schema';
import { inWords } from '@/lib/markdown';
import { EVERY, useBank } from '@/questions/bank';
import { typedNumber } from '@/questions/draft';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { bankSlot, type DraftSlot } from './draft';
import css from './QuizEditor.module.css';

interface BankPickerProps {
  classroomId: string;
  onPick: (slots: DraftSlot[]) => void;
  onClose: () => void;
}

/** Chooses questions of the bank for a quiz. */
export function BankPicker({ classroomId, onPick, onClose }: BankPickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<BankItemView[]>([]);
  const bank = useBank(classroomId, { ...EVERY, search: useDeferredValue(search) });
  const items = bank.data?.pages.flatMap((page) => page.items) ?? [];
  const toggle = (item: BankItemView) =>
    setChosen(
      chosen.some(({ id }) => id === item.id) ? chosen.filter(({ id }) => id !== item.id) : [...chosen, item],
    );
  return (
    <Dialog wide title={t('editor.addFromBank')} onClose={onClose}>
      <div className={css.form}>
        <Field
          label={t('bank.search')}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {bank.isPending && <Skeleton label={t('common.loading')} />}
        {bank.data && items.length === 0 && (
          <Empty art="leaf" title={t(search ? 'bank.nothing' : 'bank.empty')} />
        )}
        <ul className={css.picks}>
          {items.map((item) => (
            <li key={item.id}>
              <label className={css.pick}>
                <input
                  type="checkbox"
                  checked={chosen.some(({ id }) => id === item.id)}
                  onChange={() => toggle(item)}
                />
                <span>
                  {inWords(item.question.text)}
                  <small>
                    {t(`editor.types.${item.question.type}`)}
                    {item.tags.map((tag) => ` · #${tag}`)}
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
        {bank.hasNextPage && (
          <Button tone="plain" busy={bank.isFetchingNextPage} onClick={() => bank.fetchNextPage()}>
            {t('bank.more')}
          </Button>
        )}
        <footer className={css.foot}>
          <Button disabled={chosen.length === 0} onClick={() => onPick(chosen.map(slotOf))}>
            {t('editor.take', { count: chosen.length })}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

export const slotOf = ({ id, revision, question }: BankItemView): DraftSlot =>
  bankSlot({ id, revision, text: inWords(question.text), points: typedNumber(question.points) });
