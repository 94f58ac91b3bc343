import { useTranslation } from 'react-i18next';
import type { Bounds } from './flaws';

/** Field -> what is wrong with it, in words. */
export type Errors = Record<string, string>;

/** Says what is wrong in words; `boundsOf` gives the bounds of the fields that have some. */
export function useFlaws(boundsOf: (field: string) => Bounds | undefined = () => undefined) {
  const { t } = useTranslation();
  return (flaws: Record<string, string>): Errors =>
    Object.fromEntries(
      Object.entries(flaws).map(([field, flaw]) => {
        const bounds = boundsOf(field) ?? (field.endsWith('points') ? { least: 0.1, most: 100 } : undefined);
        if (flaw === 'number')
          return [field, bounds ? t('editor.problems.number', { ...bounds }) : t('editor.problems.aNumber')];
        return [field, t(`editor.problems.${flaw as 'text'}`)];
      }),
    );
}

/** What is said about the fields under `prefix`, by their names there. */
export const under = (errors: Errors, prefix: string): Errors =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([field, said]) =>
      field.startsWith(prefix) ? [[field.slice(prefix.length), said]] : [],
    ),
  );
