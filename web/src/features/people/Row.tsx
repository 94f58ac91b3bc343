import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person, talking, useRoom } from '@/room/store';
import { useVoice } from '@/room/voice/store';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Face } from '@/ui/Face';
import { Icon } from '@/ui/Icon';
import { ReactionArt } from '@/ui/ReactionArt';
import css from './People.module.css';
import { PersonMenu } from './PersonMenu';

interface RowProps {
  person: Person;
  mine: boolean;
  place?: number;
  withMenu?: boolean;
}

export function Row({ person, mine, place, withMenu }: RowProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const speaks = useVoice((voice) => voice.speaking[person.userId] === true);
  return (
    <li>
      <div className={css.row}>
        <span className={cx(css.face, speaks && css.speaks)}>
          <Face look={person.avatarData} size={40} />
        </span>
        <span className={css.name}>
          {person.name}
          {mine && <small> ({t('people.you')})</small>}
          {person.standing === 'teacher' && <small className={css.teacher}>{t('people.teacher')}</small>}
        </span>
        <Marks person={person} speaks={speaks} />
        {person.handSince !== null && (
          <span className={css.hand}>
            <Icon name="hand" size={18} />
            {place}
            <span className="visually-hidden">{t('people.raised')}</span>
          </span>
        )}
        {withMenu && (
          <IconButton
            icon="more"
            label={t('moderation.menu', { name: person.name })}
            aria-expanded={open}
            className={css.more}
            onClick={() => setOpen(!open)}
          />
        )}
      </div>
      {withMenu && open && <PersonMenu person={person} />}
    </li>
  );
}

/** A reaction just now, the spotlight, the microphone: each with its word for those who do not see it. */
function Marks({ person: { userId }, speaks }: { person: Person; speaks: boolean }) {
  const { t } = useTranslation();
  const reaction = useRoom((room) => room.reactions[userId]);
  const spotlit = useRoom((room) => room.rules.spotlight === userId);
  const muted = useRoom((room) => room.muted.includes(userId));
  const talks = useRoom((room) => talking(room).includes(userId));
  return (
    <span className={css.marks}>
      {reaction && (
        <span className={css.reaction}>
          <ReactionArt name={reaction} size={26} />
          <span className="visually-hidden">
            {t('people.reacts', { reaction: t(`reactions.${reaction}`) })}
          </span>
        </span>
      )}
      {spotlit && (
        <span className={css.spotlit} title={t('people.spotlit')}>
          <Icon name="star" size={18} />
          <span className="visually-hidden">{t('people.spotlit')}</span>
        </span>
      )}
      {(muted || talks) && (
        <span
          className={cx(css.mark, !muted && speaks && css.loud)}
          title={t(muted ? 'people.muted' : speaks ? 'people.speaking' : 'people.talks')}
        >
          <Icon name={muted ? 'micOff' : 'mic'} size={18} />
          <span className="visually-hidden">{t(muted ? 'people.muted' : 'people.talks')}</span>
        </span>
      )}
    </span>
  );
}
