import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useNavigate, useParams } from 'react-router';
import { getClassroom } from '@/features/classrooms/api';
import type { ClassroomView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Icon } from '@/ui/Icon';
import css from './DeskPage.module.css';
import { tabsFor } from './tabs';

/** A class on paper: what belongs to it when nobody is in its room. */
export default function DeskPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { id = '' } = useParams();
  const { data, error } = useQuery({ queryKey: ['classroom', id], queryFn: () => getClassroom(id) });
  if (error) return <Empty art="door" title={sentence(asProblem(error))} />;
  if (!data) return <Skeleton label={t('common.loading')} />;
  if (data.standing === 'outsider') return <Navigate to="/" replace />;
  return <Desk classroom={data} teaches={data.standing === 'teacher'} />;
}

function Desk({ classroom, teaches }: { classroom: ClassroomView; teaches: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = '', tab: slug } = useParams();
  const tabs = tabsFor(teaches);
  const tab = tabs.find((one) => one.slug === slug);
  const row = useRef<HTMLElement>(null);
  // On a phone the row is longer than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is the occasion
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [slug]);
  if (!tab) return <Navigate to={`/classrooms/${id}/desk/${tabs[0]?.slug}`} replace />;
  return (
    <>
      <header className={css.head}>
        <h1>{classroom.title}</h1>
        <Button icon="chair" onClick={() => navigate(`/classrooms/${classroom.id}`)}>
          {t('classrooms.enter')}
        </Button>
      </header>
      <nav ref={row} className={css.tabs} aria-label={t('desk.label')}>
        {tabs.map((one) => (
          <NavLink key={one.slug} to={`/classrooms/${id}/desk/${one.slug}`} className={css.tab}>
            <Icon name={one.icon} size={20} />
            {t(`desk.tabs.${one.slug}`)}
          </NavLink>
        ))}
      </nav>
      <section className={css.sheet} aria-label={t(`desk.tabs.${tab.slug}`)}>
        <Suspense fallback={<Skeleton label={t('common.loading')} />}>
          <tab.Content classroomId={classroom.id} teaches={teaches} />
        </Suspense>
      </section>
    </>
  );
}
