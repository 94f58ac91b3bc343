import { useTranslation } from 'react-i18next';
import { AnnounceForm } from '@/features/announcements/AnnounceForm';
import { ShowMaterial } from '@/features/materials';
import { StudentPoll, TeacherPoll } from '@/features/polls/Polls';
import { Presenter } from '@/features/presentation/Presenter';
import { Slides } from '@/features/presentation/Slides';
import { useRoom } from '@/room/store';
import { Empty } from '@/ui/Empty';
import css from './LessonPanel.module.css';

/** What a lesson is led with, for teachers; what is shown and asked, for students. */
export default function LessonPanel({ classroomId, teaches }: { classroomId: string; teaches: boolean }) {
  return teaches ? <Leading classroomId={classroomId} /> : <Following />;
}

function Leading({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const showing = useRoom((state) => state.presentation !== null);
  return (
    <div className={css.parts}>
      <section aria-labelledby="lesson-slides">
        <h3 id="lesson-slides">{t('lesson.slides')}</h3>
        <Presenter />
        {!showing && <ShowMaterial classroomId={classroomId} />}
      </section>
      <section aria-labelledby="lesson-poll">
        <h3 id="lesson-poll">{t('lesson.poll')}</h3>
        <TeacherPoll />
      </section>
      <section aria-labelledby="lesson-word">
        <h3 id="lesson-word">{t('lesson.announcement')}</h3>
        <AnnounceForm />
      </section>
    </div>
  );
}

function Following() {
  const { t } = useTranslation();
  const shown = useRoom((state) => state.presentation);
  const asked = useRoom((state) => state.poll !== null || state.outcome !== null);
  if (!shown && !asked)
    return (
      <Empty art="leaf" title={t('lesson.empty')}>
        <p>{t('lesson.emptyHint')}</p>
      </Empty>
    );
  return (
    <div className={css.parts}>
      {asked && (
        <section aria-label={t('lesson.poll')}>
          <StudentPoll />
        </section>
      )}
      {shown && (
        <section aria-label={t('lesson.slides')}>
          <Slides shown={shown} />
        </section>
      )}
    </div>
  );
}
