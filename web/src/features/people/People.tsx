import { useTranslation } from 'react-i18next';
import { type Person, useRoom } from '@/room/store';
import { Face } from '@/ui/Face';
import { Icon } from '@/ui/Icon';
import css from './People.module.css';

/** Who is in the room; raised hands first, in the order they went up. */
export function People({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const people = useRoom((state) => state.people);
  const everyone = Object.values(people).sort(byStanding);
  const hands = everyone
    .filter((person) => person.handSince !== null)
    .sort((a, b) => (a.handSince ?? 0) - (b.handSince ?? 0));
  return (
    <div className={css.people}>
      <section aria-labelledby="hands">
        <h3 id="hands">{t('people.hands')}</h3>
        <ol aria-live="polite">
          {hands.map((person, place) => (
            <Row key={person.userId} person={person} mine={person.userId === userId} place={place + 1} />
          ))}
        </ol>
        {hands.length === 0 && <p className={css.none}>{t('people.noHands')}</p>}
      </section>
      <section aria-labelledby="here">
        <h3 id="here">{t('people.here')}</h3>
        <ul>
          {everyone.map((person) => (
            <Row key={person.userId} person={person} mine={person.userId === userId} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Row({ person, mine, place }: { person: Person; mine: boolean; place?: number }) {
  const { t } = useTranslation();
  return (
    <li className={css.row}>
      <Face look={person.avatarData} size={40} />
      <span className={css.name}>
        {person.name}
        {mine && <small> ({t('people.you')})</small>}
        {person.standing === 'teacher' && <small className={css.teacher}>{t('people.teacher')}</small>}
      </span>
      {person.handSince !== null && (
        <span className={css.hand}>
          <Icon name="hand" size={18} />
          {place}
          <span className="visually-hidden">{t('people.raised')}</span>
        </span>
      )}
    </li>
  );
}

function byStanding(a: Person, b: Person): number {
  if (a.standing !== b.standing) return a.standing === 'teacher' ? -1 : b.standing === 'teacher' ? 1 : 0;
  return a.name.localeCompare(b.name);
}
