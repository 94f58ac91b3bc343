import { useTranslation } from 'react-i18next';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Empty, Skeleton } from '@/ui/Empty';
import { useTutorStatus } from './api';
import { Conversation } from './Conversation';

/** The tutor as whoever asks it sees it. */
export function StudentTutor({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useTutorStatus(classroomId);
  if (error && !data) return <Empty art="unplugged" title={sentence(asProblem(error))} />;
  if (!data) return <Skeleton label={t('common.loading')} />;
  return <Conversation key={classroomId} classroomId={classroomId} status={data} />;
}
