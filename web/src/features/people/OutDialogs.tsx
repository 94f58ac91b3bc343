import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import css from './People.module.css';

interface OutProps {
  name: string;
  work: () => Promise<unknown>;
  onClose: () => void;
}

export function KickDialog(props: OutProps) {
  const { t } = useTranslation();
  const { name } = props;
  return (
    <Ask {...props} title={t('moderation.kickTitle', { name })} action={t('moderation.kickDo')}>
      <p>{t('moderation.kickThen', { name })}</p>
    </Ask>
  );
}

export function BanDialog(props: OutProps) {
  const { t } = useTranslation();
  const { name } = props;
  return (
    <Ask {...props} title={t('moderation.banTitle', { name })} action={t('moderation.banDo')}>
      <p>{t('moderation.banThen', { name })}</p>
      <p>{t('moderation.banUndo')}</p>
    </Ask>
  );
}

/** Says what will happen, and does it when that is wanted. */
function Ask({
  title,
  action,
  work,
  onClose,
  children,
}: OutProps & { title: string; action: string; children: ReactNode }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { run, busy, problem } = useAction(async () => {
    await work();
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={css.ask}>
        {children}
        {problem && <Notice>{sentence(problem)}</Notice>}
        <div className={css.ways}>
          <Button tone="paper" autoFocus onClick={onClose}>
            {t('moderation.stay')}
          </Button>
          <Button tone="clay" busy={busy} onClick={run}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
