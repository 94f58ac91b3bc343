import { useEffect, useRef } from 'react';
import { isTyping } from '@/world/motion/input';

/** Single keys of the classroom; silent while somebody types, and for keys that a control needs itself. */
export function useShortcuts(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented)
        return;
      const onControl = event.target instanceof Element && event.target.closest('button, a') !== null;
      if (isTyping(event.target) || (event.key === 'Enter' && onControl)) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
