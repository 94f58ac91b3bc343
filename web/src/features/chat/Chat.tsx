import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '@/room/store';
import { Empty } from '@/ui/Empty';
import css from './Chat.module.css';
import { Composer } from './Composer';
import { DraftLine, Line } from './Line';
import { sendFailed, useOutbox } from './outbox';

/** What is said in the room, and a line to say something. */
export function Chat({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const messages = useRoom((state) => state.chat);
  const people = useRoom((state) => state.people);
  const drafts = useOutbox((state) => state.drafts);
  const waiting = drafts.filter((draft) => !messages.some((message) => message.clientId === draft.clientId));
  const inside = useRoom((state) => state.phase === 'inside');
  const end = useRef<HTMLDivElement>(null);
  const count = messages.length + waiting.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is what scrolls the list
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  useEffect(() => {
    if (inside) sendFailed();
  }, [inside]);
  return (
    <div className={css.chat}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list is scrolled with the keyboard too */}
      <div className={css.log} role="log" aria-label={t('chat.log')} tabIndex={0}>
        {count === 0 && (
          <Empty art="leaf" title={t('chat.empty')}>
            <p>{t('chat.emptyHint')}</p>
          </Empty>
        )}
        {messages.map((message, i) => (
          <Line
            key={message.id}
            message={message}
            mine={message.userId === userId}
            follows={messages[i - 1]?.userId === message.userId}
            look={people[message.userId]?.avatarData}
          />
        ))}
        {waiting.map((draft) => (
          <DraftLine key={draft.clientId} draft={draft} />
        ))}
        <div ref={end} />
      </div>
      <WhoTypes userId={userId} />
      <Composer />
    </div>
  );
}

function WhoTypes({ userId }: { userId: string }) {
  const { t, i18n } = useTranslation();
  const typing = useRoom((state) => state.typing);
  const people = useRoom((state) => state.people);
  const names = Object.keys(typing).flatMap((id) => (id === userId ? [] : (people[id]?.name ?? [])));
  const list = new Intl.ListFormat(i18n.language).format(names.slice(0, 3));
  return (
    <p className={css.typing} aria-live="polite">
      {names.length > 0 && t('chat.typing', { count: names.length, names: list })}
    </p>
  );
}
