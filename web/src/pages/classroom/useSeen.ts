import { useEffect, useState } from 'react';

/** Whether a thing, known by its id, has not been looked at yet; `looking` says that it is being looked at now. */
export function useSeen(id: string | null, looking: boolean): boolean {
  const [seen, setSeen] = useState<string | null>(null);
  useEffect(() => {
    if (looking && id !== null) setSeen(id);
  }, [looking, id]);
  return id !== null && id !== seen;
}
