import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView, SessionReport } from '@/generated/schema';
import { useDates } from '@/lib/days';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import css from './Attendance.module.css';
import { saveSession, turnSession, useRefreshAttendance, useReport } from './api';
import { ExportButton } from './ExportButton';
import { OverrideDialog } from './OverrideDialog';
import { ReportRow } from './ReportRow';
import { TallyBar } from './TallyBar';
import { useTitle } from './useTitle';

/** One session: who was there, from when until when, and what the teacher says to it. */
export function Report({ sessionId, onBack }: { sessionId: string; onBack: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useReport(sessionId);
  return (
    <div className={css.page}>
      <Button tone="plain" icon="back" onClick={onBack} className={css.back}>
        {t('attendance.back')}
      </Button>
      {data && <Sheet report={data} />}
      {!data && error && <Empty art="unplugged" title={sentence(asProblem(error))} />}
      {!data && !error && <Skeleton label={t('common.loading')} rows={5} />}
    </div>
  );
}

function Sheet({ report }: { report: SessionReport }) {
  const { t } = useTranslation();
  const dates = useDates();
  const title = useTitle();
  const [changed, setChanged] = useState<RecordView | null>(null);
  const { session, rows, policy } = report;
  const end = session.endsAt ?? new Date().toISOString();
  return (
    <>
      <header className={css.head}>
        <div>
          <h2>{title(session)}</h2>
          <p className={cx(css.state, css[session.state])}>
            {dates.moment(session.startsAt)} –{' '}
            {session.endsAt ? dates.time(session.endsAt) : t('attendance.now')}
            {session.state !== 'closed' && ` · ${t(`attendance.state.${session.state}`)}`}
          </p>
        </div>
        <div className={css.ways}>
          <Turns report={report} />
          <ExportButton save={(format) => saveSession(session.id, format)} />
        </div>
      </header>
      <TallyBar counts={session.counts} />
      {rows.length === 0 ? (
        <Empty art="chairs" title={t('attendance.nobody')} />
      ) : (
        <ul className={css.records}>
          {rows.map((row) => (
            <li key={row.id}>
              <ReportRow
                record={row}
                start={session.startsAt}
                end={end}
                lateAfter={policy.lateAfterMinutes}
                onChange={() => setChanged(row)}
              />
            </li>
          ))}
        </ul>
      )}
      <p className={css.small}>{t('attendance.legend', { count: policy.lateAfterMinutes })}</p>
      {changed && <OverrideDialog record={changed} onClose={() => setChanged(null)} />}
    </>
  );
}

function Turns({ report: { session } }: { report: SessionReport }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshAttendance();
  const turn = ({ open: 'close', closed: 'void', notHeld: 'count' } as const)[session.state];
  const { run, busy, problem } = useAction(async () => {
    await turnSession(session.id, turn);
    await refresh();
  });
  return (
    <>
      <Button
        tone={turn === 'close' ? 'spruce' : 'plain'}
        icon={turn === 'close' ? 'stop' : undefined}
        busy={busy}
        onClick={() => void run()}
      >
        {t(`attendance.turn.${turn}`)}
      </Button>
      {problem && <Notice>{sentence(problem)}</Notice>}
    </>
  );
}
