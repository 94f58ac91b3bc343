import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import css from './Tutor.module.css';

interface AskFormProps {
  closed: boolean;
  busy: boolean;
  onAsk: (question: string) => Promise<boolean>;
  onStop?: (() => void) | undefined;
}

/** Where the next question is written. Enter sends it; what could not be sent comes back. */
export function AskForm({ closed, busy, onAsk, onStop }: AskFormProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);

  async function submit(): Promise<void> {
    const question = field.current?.value.trim();
    if (!field.current || !question || busy || closed) return;
    field.current.value = '';
    const sent = await onAsk(question);
    if (!sent && field.current.value === '') field.current.value = question;
  }

  function keyed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form
      className={css.ask}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        ref={field}
        rows={2}
        maxLength={2000}
        disabled={closed}
        aria-label={t('tutor.ask')}
        placeholder={t('tutor.ask')}
        onKeyDown={keyed}
      />
      {onStop ? (
        <Button tone="paper" icon="stop" onClick={onStop}>
          {t('tutor.stop')}
        </Button>
      ) : (
        <Button type="submit" icon="send" busy={busy} disabled={closed}>
          {t('tutor.send')}
        </Button>
      )}
    </form>
  );
}
