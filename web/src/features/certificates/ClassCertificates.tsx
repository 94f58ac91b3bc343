import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty, Skeleton } from '@/ui/Empty';
import { useClassCertificates } from './api';
import css from './Certificate.module.css';
import { holds } from './CertificateCard';
import { TeacherDialog } from './TeacherDialog';

/** For the teacher: who has a certificate of this class, and whether it holds. */
export function ClassCertificates({ classroomId }: { classroomId: string }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  const [open, setOpen] = useState<CertificateView | null>(null);
  const { data, error, refetch } = useClassCertificates(classroomId);
  if (error)
    return (
      <Empty art="unplugged" title={sentence(asProblem(error))}>
        <Button onClick={() => refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  if (!data) return <Skeleton label={t('common.loading')} />;
  if (data.items.length === 0)
    return (
      <Empty art="leaf" title={t('certificates.noneInClass')}>
        <p>{t('certificates.noneInClassHint')}</p>
      </Empty>
    );
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <>
      <ul className={css.list}>
        {data.items.map((one) => (
          <li key={one.id} className={css.row}>
            <div>
              <p>
                <b dir="auto">{one.name}</b>{' '}
                <span className={cx(css.state, !holds(one) && css.over)}>
                  {t(`certificates.states.${one.state}`)}
                </span>
              </p>
              <p className={css.quiet}>
                {one.title} · {Math.floor(one.score * 100 + 1e-9)} % · {day.format(new Date(one.issuedAt))}
              </p>
              {one.reason && <p className={css.quiet}>{one.reason}</p>}
            </div>
            {one.state !== 'replaced' && (
              <Button tone="paper" size="s" onClick={() => setOpen(one)}>
                {t(holds(one) ? 'certificates.revoke' : 'certificates.reissue')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <TeacherDialog certificate={open} onClose={() => setOpen(null)} />}
    </>
  );
}
