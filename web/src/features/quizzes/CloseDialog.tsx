import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import css from './Watch.module.css';

interface CloseDialogProps {
  /** How many would be cut off. */
  working: number;
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

export function CloseDialog({ working, busy, onConfirm, onCancel, children }: CloseDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('quiz.closing.title')} onClose={onCancel}>
      <div className={css.dialog}>
        <p>{t('quiz.closing.working', { count: working })}</p>
        <p>{t('quiz.closing.then')}</p>
        {children}
        <div className={css.ways}>
          <Button tone="paper" autoFocus onClick={onCancel}>
            {t('quiz.closing.leave')}
          </Button>
          <Button tone="clay" busy={busy} onClick={onConfirm}>
            {t('quiz.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
