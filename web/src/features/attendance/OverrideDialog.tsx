import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceStatus, RecordView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field, Select } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './Attendance.module.css';
import { setStatus, useRefreshAttendance } from './api';
import { STATUSES } from './statuses';

const AS_SEEN = 'asSeen';

/** The teacher's word against what was seen, with the reason that stays beside it. */
export function OverrideDialog({ record, onClose }: { record: RecordView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshAttendance();
  const [status, setChosen] = useState<AttendanceStatus | typeof AS_SEEN>(record.status ?? 'present');
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction(async () => {
    await setStatus(record.id, status === AS_SEEN ? null : status, reason.trim());
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('attendance.override.title', { name: record.name })} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Select
          label={t('attendance.override.status')}
          value={status}
          onChange={(event) => setChosen(event.target.value as AttendanceStatus | typeof AS_SEEN)}
        >
          <option value={AS_SEEN}>
            {t('attendance.override.asSeen', {
              status: t(`attendance.status.${record.measuredStatus ?? 'open'}`),
            })}
          </option>
          {STATUSES.map((one) => (
            <option key={one} value={one}>
              {t(`attendance.status.${one}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('attendance.override.reason')}
          hint={t('attendance.override.reasonHint')}
          value={reason}
          required
          pattern=".*\S.*"
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        {problem && <Notice>{sentence(problem)}</Notice>}
        <div className={css.ways}>
          <Button type="submit" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
