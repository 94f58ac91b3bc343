import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/session';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { certificatesKey, issue, useMyCertificates } from './api';
import css from './Certificate.module.css';
import { CertificateCard } from './CertificateCard';

/** After a quiz that was passed: its certificate, or the way to it. */
export function GetCertificate({ quizId }: { quizId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const account = useSession((state) => state.user?.name ?? '');
  const [name, setName] = useState(account);
  const mine = useMyCertificates();
  const { run, busy, problem } = useAction(async () => {
    await issue(quizId, name.trim());
    await queries.invalidateQueries({ queryKey: certificatesKey });
  });
  if (!mine.data) return null;
  const held = mine.data.items
    .filter((one) => one.quizId === quizId)
    .reduce(
      (a, b) => (a && a.edition > b.edition ? a : b),
      mine.data.items.find((one) => one.quizId === quizId),
    );
  if (held) return <CertificateCard certificate={held} />;
  return (
    <form
      className={css.offer}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <h3>{t('certificates.earned')}</h3>
      <p>{t('certificates.earnedHint')}</p>
      <Field
        label={t('certificates.name')}
        hint={t('certificates.nameHint')}
        error={problem?.fields.name}
        value={name}
        required
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      {problem && <Notice>{sentence(problem)}</Notice>}
      <Button type="submit" tone="sun" icon="star" busy={busy}>
        {t('certificates.get')}
      </Button>
    </form>
  );
}
