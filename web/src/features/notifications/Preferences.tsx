import { useTranslation } from 'react-i18next';
import type { NotificationPreferences } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { usePrefer, usePreferences } from './api';
import css from './Notifications.module.css';

type Kind = keyof NotificationPreferences['channels'];
type Channel = NonNullable<NotificationPreferences['channels'][Kind]>;

const KINDS = ['notice', 'quizOpened', 'quizGraded', 'achievement', 'studentsEnrolled'] as const;

/** What one wants to be told, and how. Each choice holds at once. */
export function Preferences({ mail, teaches }: { mail: boolean; teaches: boolean }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  const { data, error } = usePreferences();
  const prefer = usePrefer();
  const language = i18n.language === 'de' ? 'de' : 'en';
  const { run, problem } = useAction((kind: Kind, channel: Channel) =>
    prefer({ channels: { [kind]: channel }, language }),
  );
  if (error) return <Notice>{sentence(asProblem(error))}</Notice>;
  if (!data) return <Skeleton label={t('common.loading')} />;
  const channels: Channel[] = mail ? ['off', 'app', 'mail'] : ['off', 'app'];
  const shown = KINDS.filter((kind) => (kind === 'studentsEnrolled' ? teaches : true));
  return (
    <fieldset className={css.kinds}>
      <legend className="visually-hidden">{t('notifications.preferences')}</legend>
      {shown.map((kind) => (
        <label key={kind} className={css.kind}>
          <span>{t(`notifications.kinds.${kind}`)}</span>
          <select
            value={shownChannel(data.channels[kind], mail)}
            onChange={(event) => run(kind, event.target.value as Channel)}
          >
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {t(`notifications.channels.${channel}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {problem && <Notice>{sentence(problem)}</Notice>}
    </fieldset>
  );
}

/** Where no letter is written, one that would be is shown in the app alone. */
const shownChannel = (channel: Channel | undefined, mail: boolean): Channel =>
  channel === 'mail' && !mail ? 'app' : (channel ?? 'app');
