import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { certificatesKey, reissue, withdraw } from './api';
import css from './Certificate.module.css';
import { holds } from './CertificateCard';

/** What one does with a certificate once in a while: another name, or no longer sharing it. */
export function OwnerDialog({ certificate, onClose }: { certificate: CertificateView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [name, setName] = useState(certificate.name);
  async function done(): Promise<void> {
    await queries.invalidateQueries({ queryKey: certificatesKey });
    onClose();
  }
  const renaming = useAction(async () => {
    await reissue(certificate.id, name.trim());
    await done();
  });
  const leaving = useAction(async () => {
    await withdraw(certificate.id);
    await done();
  });
  const problem = renaming.problem ?? leaving.problem;
  return (
    <Dialog title={t('certificates.more')} onClose={onClose}>
      {holds(certificate) && (
        <form
          className={css.card}
          onSubmit={(event) => {
            event.preventDefault();
            void renaming.run();
          }}
        >
          <Field
            label={t('certificates.name')}
            hint={t('certificates.renameHint')}
            value={name}
            required
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" busy={renaming.busy}>
            {t('certificates.rename')}
          </Button>
        </form>
      )}
      <div className={css.apart}>
        <p className={css.quiet}>{t('certificates.withdrawHint')}</p>
        <Button tone="clay" icon="lock" busy={leaving.busy} onClick={leaving.run}>
          {t('certificates.withdraw')}
        </Button>
      </div>
      {problem && <Notice>{sentence(problem)}</Notice>}
    </Dialog>
  );
}
