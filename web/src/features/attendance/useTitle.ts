import { useTranslation } from 'react-i18next';
import type { SessionKind } from '@/generated/schema';

interface Titled {
  title: string;
  kind: SessionKind;
  number: number;
}

/** What a session is called: its own title, or by how it came about. */
export function useTitle(): (session: Titled) => string {
  const { t } = useTranslation();
  return ({ title, kind, number }) => title || t(`attendance.kind.${kind}`, { number });
}
