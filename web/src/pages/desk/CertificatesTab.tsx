import { ClassCertificates } from '@/features/certificates/ClassCertificates';
import type { TabProps } from './tabs';

export default function CertificatesTab({ classroomId }: TabProps) {
  return <ClassCertificates classroomId={classroomId} />;
}
