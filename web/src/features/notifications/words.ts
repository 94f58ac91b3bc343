import { useTranslation } from 'react-i18next';
import type { NotificationView } from '@/generated/schema';
import { percent } from '@/lib/percent';
import type { IconName } from '@/ui/Icon';

interface Words {
  icon: IconName;
  text: string;
  /** Where one is led. */
  to: string;
}

/** Puts into words, in the reader's language, what the server tells as a kind and its parameters. */
export function useWords(): (about: NotificationView['about']) => Words {
  const { t, i18n } = useTranslation();
  return (about) => {
    switch (about.kind) {
      case 'quizOpened':
        return {
          icon: 'quiz',
          text: t('notifications.quizOpened', { ...about }),
          to: desk(about, 'quizzes'),
        };
      case 'quizGraded': {
        const words = { title: about.title, score: percent(about.score) };
        const text = about.passed ? t('notifications.passed', words) : t('notifications.notPassed', words);
        return { icon: 'check', text, to: desk(about, 'quizzes') };
      }
      case 'achievement': {
        const name = i18n.exists(`achievements.rules.${about.rule}.name`)
          ? i18n.t(`achievements.rules.${about.rule}.name` as 'achievements.title')
          : about.rule;
        return { icon: 'star', text: t('notifications.achievement', { name }), to: '/profile' };
      }
      case 'studentsEnrolled': {
        const names = about.names.join(', ');
        const count = about.count - about.names.length;
        const text =
          count > 0
            ? t('notifications.enrolledMore', { names, count, classroom: about.classroom })
            : t('notifications.enrolled', { names, classroom: about.classroom });
        return { icon: 'people', text, to: desk(about, 'progress') };
      }
      case 'notice':
        return { icon: 'horn', text: t('notifications.notice', { ...about }), to: desk(about, '') };
    }
  };
}

const desk = ({ classroomId }: { classroomId: string }, tab: string): string =>
  `/classrooms/${classroomId}/desk/${tab}`;
