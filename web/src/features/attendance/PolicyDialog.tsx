import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Skeleton } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Switch } from '@/ui/Switch';
import css from './Attendance.module.css';
import { savePolicy, usePolicy, useRefreshAttendance } from './api';

const NUMBERS = [
  ['lateAfterMinutes', 0, 240],
  ['earlyLeaveMinutes', 0, 240],
  ['minimumShare', 0, 100],
  ['gapMinutes', 0, 240],
  ['graceMinutes', 1, 120],
] as const;

/** What counts as late and the like; it holds for sessions that end from now on. */
export function PolicyDialog({ classroomId, onClose }: { classroomId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data } = usePolicy(classroomId);
  return (
    <Dialog title={t('attendance.policy.title')} onClose={onClose}>
      {data ? (
        <PolicyForm classroomId={classroomId} stored={data} onDone={onClose} />
      ) : (
        <Skeleton label={t('common.loading')} rows={5} />
      )}
    </Dialog>
  );
}

function PolicyForm(props: { classroomId: string; stored: PolicyView; onDone: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshAttendance();
  const [policy, setPolicy] = useState(props.stored);
  const { run, busy, problem } = useAction(async () => {
    await savePolicy(props.classroomId, policy);
    await refresh();
    props.onDone();
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <div className={css.pairs}>
        {NUMBERS.map(([name, min, max]) => (
          <Field
            key={name}
            type="number"
            required
            min={min}
            max={max}
            label={t(`attendance.policy.${name}`)}
            hint={t(`attendance.policy.${name}Hint`)}
            value={Number.isNaN(policy[name]) ? '' : policy[name]}
            onChange={(event) => setPolicy({ ...policy, [name]: event.target.valueAsNumber })}
          />
        ))}
      </div>
      <Switch
        label={t('attendance.policy.automatic')}
        hint={t('attendance.policy.automaticHint')}
        on={policy.automatic}
        onChange={(automatic) => setPolicy({ ...policy, automatic })}
      />
      <p className={css.small}>{t('attendance.policy.fromNow')}</p>
      {problem && <Notice>{sentence(problem)}</Notice>}
      <div className={css.ways}>
        <Button type="submit" busy={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
