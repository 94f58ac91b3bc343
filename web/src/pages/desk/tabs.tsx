import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { IconName } from '@/ui/Icon';

/** What a tab is given: the classroom it is about, and on which side of the desk its reader sits. */
export interface TabProps {
  classroomId: string;
  teaches: boolean;
}

interface Tab {
  /** Its place in the address, and the name of its text (`desk.tabs.<slug>`). */
  slug:
    | 'materials'
    | 'quizzes'
    | 'questions'
    | 'grades'
    | 'tutor'
    | 'progress'
    | 'schedule'
    | 'attendance'
    | 'certificates'
    | 'token';
  icon: IconName;
  /** Shown to the teacher alone. */
  teachersOnly?: boolean;
  Content: LazyExoticComponent<ComponentType<TabProps>>;
}

/** The papers on a class's desk, in the order a class needs them. Each tab is a chunk of its own. */
export const TABS: readonly Tab[] = [
  { slug: 'materials', icon: 'page', Content: lazy(() => import('./MaterialsTab')) },
  { slug: 'schedule', icon: 'calendar', Content: lazy(() => import('./ScheduleTab')) },
  { slug: 'quizzes', icon: 'quiz', Content: lazy(() => import('./QuizzesTab')) },
  { slug: 'questions', icon: 'cards', teachersOnly: true, Content: lazy(() => import('./QuestionsTab')) },
  { slug: 'grades', icon: 'grades', Content: lazy(() => import('./GradesTab')) },
  { slug: 'attendance', icon: 'roll', Content: lazy(() => import('./AttendanceTab')) },
  {
    slug: 'certificates',
    icon: 'star',
    teachersOnly: true,
    Content: lazy(() => import('./CertificatesTab')),
  },
  { slug: 'token', icon: 'cube', teachersOnly: true, Content: lazy(() => import('./TokenTab')) },
  { slug: 'tutor', icon: 'tutor', Content: lazy(() => import('./TutorTab')) },
  { slug: 'progress', icon: 'poll', Content: lazy(() => import('./ProgressTab')) },
];

export const tabsFor = (teaches: boolean): Tab[] => TABS.filter((tab) => teaches || !tab.teachersOnly);
