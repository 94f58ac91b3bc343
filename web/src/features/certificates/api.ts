import { useQuery } from '@tanstack/react-query';
import type { CertificateList, CertificateView } from '@/generated/schema';
import { api } from '@/lib/api';

export const certificatesKey = ['certificates'];

export const useMyCertificates = () =>
  useQuery({ queryKey: certificatesKey, queryFn: () => api.get<CertificateList>('/certificates?limit=100') });

export const useClassCertificates = (classroomId: string) =>
  useQuery({
    queryKey: [...certificatesKey, classroomId],
    queryFn: () => api.get<CertificateList>(`/certificates?limit=100&classroomId=${classroomId}`),
  });

export const issue = (quizId: string, name: string) =>
  api.post<CertificateView>(`/quiz/${quizId}/certificate`, { name });

export const reissue = (id: string, name?: string) =>
  api.post<CertificateView>(`/certificates/${id}/reissue`, name ? { name } : {});

export const revoke = (id: string, reason: string) =>
  api.post<CertificateView>(`/certificates/${id}/revoke`, { reason });

export const withdraw = (id: string) => api.post<CertificateView>(`/certificates/${id}/withdraw`);

/** Hands its file to the browser's downloads; the document itself is public, the others are its owner's. */
export const download = (one: CertificateView, form: 'pdf' | 'png' | 'json') =>
  form === 'json'
    ? api.save(`/credentials/${one.id}`, `${one.title}.json`)
    : api.save(`/certificates/${one.id}/${form}`, `${one.title}.${form}`);
