import { useEffect, useState } from 'react';
import type { Phase } from './phase';

export type LineNews = 'lost' | 'back' | null;

/** How long "back in class" stays on the screen. */
const WELCOME_MS = 3500;

/** What there is to say about the line: that it is down, or for a moment that it is back. */
export function useLineNews(phase: Phase): LineNews {
  const [news, setNews] = useState<LineNews>(null);
  useEffect(() => {
    if (phase === 'lost') setNews('lost');
    if (phase !== 'inside') return;
    setNews((before) => (before === 'lost' ? 'back' : null));
    const timer = setTimeout(() => setNews(null), WELCOME_MS);
    return () => clearTimeout(timer);
  }, [phase]);
  return news;
}
