import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TutorStatus } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Choice } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Switch } from '@/ui/Switch';
import { decidePolicy, useTutorStats, useTutorStatus } from './api';
import { Drafts } from './Drafts';
import { StudentTutor } from './StudentTutor';
import css from './Tutor.module.css';

type View = 'drafts' | 'ask';

/** The tutor from the other side of the desk: its use, what it may do during a quiz, drafted questions, and asking it. */
export function TeacherTutor({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('drafts');
  const { data: status } = useTutorStatus(classroomId);
  return (
    <div className={css.teacher}>
      <Usage classroomId={classroomId} />
      {status && <DuringQuiz classroomId={classroomId} status={status} />}
      <Choice
        label={t('tutor.view')}
        quiet
        name="tutor-view"
        options={[
          { value: 'drafts', label: t('tutor.drafts.title') },
          { value: 'ask', label: t('tutor.askIt') },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'drafts' ? <Drafts classroomId={classroomId} /> : <StudentTutor classroomId={classroomId} />}
    </div>
  );
}

function Usage({ classroomId }: { classroomId: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useTutorStats(classroomId);
  if (!data) return null;
  const number = new Intl.NumberFormat(i18n.language);
  const budget = data.budgets.find((one) => one.scope === 'class');
  return (
    <dl className={css.usage}>
      <div>
        <dt>{t('tutor.usage.asked')}</dt>
        <dd>{number.format(data.asked)}</dd>
      </div>
      <div>
        <dt>{t('tutor.usage.helpful')}</dt>
        <dd>
          {number.format(data.helpful)} / {number.format(data.helpful + data.notHelpful)}
        </dd>
      </div>
      {budget && (
        <div>
          <dt>{t('tutor.usage.budget')}</dt>
          <dd>
            {number.format(budget.used)} / {number.format(budget.limit)}
          </dd>
        </div>
      )}
      <p>{t('tutor.usage.private')}</p>
    </dl>
  );
}

function DuringQuiz({ classroomId, status }: { classroomId: string; status: TutorStatus }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const { run, busy, problem } = useAction(async (open: boolean) => {
    await decidePolicy(classroomId, open ? 'openBook' : 'closed');
    await queries.invalidateQueries({ queryKey: ['tutor', 'status', classroomId] });
  });
  return (
    <>
      <Switch
        label={t('tutor.policy.label')}
        hint={t('tutor.policy.hint')}
        on={status.policy.duringQuiz === 'openBook'}
        busy={busy}
        onChange={run}
      />
      {problem && <Notice>{sentence(problem)}</Notice>}
    </>
  );
}
