import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BanList } from '@/generated/schema';
import { api } from '@/lib/api';
import { useAction, useSentence } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import css from './People.module.css';

/** Whom a classroom is closed to, with the way to open it again. Not there while it is nobody. */
export function Bans({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  // Whoever is banned leaves the room: the list may have grown whenever somebody has gone.
  const present = useRoom((state) => Object.keys(state.people).length);
  const list = useQuery({
    queryKey: ['bans', classroomId, present],
    queryFn: () => api.get<BanList>(`/classrooms/${classroomId}/bans`),
    placeholderData: (before) => before,
    staleTime: 0,
  });
  const lift = useAction(async (userId: string) => {
    await api.delete(`/classrooms/${classroomId}/bans/${encodeURIComponent(userId)}`);
    await list.refetch();
  });
  const banned = list.data?.items ?? [];
  if (banned.length === 0) return null;
  return (
    <section aria-labelledby="bans">
      <h3 id="bans">{t('moderation.banned')}</h3>
      <ul>
        {banned.map(({ userId, name }) => (
          <li key={userId} className={css.row}>
            <span className={css.name}>{name}</span>
            <Button
              tone="paper"
              size="s"
              aria-label={t('moderation.unbanOne', { name })}
              busy={lift.busy}
              onClick={() => lift.run(userId)}
            >
              {t('moderation.unban')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={css.none}>{t('moderation.unbanHint')}</p>
      {lift.problem && <Notice>{sentence(lift.problem)}</Notice>}
    </section>
  );
}
