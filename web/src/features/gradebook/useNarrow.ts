import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 40rem)';

/** Whether there is room for one column only, as on a phone. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(NARROW);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
