import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankImportReport } from '@/generated/schema';
import { randomId } from '@/lib/ids';
import { useAction } from '@/lib/useAction';
import { Dialog } from '@/ui/Dialog';
import { importFile, type QuestionFile } from './api';
import { ImportReport } from './ImportReport';
import { ImportSource } from './ImportSource';

interface ImportDialogProps {
  classroomId: string;
  onClose: () => void;
  /** Called once the questions are in the bank, with how many came. */
  onDone: (imported: number) => void;
}

/** What was looked at: the file, what the server says of it, and the key under which it comes in once only. */
interface Looked {
  file: QuestionFile;
  report: BankImportReport;
  key: string;
}

/** Questions from a file or the clipboard: first a look at what would come in, then the import. */
export function ImportDialog({ classroomId, onClose, onDone }: ImportDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = useAction(async (file: QuestionFile) => {
    setLooked({ file, report: await importFile(classroomId, file), key: randomId() });
  });
  const bringIn = useAction(async ({ file, key }: Looked) => {
    const { imported } = await importFile(classroomId, file, key);
    await queries.invalidateQueries({ queryKey: ['bank'] });
    onDone(imported);
  });
  return (
    <Dialog title={t('bankImport.title')} onClose={onClose} wide>
      <div hidden={looked !== null}>
        <ImportSource busy={look.busy} problem={look.problem} onChosen={(file) => void look.run(file)} />
      </div>
      {looked && (
        <ImportReport
          report={looked.report}
          busy={bringIn.busy}
          problem={bringIn.problem}
          onBack={() => setLooked(null)}
          onImport={() => void bringIn.run(looked)}
        />
      )}
    </Dialog>
  );
}
