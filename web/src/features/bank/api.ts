import type { BankExport, BankImportReport } from '@/generated/schema';
import { api, saveFile } from '@/lib/api';
import { type FormatName, MEDIA_TYPES } from './formats';

export interface QuestionFile {
  /** What it is called; empty for a text that was pasted. */
  name: string;
  body: Blob;
  format: FormatName;
}

/** Reads the file on the server; with a key, and only then, its questions come into the bank, once for the key. */
export function importFile(classroomId: string, file: QuestionFile, key?: string): Promise<BankImportReport> {
  const query = new URLSearchParams({ format: file.format, classroomId, dryRun: String(key === undefined) });
  return api.upload<BankImportReport>(`/quiz/bank/import?${query}`, file.body, {
    'Content-Type': MEDIA_TYPES[file.format],
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
  });
}

/** Hands the bank, or what of it has these tags, to the browser's downloads as a file. */
export async function exportFile(
  classroomId: string,
  format: FormatName,
  tags: string[],
): Promise<BankExport> {
  const query = new URLSearchParams({ format, classroomId });
  for (const tag of tags) query.append('tag', tag);
  const file = await api.get<BankExport>(`/quiz/bank/export?${query}`);
  saveFile(new Blob([file.content], { type: file.mediaType }), file.fileName);
  return file;
}
