import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { setTyping } from '@/room/client';
import { IconButton } from '@/ui/Button';
import css from './Chat.module.css';
import { send } from './outbox';

/** After so long without a key somebody has stopped writing. */
const PAUSE_MS = 3000;

export function Composer() {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | null>(null);

  function typing(now: boolean): void {
    if (now !== (pause.current !== null)) setTyping(now);
    if (pause.current) clearTimeout(pause.current);
    pause.current = now ? setTimeout(() => typing(false), PAUSE_MS) : null;
  }

  function submit(): void {
    const text = field.current?.value.trim();
    if (!field.current || !text) return;
    field.current.value = '';
    typing(false);
    void send(text);
  }

  function keyed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    return () => {
      if (pause.current) clearTimeout(pause.current);
    };
  }, []);

  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        maxLength={1000}
        aria-label={t('chat.write')}
        placeholder={t('chat.write')}
        onKeyDown={keyed}
        onChange={(event) => typing(event.target.value !== '')}
      />
      <IconButton type="submit" icon="send" tone="spruce" label={t('chat.send')} />
    </form>
  );
}
