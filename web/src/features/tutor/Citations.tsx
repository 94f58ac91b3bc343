import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitationView } from '@/generated/schema';
import { Dialog } from '@/ui/Dialog';
import css from './Tutor.module.css';

/** Where an answer comes from: small chips, each of which opens the passage. */
export function Citations({ citations }: { citations: CitationView[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<CitationView | null>(null);
  return (
    <>
      <ul className={css.sources} aria-label={t('tutor.sources')}>
        {citations.map((one) => (
          <li key={one.number}>
            <button type="button" className={css.source} onClick={() => setOpen(one)}>
              <b>{one.number}</b>
              <span>{one.title}</span>
              {one.page !== null && <small>{t('tutor.page', { page: one.page })}</small>}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog title={open.title} onClose={() => setOpen(null)}>
          {open.page !== null && <p className={css.page}>{t('tutor.page', { page: open.page })}</p>}
          <blockquote className={css.quote}>{open.quote}</blockquote>
        </Dialog>
      )}
    </>
  );
}
