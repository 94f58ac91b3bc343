import { useNavigate } from 'react-router';
import { Bank } from '@/features/bank';
import type { TabProps } from './tabs';

export default function QuestionsTab({ classroomId }: TabProps) {
  const navigate = useNavigate();
  return (
    <Bank
      classroomId={classroomId}
      onUse={(use) => navigate(`/classrooms/${classroomId}/desk/quizzes`, { state: { use } })}
    />
  );
}
