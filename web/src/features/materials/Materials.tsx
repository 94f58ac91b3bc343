import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { arrange, useMaterials, useRefreshMaterials } from './api';
import { DropZone } from './DropZone';
import { EditDialog } from './EditDialog';
import { standingOf } from './kinds';
import { MaterialCard } from './MaterialCard';
import css from './Materials.module.css';
import { moved } from './order';
import { TeacherButtons } from './TeacherButtons';
import { Viewer } from './Viewer';

type Open = { what: 'view' | 'edit'; id: string } | null;

/** The materials of a class: to read for everybody; to fill, order and release for its teacher. */
export function Materials({ classroomId, teaches }: { classroomId: string; teaches: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useMaterials(classroomId);
  const refresh = useRefreshMaterials();
  const [open, setOpen] = useState<Open>(null);
  const [withArchived, setWithArchived] = useState(false);
  const move = useAction(async (id: string, by: 1 | -1) => {
    const ids = (list.data ?? []).filter(({ archived }) => !archived).map((one) => one.id);
    await arrange(classroomId, moved(ids, id, by));
    await refresh();
  });

  if (list.isPending) return <Skeleton label={t('common.loading')} rows={3} />;
  if (!list.data)
    return (
      <Empty art="unplugged" title={t('materials.failed')}>
        <p>{sentence(asProblem(list.error))}</p>
        <Button onClick={() => list.refetch()}>{t('common.retry')}</Button>
      </Empty>
    );
  const shelf = list.data.filter(({ archived }) => !archived);
  const archive = list.data.filter(({ archived }) => archived);
  const opened = open && list.data.find(({ id }) => id === open.id);
  const card = (material: MaterialView, place: number, all: MaterialView[]) => (
    <MaterialCard
      key={material.id}
      material={material}
      standing={teaches ? standingOf(material, Date.now()) : null}
      onOpen={() => setOpen({ what: 'view', id: material.id })}
    >
      {teaches && (
        <TeacherButtons
          material={material}
          first={place === 0}
          last={place === all.length - 1}
          onMove={(by) => move.run(material.id, by)}
          onEdit={() => setOpen({ what: 'edit', id: material.id })}
        />
      )}
    </MaterialCard>
  );
  return (
    <>
      {teaches && <DropZone classroomId={classroomId} />}
      {move.problem && <Notice>{sentence(move.problem)}</Notice>}
      {shelf.length > 0 ? (
        <ul className={css.list}>{shelf.map(card)}</ul>
      ) : (
        <Empty art="leaf" title={t('materials.empty')}>
          <p>{t(teaches ? 'materials.emptyTeacher' : 'materials.emptyStudent')}</p>
        </Empty>
      )}
      {archive.length > 0 && (
        <section className={css.archive}>
          <Button
            tone="plain"
            size="s"
            aria-expanded={withArchived}
            onClick={() => setWithArchived(!withArchived)}
          >
            {t('materials.archive', { count: archive.length })}
          </Button>
          {withArchived && <ul className={css.list}>{archive.map(card)}</ul>}
        </section>
      )}
      {opened && open.what === 'view' && <Viewer material={opened} onClose={() => setOpen(null)} />}
      {opened && open.what === 'edit' && <EditDialog material={opened} onClose={() => setOpen(null)} />}
    </>
  );
}
