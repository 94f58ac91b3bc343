import { useTranslation } from 'react-i18next';
import type { AvatarData, ChatMessage } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { deleteMessage } from '@/room/teach';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Face } from '@/ui/Face';
import { Notice } from '@/ui/Notice';
import css from './Chat.module.css';
import { type Draft, send } from './outbox';

interface LineProps {
  message: ChatMessage;
  mine: boolean;
  /** True when the same person said the line before: the name is not repeated. */
  follows: boolean;
  /** Unknown for people who have left. */
  look: AvatarData | undefined;
  deletable: boolean;
}

export function Line({ message, mine, follows, look, deletable }: LineProps) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  const remove = useAction(() => deleteMessage(message.id));
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
        <div className={css.said}>
          <p className={css.text}>{message.text}</p>
          {deletable && (
            <IconButton
              icon="trash"
              label={t('chat.delete', { name: message.name, text: message.text.slice(0, 40) })}
              title={t('chat.deleteShort')}
              className={css.delete}
              onClick={remove.run}
            />
          )}
        </div>
        {remove.problem && <Notice>{sentence(remove.problem)}</Notice>}
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
