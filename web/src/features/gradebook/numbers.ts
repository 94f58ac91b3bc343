import { useTranslation } from 'react-i18next';

/** What somebody typed into a cell: points, nothing, or something that is neither. */
export type Typed = { points: number | null } | 'unreadable';

/** Decimal comma or point; no grouping, no signs: the same that an imported table may hold. */
export function readPoints(text: string): Typed {
  const plain = text.trim();
  if (plain === '') return { points: null };
  if (!/^\d{1,7}(?:[.,]\d{1,6})?$/.test(plain)) return 'unreadable';
  return { points: Number(plain.replace(',', '.')) };
}

/** Numbers as the reader's language writes them. */
export function useNumbers() {
  const { i18n } = useTranslation();
  const points = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2, useGrouping: false });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  return {
    points: (value: number | null | undefined): string => (value == null ? '' : points.format(value)),
    percent: (value: number | null | undefined): string => (value == null ? '–' : percent.format(value)),
  };
}
