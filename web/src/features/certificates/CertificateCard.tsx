import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { download } from './api';
import { Certificate } from './Certificate';
import css from './Certificate.module.css';
import { OwnerDialog } from './OwnerDialog';

export const holds = (one: CertificateView): boolean => one.state === 'issued' || one.state === 'anchored';

/** One's own certificate, with all that can be done with it. */
export function CertificateCard({ certificate }: { certificate: CertificateView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [copied, setCopied] = useState(false);
  const [changing, setChanging] = useState(false);
  const save = useAction((form: 'pdf' | 'png' | 'json') => download(certificate, form));
  const copy = useAction(async () => {
    await navigator.clipboard.writeText(certificate.url);
    setCopied(true);
  });
  const problem = save.problem ?? copy.problem;
  return (
    <div className={css.card}>
      <Certificate
        name={certificate.name}
        title={certificate.title}
        percent={Math.floor(certificate.score * 100 + 1e-9)}
        date={certificate.issuedAt}
        ended={!holds(certificate)}
      />
      {certificate.state === 'revoked' && (
        <Notice>{t('certificates.revokedBecause', { reason: certificate.reason })}</Notice>
      )}
      {certificate.shared ? (
        <>
          <div className={css.ways}>
            <Button icon="copy" onClick={copy.run}>
              {t(copied ? 'certificates.copied' : 'certificates.copyLink')}
            </Button>
            {(['pdf', 'png', 'json'] as const).map((form) => (
              <Button key={form} tone="paper" icon="download" busy={save.busy} onClick={() => save.run(form)}>
                {t(`certificates.forms.${form}`)}
              </Button>
            ))}
            <Button tone="plain" icon="more" onClick={() => setChanging(true)}>
              {t('certificates.more')}
            </Button>
          </div>
          <a className={css.link} href={`/verify/${certificate.id}`} target="_blank" rel="noreferrer">
            {certificate.url}
          </a>
        </>
      ) : (
        <p className={css.quiet}>{t('certificates.withdrawn')}</p>
      )}
      {problem && <Notice>{sentence(problem)}</Notice>}
      {changing && <OwnerDialog certificate={certificate} onClose={() => setChanging(false)} />}
    </div>
  );
}
