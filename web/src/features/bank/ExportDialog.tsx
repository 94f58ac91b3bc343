import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankExport } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Choice } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { exportFile } from './api';
import css from './Bank.module.css';
import { Findings } from './Findings';
import { FORMATS, type FormatName } from './formats';

interface ExportDialogProps {
  classroomId: string;
  /** Only questions with all of these. */
  tags: string[];
  onClose: () => void;
}

/** The bank as a file; afterwards, what the format could not hold. */
export function ExportDialog({ classroomId, tags, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const name = useId();
  const [format, setFormat] = useState<FormatName>('moodleXml');
  const [done, setDone] = useState<BankExport | null>(null);
  const take = useAction(async () => setDone(await exportFile(classroomId, format, tags)));
  return (
    <Dialog title={t('bank.export')} onClose={onClose}>
      <div className={css.form}>
        <Choice
          label={t('bankImport.format')}
          name={name}
          value={format}
          onChange={setFormat}
          options={FORMATS.map((value) => ({ value, label: t(`bankImport.formats.${value}`) }))}
        />
        <p className={css.hint}>
          {tags.length > 0
            ? t('bank.exportTags', { tags: tags.map((tag) => `#${tag}`).join(' ') })
            : t('bank.exportAll')}
        </p>
        {take.problem && <Notice>{sentence(take.problem)}</Notice>}
        {done && (
          <>
            <Notice tone="good">{t('bank.exported', { count: done.exported })}</Notice>
            <Findings
              title={t('bankImport.skipped', { count: done.skipped.length })}
              found={done.skipped}
              open
              tone="clay"
            />
            <Findings
              title={t('bankImport.notes', { count: done.notes.length })}
              found={done.notes}
              open={false}
              tone="sun"
            />
          </>
        )}
        <Button icon="download" busy={take.busy} onClick={() => take.run()}>
          {t('bank.exportSave')}
        </Button>
      </div>
    </Dialog>
  );
}
