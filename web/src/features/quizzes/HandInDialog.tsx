import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import css from './TakeQuiz.module.css';

interface HandInDialogProps {
  missing: number;
  busy: boolean;
  onSubmit: () => void;
  /** Back to the first question without an answer. */
  onStay: () => void;
  onClose: () => void;
}

export function HandInDialog({ missing, busy, onSubmit, onStay, onClose }: HandInDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('take.confirm')} onClose={onClose}>
      <div className={css.confirm}>
        <p>{t('take.confirmMissing', { count: missing })}</p>
        <div className={css.ways}>
          <Button tone="paper" autoFocus onClick={onStay}>
            {t('take.stay')}
          </Button>
          <Button tone="sun" busy={busy} onClick={onSubmit}>
            {t(busy ? 'take.submitting' : 'take.submit')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
