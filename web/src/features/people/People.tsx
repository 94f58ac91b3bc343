import { useTranslation } from 'react-i18next';
import { type Person, useRoom } from '@/room/store';
import css from './People.module.css';
import { Row } from './Row';

/** Who is in the room; raised hands first, in the order they went up. A teacher can do something about each. */
export function People({ userId, teaches }: { userId: string; teaches: boolean }) {
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
            <Row
              key={person.userId}
              person={person}
              mine={person.userId === userId}
              withMenu={teaches && person.userId !== userId}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

function byStanding(a: Person, b: Person): number {
  if (a.standing !== b.standing) return a.standing === 'teacher' ? -1 : b.standing === 'teacher' ? 1 : 0;
  return a.name.localeCompare(b.name);
}
