import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankItemView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { bankRevision } from '@/questions/bank';
import { Preview } from '@/questions/edit/Preview';
import { fromStored } from '@/questions/fromStored';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { Select } from '@/ui/Field';
import css from './Bank.module.css';

/** A question as it was: quizzes that took it then still ask it so. */
export function Revisions({ item, onClose }: { item: BankItemView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [revision, setRevision] = useState(item.revision - 1);
  const { data, error } = useQuery({
    queryKey: ['bank-revision', item.id, revision],
    queryFn: () => bankRevision(item.id, revision),
  });
  return (
    <Dialog wide title={t('bank.older')} onClose={onClose}>
      <div className={css.older}>
        <Select
          label={t('bank.which')}
          value={revision}
          onChange={(event) => setRevision(Number(event.target.value))}
        >
          {Array.from({ length: item.revision }, (_, index) => item.revision - index).map((number) => (
            <option key={number} value={number}>
              {t('bank.revision', { number })}
            </option>
          ))}
        </Select>
        {data ? (
          <Preview key={revision} question={fromStored(data.question)} />
        ) : error ? (
          <Empty art="unplugged" title={sentence(asProblem(error))} />
        ) : (
          <Skeleton label={t('common.loading')} />
        )}
      </div>
    </Dialog>
  );
}
