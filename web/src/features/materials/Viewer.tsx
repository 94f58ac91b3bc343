import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView, VersionView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Select } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { download } from './api';
import { familyOf, sizeText } from './kinds';
import { momentText } from './moments';
import { Pages } from './Pages';
import { Played } from './Played';
import css from './Viewer.module.css';

/** A material to be read, seen or heard; and to be saved. */
export function Viewer({ material, onClose }: { material: MaterialView; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  const [number, setNumber] = useState(material.current.number);
  const version = material.versions.find((one) => one.number === number) ?? material.current;
  const save = useAction(() => download(material.id, version.number, version.name));
  return (
    <Dialog wide title={material.title} onClose={onClose}>
      <div className={css.sheet}>
        {material.versions.length > 1 && (
          <Select
            label={t('materials.version')}
            value={number}
            onChange={(event) => setNumber(Number(event.target.value))}
          >
            {material.versions.toReversed().map((one) => (
              <option key={one.number} value={one.number}>
                {t('materials.versionOf', {
                  number: one.number,
                  moment: momentText(one.uploadedAt, i18n.language),
                })}
              </option>
            ))}
          </Select>
        )}
        <Shown key={version.number} materialId={material.id} title={material.title} version={version} />
        <footer className={css.foot}>
          <Button icon="download" busy={save.busy} onClick={save.run}>
            {t('materials.download')}
          </Button>
          <small>
            {version.name} · {sizeText(version.size, i18n.language)}
          </small>
        </footer>
        {save.problem && <Notice>{sentence(save.problem)}</Notice>}
      </div>
    </Dialog>
  );
}

interface ShownProps {
  materialId: string;
  title: string;
  version: VersionView;
}

function Shown({ materialId, title, version }: ShownProps) {
  const { t } = useTranslation();
  const family = familyOf(version.kind);
  if (family === 'model') return <p className={css.aside}>{t('materials.noPreview')}</p>;
  const played = family === 'sound' || family === 'video';
  if (!played && version.reading === 'waiting')
    return <p className={css.aside}>{t('materials.readingNow')}</p>;
  // An image that could not be read may be none, or one that would fill all of the browser's memory.
  if (!played && version.reading === 'failed') return <p className={css.aside}>{t('materials.unread')}</p>;
  if (family === 'pages' || family === 'text') return <Pages materialId={materialId} version={version} />;
  return <Played materialId={materialId} title={title} family={family} version={version.number} />;
}
