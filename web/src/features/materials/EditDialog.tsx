import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Choice, Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { release, update, useRefreshMaterials, withhold } from './api';
import css from './EditDialog.module.css';
import { Keeping } from './Keeping';
import { standingOf } from './kinds';
import { fromField, toField } from './moments';
import { Versions } from './Versions';

type When = 'hidden' | 'out' | 'later';

/** Title, release and versions of a material, and the ways to put it aside. */
export function EditDialog({ material, onClose }: { material: MaterialView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshMaterials();
  const [title, setTitle] = useState(material.title);
  const [when, setWhen] = useState<When>(() => whenOf(material));
  const [moment, setMoment] = useState(toField(material.releaseAt));
  const [tried, setTried] = useState(false);
  const save = useAction(async () => {
    if (title.trim() !== material.title) await update(material.id, { title: title.trim() });
    if (when === 'hidden' && material.releaseAt !== null) await withhold(material.id);
    if (when === 'out' && whenOf(material) !== 'out') await release(material.id, null);
    if (when === 'later') await release(material.id, fromField(moment));
    await refresh();
    onClose();
  });
  const nameless = tried && title.trim() === '';
  const timeless = tried && when === 'later' && moment === '';

  return (
    <Dialog title={t('materials.editTitle')} onClose={onClose}>
      <form
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (title.trim() !== '' && (when !== 'later' || moment !== '')) void save.run();
        }}
      >
        <Field
          label={t('materials.title')}
          value={title}
          maxLength={120}
          error={nameless ? t('materials.flaws.title') : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Choice<When>
          label={t('materials.when')}
          name="when"
          value={when}
          onChange={setWhen}
          options={(['hidden', 'out', 'later'] as const).map((value) => ({
            value,
            label: t(`materials.whenChoice.${value}`),
          }))}
        />
        {when === 'later' && (
          <Field
            type="datetime-local"
            label={t('materials.from')}
            value={moment}
            error={timeless ? t('materials.flaws.moment') : undefined}
            onChange={(event) => setMoment(event.target.value)}
          />
        )}
        {save.problem && <Notice>{sentence(save.problem)}</Notice>}
        <Button type="submit" className={css.save} busy={save.busy}>
          {t('common.save')}
        </Button>
      </form>
      <Versions material={material} />
      <Keeping material={material} onDone={onClose} />
    </Dialog>
  );
}

function whenOf(material: MaterialView): When {
  const standing = standingOf({ ...material, archived: false }, Date.now());
  return standing === 'archived' ? 'hidden' : standing;
}
