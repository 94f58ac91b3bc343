import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { useRefreshMaterials } from './api';
import css from './DropZone.module.css';
import { ACCEPT } from './kinds';
import { SendingList } from './SendingList';
import { sendAll } from './upload';

/** Where files are put on the desk: let go of here, or chosen. */
export function DropZone({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const refresh = useRefreshMaterials();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function take(files: FileList | null): void {
    if (files?.length) void sendAll(classroomId, [...files], refresh);
    if (input.current) input.current.value = '';
  }
  function hover(event: DragEvent, on: boolean): void {
    event.preventDefault();
    setOver(on);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does */}
      <div
        className={cx(css.zone, over && css.over)}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <Button icon="upload" onClick={() => input.current?.click()}>
          {t('materials.upload')}
        </Button>
        <p>
          <span className={css.drop}>{t('materials.drop')} </span>
          {t('materials.takes')}
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPT}
          aria-label={t('materials.upload')}
          onChange={(event) => take(event.target.files)}
        />
      </div>
      <SendingList />
    </>
  );
}
