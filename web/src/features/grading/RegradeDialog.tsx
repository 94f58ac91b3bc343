import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizView, RegradeView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { applyRegrade, previewRegrade, useRefreshMarks, useStatistics } from './api';
import { CorrectionRow } from './CorrectionRow';
import { correctionOf, KEEP, type Wish } from './corrections';
import { Outcomes } from './Outcomes';
import css from './RegradeDialog.module.css';

/** A key that was wrong: what to correct, what that changes for whom, and one decision. */
export function RegradeDialog({ quiz, onClose }: { quiz: QuizView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshMarks();
  const { data, error, isPending } = useStatistics(quiz.id, 'all');
  const [wishes, setWishes] = useState<Record<string, Wish>>({});
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<RegradeView | null>(null);
  const items = data?.items ?? [];
  const corrections = items.flatMap((item) => correctionOf(item, wishes[item.questionId] ?? KEEP) ?? []);
  const chosen = Object.values(wishes).filter((one) => one.action !== 'keep').length;
  const look = useAction(async () => setShown(await previewRegrade(quiz.id, corrections)));
  const apply = useAction(async (agreed: RegradeView) => {
    try {
      await applyRegrade(quiz.id, { corrections, reason, fingerprint: agreed.fingerprint });
    } catch (failure) {
      if (asProblem(failure).code === 'regrade-changed') setShown(await previewRegrade(quiz.id, corrections));
      throw failure;
    }
    await refresh();
    onClose();
  });
  const problem = look.problem ?? apply.problem ?? (error ? asProblem(error) : null);
  return (
    <Dialog title={t('grading.correctKeyOf', { title: quiz.title })} wide onClose={onClose}>
      <div className={css.form}>
        {isPending && <Skeleton label={t('common.loading')} />}
        {data && items.length === 0 && <Empty art="chairs" title={t('grading.nobody')} />}
        {items.length > 0 && <p>{t('grading.correctHint')}</p>}
        {items.map((item, place) => (
          <CorrectionRow
            key={item.questionId}
            item={item}
            number={place + 1}
            wish={wishes[item.questionId] ?? KEEP}
            onChange={(wish) => {
              setWishes({ ...wishes, [item.questionId]: wish });
              setShown(null);
            }}
          />
        ))}
        {problem && <Notice>{sentence(problem)}</Notice>}
        {shown && <Outcomes shown={shown} />}
        {items.length > 0 && !shown && (
          <Button
            disabled={corrections.length === 0 || corrections.length < chosen}
            busy={look.busy}
            onClick={() => look.run()}
          >
            {t('grading.preview')}
          </Button>
        )}
        {shown && (
          <>
            <Field
              label={t('grading.reason')}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button tone="sun" icon="check" busy={apply.busy} onClick={() => apply.run(shown)}>
              {t('grading.regrade', { count: shown.changed.length })}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
