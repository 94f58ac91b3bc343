import { fields, type Json, type Signed } from './verify';

/** What a certificate says, for people. What is missing or of another kind is an empty text. */
export interface Said {
  name: string;
  title: string;
  classroom: string;
  percent: string;
  issuer: string;
  issuerId: string;
  /** ISO 8601. */
  date: string;
  statusList: string;
  statusIndex: number;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export function read(document: Signed): Said {
  const subject = fields(document.credentialSubject);
  const achievement = fields(subject.achievement);
  const issuer = fields(document.issuer);
  const status = fields(document.credentialStatus);
  const names = list(subject.identifier).map(fields);
  return {
    name: text(names.find((one) => one.identityType === 'name')?.identityHash),
    title: text(document.name),
    classroom: text(achievement.description),
    percent: text(fields(list(subject.result)[0]).value),
    issuer: text(issuer.name),
    issuerId: text(issuer.id),
    date: text(document.validFrom),
    statusList: text(status.statusListCredential),
    statusIndex: Number(text(status.statusListIndex)),
  };
}
