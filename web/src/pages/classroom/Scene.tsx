import { lazy, type RefObject, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { moveSelf } from '@/room/client';
import { Empty } from '@/ui/Empty';
import { expose } from '@/world/diagnostics';
import { isSeated } from '@/world/layout';
import type { Quality } from '@/world/quality';
import type { WorldHandle } from '@/world/World';
import css from '../ClassroomPage.module.css';
import { useBoard } from './useBoard';

const World = lazy(() => import('@/world/World'));

interface SceneProps {
  userId: string;
  teaches: boolean;
  quality: Quality | null;
  handle: RefObject<WorldHandle | null>;
}

/** The room itself, or a sentence where it cannot be drawn. */
export function Scene({ userId, teaches, quality, handle }: SceneProps) {
  const { t } = useTranslation();
  const board = useBoard();
  useEffect(() => expose(isSeated), []);
  if (!quality)
    return (
      <div className={css.entering}>
        <Empty art="unplugged" title={t('room.noWebgl')}>
          <p>{t('room.noWebglHint')}</p>
        </Empty>
      </div>
    );
  return (
    <Suspense fallback={<p className={css.entering}>{t('room.loading')}</p>}>
      <World
        userId={userId}
        teaches={teaches}
        quality={quality}
        board={board}
        label={t('room.scene')}
        tell={moveSelf}
        handle={handle}
      />
    </Suspense>
  );
}
