import { useTranslation } from 'react-i18next';
import type { MaterialView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button, IconButton } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { release, useRefreshMaterials } from './api';
import { standingOf } from './kinds';
import css from './Materials.module.css';

interface TeacherButtonsProps {
  material: MaterialView;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onEdit: () => void;
}

/** Releasing at a press, and everything else: order, dates, versions. */
export function TeacherButtons({ material, first, last, onMove, onEdit }: TeacherButtonsProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshMaterials();
  const out = useAction(async () => {
    await release(material.id, null);
    await refresh();
  });
  const { title } = material;
  return (
    <div className={css.actions}>
      {['hidden', 'later'].includes(standingOf(material, Date.now())) && (
        <Button tone="sun" size="s" busy={out.busy} onClick={out.run}>
          {t('materials.releaseNow')}
        </Button>
      )}
      {!material.archived && (
        <>
          <IconButton
            icon="up"
            label={t('materials.up', { title })}
            aria-disabled={first || undefined}
            onClick={() => !first && onMove(-1)}
          />
          <IconButton
            icon="down"
            label={t('materials.down', { title })}
            aria-disabled={last || undefined}
            onClick={() => !last && onMove(1)}
          />
        </>
      )}
      <IconButton icon="pencil" label={t('materials.edit', { title })} onClick={onEdit} />
      {out.problem && <Notice>{sentence(out.problem)}</Notice>}
    </div>
  );
}
