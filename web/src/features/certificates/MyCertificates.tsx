import { useTranslation } from 'react-i18next';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { useMyCertificates } from './api';
import css from './Certificate.module.css';
import { CertificateCard } from './CertificateCard';

/** One's certificates, newest first; a newer edition stands for those before it. */
export function MyCertificates() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useMyCertificates();
  if (error) return <Notice>{sentence(asProblem(error))}</Notice>;
  if (!data) return <Skeleton label={t('common.loading')} />;
  const shown = data.items.filter((one) => one.state !== 'replaced');
  if (shown.length === 0) return <p className={css.quiet}>{t('certificates.none')}</p>;
  return (
    <ul className={css.list}>
      {shown.map((one) => (
        <li key={one.id}>
          <CertificateCard certificate={one} />
        </li>
      ))}
    </ul>
  );
}
