import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import css from './Chat.module.css';
import { Composer } from './Composer';
import { DraftLine, Line } from './Line';
import { loadOlder } from './older';
import { sendFailed, useOutbox } from './outbox';
import { useScroll } from './useScroll';

/** Fewer than this came whole with the room: there is nothing older. */
const WHOLE = 50;

/** What is said in the room, and a line to say something. */
export function Chat({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const messages = useRoom((state) => state.chat);
  const people = useRoom((state) => state.people);
  const drafts = useOutbox((state) => state.drafts);
  const waiting = drafts.filter((draft) => !messages.some((message) => message.clientId === draft.clientId));
  const inside = useRoom((state) => state.phase === 'inside');
  const older = useRoom((state) => state.older !== null);
  const teaches = useRoom((state) => state.standing === 'teacher');
  const log = useRef<HTMLDivElement>(null);
  const count = messages.length + waiting.length;
  useScroll(log, messages[0]?.id ?? '', messages.at(-1)?.id ?? '', waiting.length);
  useEffect(() => {
    if (inside) sendFailed();
  }, [inside]);
  return (
    <div className={css.chat}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list is scrolled with the keyboard too */}
      <div ref={log} className={css.log} role="log" aria-label={t('chat.log')} tabIndex={0}>
        {count === 0 && (
          <Empty art="leaf" title={t('chat.empty')}>
            <p>{t('chat.emptyHint')}</p>
          </Empty>
        )}
        {(messages.length >= WHOLE || older) && <Older />}
        {messages.map((message, i) => (
          <Line
            key={message.id}
            message={message}
            mine={message.userId === userId}
            follows={messages[i - 1]?.userId === message.userId}
            look={people[message.userId]?.avatarData}
            deletable={teaches}
          />
        ))}
        {waiting.map((draft) => (
          <DraftLine key={draft.clientId} draft={draft} />
        ))}
      </div>
      <WhoTypes userId={userId} />
      <Composer />
    </div>
  );
}

/** The way to what was said before. */
function Older() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const done = useRoom((state) => state.older?.next === null);
  const { run, busy, problem } = useAction(loadOlder);
  if (done) return <p className={css.begin}>{t('chat.noOlder')}</p>;
  return (
    <div className={css.begin}>
      {problem && <Notice>{sentence(problem)}</Notice>}
      <Button tone="plain" size="s" busy={busy} onClick={run}>
        {t('chat.older')}
      </Button>
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
