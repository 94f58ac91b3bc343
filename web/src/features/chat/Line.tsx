import { useTranslation } from 'react-i18next';
import type { AvatarData, ChatMessage } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Face } from '@/ui/Face';
import css from './Chat.module.css';
import { type Draft, send } from './outbox';

interface LineProps {
  message: ChatMessage;
  mine: boolean;
  /** True when the same person said the line before: the name is not repeated. */
  follows: boolean;
  /** Unknown for people who have left. */
  look: AvatarData | undefined;
}

export function Line({ message, mine, follows, look }: LineProps) {
  const { i18n } = useTranslation();
  const time = new Date(message.sentAt).toLocaleTimeString(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <div className={cx(css.line, mine && css.mine, follows && css.follows)}>
      {!mine && <span className={css.face}>{!follows && look && <Face look={look} size={34} />}</span>}
      <div className={css.words}>
        <p className={cx(css.who, follows && 'visually-hidden')}>
          {message.name} <time dateTime={message.sentAt}>{time}</time>
        </p>
        <p className={css.text}>{message.text}</p>
      </div>
    </div>
  );
}

export function DraftLine({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  return (
    <div className={cx(css.line, css.mine)}>
      <div className={css.words}>
        <p className={cx(css.text, css.draft)}>{draft.text}</p>
        {draft.state === 'sending' ? (
          <p className={css.who}>{t('chat.sending')}</p>
        ) : (
          <p className={css.failed}>
            {t('chat.failed')}{' '}
            <Button size="s" tone="paper" onClick={() => send(draft.text, draft.clientId)}>
              {t('chat.again')}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
