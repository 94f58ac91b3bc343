import { useTranslation } from 'react-i18next';
import type { TutorStatus } from '@/generated/schema';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import css from './Tutor.module.css';

/** What answers here, said plainly, and why it is silent when it is. */
export function WhoAnswers({ status }: { status: TutorStatus }) {
  const { t } = useTranslation();
  if (status.openness === 'closed') return <Notice tone="info">{t('tutor.closed')}</Notice>;
  if (status.openness === 'quotes') return <Notice tone="info">{t('tutor.openBook')}</Notice>;
  const words = !status.model
    ? t('tutor.byQuotes')
    : status.modelProblem
      ? t('tutor.modelAway', { model: status.model })
      : t('tutor.byModel', { model: status.model });
  return (
    <p className={css.who}>
      <Icon name="tutor" size={18} />
      {words}
    </p>
  );
}
