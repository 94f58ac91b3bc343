import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { startPresentation } from '@/room/teach';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { slidesOf, useMaterials } from './api';
import { canBeShown } from './kinds';
import { MaterialCard } from './MaterialCard';
import css from './Materials.module.css';

/** In the room: chooses a material and shows it on the board. */
export function ShowMaterial({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Button tone="paper" icon="page" className={css.start} onClick={() => setChoosing(true)}>
        {t('materials.show')}
      </Button>
      {choosing && <Chooser classroomId={classroomId} onClose={() => setChoosing(false)} />}
    </>
  );
}

function Chooser({ classroomId, onClose }: { classroomId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useMaterials(classroomId);
  const show = useAction(async (materialId: string) => {
    await startPresentation(await slidesOf(materialId));
    onClose();
  });
  const showable = list.data?.filter(canBeShown);
  return (
    <Dialog title={t('materials.show')} onClose={onClose}>
      {show.problem && <Notice>{sentence(show.problem)}</Notice>}
      {!showable && <Skeleton label={t('common.loading')} rows={2} />}
      {showable?.length === 0 && (
        <Empty art="leaf" title={t('materials.nothingToShow')}>
          <p>{t('materials.nothingToShowHint')}</p>
        </Empty>
      )}
      {showable && showable.length > 0 && (
        <>
          <p className={css.hint}>{t('materials.showHint')}</p>
          <ul className={css.list} aria-busy={show.busy}>
            {showable.map((material) => (
              <MaterialCard
                key={material.id}
                material={material}
                standing={null}
                onOpen={() => show.run(material.id)}
              />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
