import { useTranslation } from 'react-i18next';

/** Numbers as the reader's language writes them; what is not there is a dash. */
export function useNumbers() {
  const { i18n } = useTranslation();
  const plain = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    plain: (value: number | null): string => (value === null ? '–' : plain.format(value)),
    percent: (value: number | null): string => (value === null ? '–' : percent.format(value)),
  };
}
