import { useTranslation } from 'react-i18next';
import type { AttendanceStatus } from '@/generated/schema';
import { cx } from '@/ui/cx';
import css from './Status.module.css';

export function StatusPill({ status }: { status: AttendanceStatus | null }) {
  const { t } = useTranslation();
  return (
    <span className={cx(css.pill, status ? css[status] : css.open)}>
      {t(`attendance.status.${status ?? 'open'}`)}
    </span>
  );
}
