import { useTranslation } from 'react-i18next';
import { useAction } from '@/lib/useAction';
import { IconButton } from '@/ui/Button';
import css from './Tutor.module.css';

interface HelpfulProps {
  rating: 'up' | 'down' | null;
  onJudge: (rating: 'up' | 'down' | null) => Promise<void>;
}

/** Whether an answer helped; pressing again takes it back. */
export function Helpful({ rating, onJudge }: HelpfulProps) {
  const { t } = useTranslation();
  const { run, busy } = useAction(onJudge);
  return (
    <fieldset className={css.helpful} aria-label={t('tutor.helpful')}>
      {(['up', 'down'] as const).map((one) => (
        <IconButton
          key={one}
          icon={one === 'up' ? 'thumbUp' : 'thumbDown'}
          label={t(one === 'up' ? 'tutor.helped' : 'tutor.helpedNot')}
          aria-pressed={rating === one}
          aria-busy={busy || undefined}
          tone={rating === one ? 'spruce' : 'plain'}
          onClick={() => run(rating === one ? null : one)}
        />
      ))}
    </fieldset>
  );
}
