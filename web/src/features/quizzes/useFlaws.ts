import { useTranslation } from 'react-i18next';
import { BOUNDS, FIELDS, type Flaw } from './check';

/** Field -> what is wrong with it, in words. */
export type Errors = Record<string, string>;

export function useFlaws(): (flaws: Record<string, Flaw>) => Errors {
  const { t } = useTranslation();
  return (flaws) =>
    Object.fromEntries(
      Object.entries(flaws).map(([field, flaw]) => {
        const name = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).find((key) => FIELDS[key] === field);
        const bounds = name ? BOUNDS[name] : { least: 0.1, most: 100 };
        return [field, t(`editor.problems.${flaw}`, bounds)];
      }),
    );
}
