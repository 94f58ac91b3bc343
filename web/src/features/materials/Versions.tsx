import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from '@/generated/schema';
import { useAction } from '@/lib/useAction';
import { Button, IconButton } from '@/ui/Button';
import { download, useRefreshMaterials } from './api';
import css from './EditDialog.module.css';
import { ACCEPT, sizeText } from './kinds';
import { momentText } from './moments';
import { SendingList } from './SendingList';
import { sendVersion } from './upload';

/** The files that a material was and is, the current one first. */
export function Versions({ material }: { material: MaterialView }) {
  const { t, i18n } = useTranslation();
  const refresh = useRefreshMaterials();
  const input = useRef<HTMLInputElement>(null);
  // What goes wrong stands beside the file in the list of what is sent.
  const send = useAction(async (file: File) => {
    await sendVersion(material.id, file);
    await refresh();
  });
  return (
    <section className={css.part} aria-labelledby="versions">
      <h3 id="versions">{t('materials.versions')}</h3>
      <ol className={css.versions}>
        {material.versions.toReversed().map((version) => (
          <li key={version.number}>
            <b>{version.number}</b>
            <span>
              {version.name}
              <small>
                {momentText(version.uploadedAt, i18n.language)} · {sizeText(version.size, i18n.language)}
              </small>
            </span>
            <IconButton
              icon="download"
              label={t('materials.downloadVersion', { number: version.number })}
              onClick={() => void download(material.id, version.number, version.name).catch(() => undefined)}
            />
          </li>
        ))}
      </ol>
      <SendingList materialId={material.id} />
      <Button tone="paper" size="s" icon="upload" busy={send.busy} onClick={() => input.current?.click()}>
        {t('materials.newVersion')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT}
        aria-label={t('materials.newVersion')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send.run(file);
        }}
      />
    </section>
  );
}
