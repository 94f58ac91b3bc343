import { useEffect, useState } from 'react';
import { useRoom } from '@/room/store';

/** How many messages of others came since the chat was last open. */
export function useUnread(open: boolean, userId: string): number {
  const chat = useRoom((state) => state.chat);
  const [seen, setSeen] = useState(() => chat.length);
  useEffect(() => {
    if (open) setSeen(chat.length);
  }, [open, chat.length]);
  return chat.slice(seen).filter((message) => message.userId !== userId).length;
}
