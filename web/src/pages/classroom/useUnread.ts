import { useEffect, useState } from 'react';
import { useRoom } from '@/room/store';

/** How many messages of others came since the chat was last open. */
export function useUnread(open: boolean, userId: string): number {
  const chat = useRoom((state) => state.chat);
  const newest = chat.at(-1)?.sentAt ?? '';
  const [seen, setSeen] = useState(newest);
  useEffect(() => {
    if (open) setSeen((before) => (newest > before ? newest : before));
  }, [open, newest]);
  return chat.filter((message) => message.sentAt > seen && message.userId !== userId).length;
}
