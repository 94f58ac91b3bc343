import type { ChatPage } from '@/generated/schema';
import { api } from '@/lib/api';
import * as apply from '@/room/apply';
import { useRoom } from '@/room/store';

const PAGE = 50;
/** Pages that hold only what is known already are passed over; so many at once. */
const MOST_PAGES = 4;

/** Fetches what was said before, until something is new or there is nothing more. */
export async function loadOlder(): Promise<void> {
  const { classroomId } = useRoom.getState();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { older, chat } = useRoom.getState();
    if (older?.next === null) return;
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (older?.next) query.set('cursor', older.next);
    const { items, next } = await api.get<ChatPage>(`/classrooms/${classroomId}/chat?${query}`);
    if (useRoom.getState().classroomId !== classroomId) return;
    useRoom.setState((state) => apply.remembered(state, items, next));
    if (useRoom.getState().chat.length > chat.length) return;
  }
}
