import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { remove, update, useRefreshMaterials } from './api';
import css from './EditDialog.module.css';

/** Putting a material aside, and removing it for good. */
export function Keeping({ material, onDone }: { material: MaterialView; onDone: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshMaterials();
  const [sure, setSure] = useState(false);
  const shelve = useAction(async () => {
    await update(material.id, { archived: !material.archived });
    await refresh();
    onDone();
  });
  const discard = useAction(async () => {
    await remove(material.id);
    await refresh();
    onDone();
  });
  const problem = shelve.problem ?? discard.problem;
  return (
    <section className={css.part} aria-label={t('materials.keeping')}>
      {sure && <Notice tone="info">{t('materials.sure', { title: material.title })}</Notice>}
      {problem && <Notice>{sentence(problem)}</Notice>}
      <div className={css.ways}>
        {sure ? (
          <>
            <Button tone="paper" size="s" autoFocus onClick={() => setSure(false)}>
              {t('materials.keep')}
            </Button>
            <Button tone="clay" size="s" icon="trash" busy={discard.busy} onClick={discard.run}>
              {t('materials.removeNow')}
            </Button>
          </>
        ) : (
          <>
            <Button tone="paper" size="s" busy={shelve.busy} onClick={shelve.run}>
              {t(material.archived ? 'materials.unarchive' : 'materials.toArchive')}
            </Button>
            <Button tone="plain" size="s" icon="trash" onClick={() => setSure(true)}>
              {t('materials.remove')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
