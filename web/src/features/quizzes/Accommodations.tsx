import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccommodationView, QuizView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Button, IconButton } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import css from './Accommodations.module.css';
import { useMoments } from './moments';
import { TermsForm } from './TermsForm';
import { accommodate, lift, newTerms, termsOf, toTerms, useAccommodations, useStudents } from './terms';

/** More time, more attempts or another window for some; whoever is at it gets them at once. */
export function Accommodations({ quiz, onClose }: { quiz: QuizView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const own = useAccommodations(quiz.id);
  const students = useStudents(quiz.classroomId);
  const [editing, setEditing] = useState<string | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['accommodations', quiz.id] });
  const save = useAction(async (userId: string, terms: ReturnType<typeof newTerms>) => {
    await accommodate(quiz.id, userId, toTerms(terms));
    setEditing(null);
    await refresh();
  });
  const remove = useAction(async (userId: string) => {
    await lift(quiz.id, userId);
    await refresh();
  });
  const problem = save.problem ?? remove.problem ?? (own.error && asProblem(own.error));
  const name = (userId: string): string =>
    students.data?.find((one) => one.userId === userId)?.name ?? t('terms.gone');
  const known = own.data?.find((one) => one.userId === editing);
  return (
    <Dialog title={t('terms.title')} onClose={onClose}>
      <div className={css.sheet}>
        <p className={css.what}>{t('terms.what', { title: quiz.title })}</p>
        {problem && <Notice>{sentence(problem)}</Notice>}
        {(own.isPending || students.isPending) && <Skeleton label={t('common.loading')} rows={2} />}
        {own.data && own.data.length === 0 && editing === null && (
          <Empty art="leaf" title={t('terms.none')} />
        )}
        <ul className={css.people}>
          {own.data?.map((one) => (
            <li key={one.userId}>
              <span>
                <b>{name(one.userId)}</b>
                <Terms own={one} />
              </span>
              <IconButton
                icon="pencil"
                label={t('terms.edit', { name: name(one.userId) })}
                onClick={() => setEditing(one.userId)}
              />
              <IconButton
                icon="trash"
                label={t('terms.lift', { name: name(one.userId) })}
                onClick={() => remove.run(one.userId)}
              />
            </li>
          ))}
        </ul>
        {editing === null ? (
          <Button tone="paper" icon="plus" onClick={() => setEditing('')}>
            {t('terms.add')}
          </Button>
        ) : (
          <TermsForm
            key={editing}
            students={students.data ?? []}
            userId={editing}
            terms={known ? termsOf(known) : newTerms()}
            busy={save.busy}
            onSave={save.run}
            onCancel={() => setEditing(null)}
          />
        )}
      </div>
    </Dialog>
  );
}

function Terms({ own }: { own: AccommodationView }) {
  const { t } = useTranslation();
  const { when } = useMoments();
  const said = [
    own.timeMultiplier !== 1 && t('terms.times', { times: own.timeMultiplier }),
    own.extraAttempts > 0 && t('terms.extra', { count: own.extraAttempts }),
    own.opensAt && t('quiz.opensAt', { when: when(own.opensAt) }),
    own.closesAt && t('quiz.closesAt', { when: when(own.closesAt) }),
  ];
  return <small>{said.filter(Boolean).join(' · ') || t('terms.same')}</small>;
}
