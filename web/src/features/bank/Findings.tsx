import { useTranslation } from 'react-i18next';
import type { Finding } from '@/generated/schema';
import en from '@/locales/en.json';
import { cx } from '@/ui/cx';
import css from './Import.module.css';

type Code = keyof typeof en.bankImport.reasons;
const known = (code: string): code is Code => code in en.bankImport.reasons;

interface FindingsProps {
  title: string;
  found: Finding[];
  open: boolean;
  tone: 'clay' | 'sun';
}

/** What a file says and what does not come over, each with its place, its question and a reason. */
export function Findings({ title, found, open, tone }: FindingsProps) {
  const { t } = useTranslation();
  if (found.length === 0) return null;
  return (
    <details className={cx(css.group, css[tone])} open={open}>
      <summary>{title}</summary>
      <ul className={css.findings}>
        {found.map((one, place) => (
          <li key={place}>
            <b>{one.name || '…'}</b>
            <span>
              {known(one.code) ? t(`bankImport.reasons.${one.code}`, { what: one.what }) : one.reason}
            </span>
            <small>{one.line ? t('bankImport.line', { line: one.line }) : one.path}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
