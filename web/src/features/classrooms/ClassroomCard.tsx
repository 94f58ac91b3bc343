import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ClassroomView, OccurrenceView } from '@/generated/schema';
import { useDates } from '@/lib/days';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import { isOurs } from '@/ui/subjects';
import { useJoin } from './api';
import css from './ClassroomCard.module.css';
import { Door } from './Door';

export function ClassroomCard({
  classroom,
  next,
  onNeedCode,
}: {
  classroom: ClassroomView;
  next?: OccurrenceView | undefined;
  onNeedCode: () => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const navigate = useNavigate();
  const join = useJoin();
  const outside = classroom.standing === 'outsider';
  const full = outside && classroom.studentCount >= classroom.capacity;

  function subjectName(subject: string): string {
    if (isOurs(subject)) return t(`classrooms.subjects.${subject}`);
    return subject || t('classrooms.subjects.other');
  }

  function enter(): void {
    if (!outside) return void navigate(`/classrooms/${classroom.id}`);
    if (classroom.visibility === 'private') return onNeedCode();
    join.mutate({ id: classroom.id }, { onSuccess: () => navigate(`/classrooms/${classroom.id}`) });
  }

  return (
    <article className={css.card}>
      <Door classroom={classroom} />
      <div className={css.plate}>
        <p className={css.meta}>
          <span>{subjectName(classroom.subject)}</span>
          {classroom.visibility === 'private' && (
            <span className={css.private}>
              <Icon name="lock" size={15} />
              {t('classrooms.private')}
            </span>
          )}
          {classroom.gate && (
            <span className={css.private}>
              <Icon name="wallet" size={15} />
              {t('classrooms.gated', { token: classroom.gate.symbol || classroom.gate.name || 'NFT' })}
            </span>
          )}
          {classroom.nftId && (
            <span className={css.private}>
              <Icon name="cube" size={15} />
              {t('classrooms.token.badge')}
            </span>
          )}
        </p>
        <h2>{classroom.title}</h2>
        <p className={css.by}>{t('classrooms.by', { name: classroom.owner.name })}</p>
        <p className={css.about}>{classroom.description}</p>
        {next && <Next meeting={next} />}
        {join.error && <Notice>{sentence(asProblem(join.error))}</Notice>}
        <div className={css.foot}>
          <p className={css.counts}>
            <b className={classroom.presentCount > 0 ? css.live : undefined}>
              {t('classrooms.inside', { count: classroom.presentCount })}
            </b>
            <span>{t('classrooms.seats', { taken: classroom.studentCount, all: classroom.capacity })}</span>
          </p>
          {!outside && (
            <Link to={`/classrooms/${classroom.id}/desk`} className={css.desk}>
              {t('desk.open')}
              <span className="visually-hidden">: {classroom.title}</span>
            </Link>
          )}
          <Button tone={outside ? 'paper' : 'spruce'} disabled={full} busy={join.isPending} onClick={enter}>
            {full ? t('classrooms.full') : outside ? t('classrooms.join') : t('classrooms.enter')}
            <span className="visually-hidden">: {classroom.title}</span>
          </Button>
        </div>
      </div>
    </article>
  );
}

function Next({ meeting }: { meeting: OccurrenceView }) {
  const { t } = useTranslation();
  const dates = useDates();
  const isOn = Date.parse(meeting.startsAt) <= Date.now();
  return (
    <p className={css.next}>
      <Icon name="calendar" size={17} />
      {isOn
        ? t('classrooms.lessonNow', { time: dates.time(meeting.endsAt) })
        : t('classrooms.nextLesson', { when: dates.moment(meeting.startsAt) })}
    </p>
  );
}
