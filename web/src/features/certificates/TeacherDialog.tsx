import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextArea } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { certificatesKey, reissue, revoke } from './api';
import css from './Certificate.module.css';
import { holds } from './CertificateCard';

/** Taking a certificate back, with a reason; or giving it anew after that. */
export function TeacherDialog({
  certificate,
  onClose,
}: {
  certificate: CertificateView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const ending = holds(certificate);
  const { run, busy, problem } = useAction(async () => {
    await (ending ? revoke(certificate.id, reason.trim()) : reissue(certificate.id));
    await queries.invalidateQueries({ queryKey: certificatesKey });
    onClose();
  });
  const title = t(ending ? 'certificates.revokeOf' : 'certificates.reissueOf', { name: certificate.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={css.card}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p>{t(ending ? 'certificates.revokeHint' : 'certificates.reissueHint')}</p>
        {ending && (
          <TextArea
            label={t('certificates.reason')}
            value={reason}
            required
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {problem && <Notice>{sentence(problem)}</Notice>}
        <Button type="submit" tone={ending ? 'clay' : 'spruce'} busy={busy}>
          {t(ending ? 'certificates.revoke' : 'certificates.reissue')}
        </Button>
      </form>
    </Dialog>
  );
}
