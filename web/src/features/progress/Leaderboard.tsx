import { useTranslation } from 'react-i18next';
import type { BoardRowView, LeaderboardView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/Empty';
import { Choice } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Ages } from './Ages';
import { aliasOf } from './alias';
import { useBoard, useBoardChoices } from './api';
import css from './Progress.module.css';

/** Who has earned the most tokens in a class, of those who like to be compared, under names nobody knows. */
export function Leaderboard({ classroomId, teaches }: { classroomId: string; teaches: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useBoard(classroomId);
  return (
    <section className={css.part}>
      <h2>{t('board.title')}</h2>
      {error && <Notice>{sentence(asProblem(error))}</Notice>}
      {!data && !error && <Skeleton label={t('common.loading')} />}
      {data?.underage && <p className={css.lead}>{t('board.underage')}</p>}
      {data && !data.underage && (
        <>
          <p className={css.lead}>{t('board.lead')}</p>
          <Rows board={data} />
          {!teaches && <Show classroomId={classroomId} show={data.show} />}
        </>
      )}
      {data && teaches && <Ages classroomId={classroomId} people={data.people} />}
    </section>
  );
}

function Rows({ board: { rows, own } }: { board: LeaderboardView }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className={css.lead}>{t('board.empty')}</p>;
  const below = own && !rows.some((row) => row.you) ? own : null;
  return (
    <ol className={css.board}>
      {rows.map((row) => (
        <Row key={row.alias} row={row} />
      ))}
      {below && (
        <>
          <li className={css.gap} aria-hidden="true">
            ···
          </li>
          <Row row={below} />
        </>
      )}
    </ol>
  );
}

function Row({ row }: { row: BoardRowView }) {
  const { t } = useTranslation();
  const name = row.name ?? aliasOf(row.alias, t('board.adjectives'), t('board.animals'));
  return (
    <li className={cx(css.placed, row.you && css.you, row.place <= 3 && css.first)}>
      <span className={css.place}>
        <span className="visually-hidden">{t('board.place')} </span>
        {row.place}
      </span>
      <span>
        {name}
        {row.you && <b> ({t('people.you')})</b>}
      </span>
      <span className={css.score}>{t('common.tokens', { count: row.tokens })}</span>
    </li>
  );
}

function Show({ classroomId, show }: { classroomId: string; show: LeaderboardView['show'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { choose } = useBoardChoices(classroomId);
  const { run, problem } = useAction(choose);
  return (
    <>
      <Choice
        label={t('board.show')}
        name="board"
        value={show}
        onChange={run}
        options={[
          { value: 'alias', label: t('board.alias') },
          { value: 'name', label: t('board.name') },
          { value: 'off', label: t('board.off') },
        ]}
      />
      {problem && <Notice>{sentence(problem)}</Notice>}
    </>
  );
}
