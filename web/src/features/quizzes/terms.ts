import { useQuery } from '@tanstack/react-query';
import type {
  AccommodationInput,
  AccommodationList,
  AccommodationView,
  MemberList,
  MemberView,
} from '@/generated/schema';
import { api } from '@/lib/api';
import { numberOf, typedNumber } from '@/questions/draft';
import { toLocal, toMoment } from './draft';

/** What holds for one student, as it is typed. */
export interface DraftTerms {
  times: string;
  extra: string;
  opensAt: string;
  closesAt: string;
}

export const newTerms = (): DraftTerms => ({ times: '1.5', extra: '0', opensAt: '', closesAt: '' });

export const termsOf = (own: AccommodationView): DraftTerms => ({
  times: typedNumber(own.timeMultiplier),
  extra: String(own.extraAttempts),
  opensAt: toLocal(own.opensAt),
  closesAt: toLocal(own.closesAt),
});

export const toTerms = ({ times, extra, opensAt, closesAt }: DraftTerms): AccommodationInput => ({
  timeMultiplier: numberOf(times),
  extraAttempts: numberOf(extra),
  opensAt: toMoment(opensAt),
  closesAt: toMoment(closesAt),
});

export type TermsFlaw = 'times' | 'extra' | 'window';

export function flawOfTerms({ times, extra, opensAt, closesAt }: DraftTerms): TermsFlaw | null {
  if (!(numberOf(times) >= 1 && numberOf(times) <= 10)) return 'times';
  if (!(numberOf(extra) >= 0 && numberOf(extra) <= 50)) return 'extra';
  return opensAt && closesAt && opensAt >= closesAt ? 'window' : null;
}

export const useAccommodations = (quizId: string) =>
  useQuery({
    queryKey: ['accommodations', quizId],
    staleTime: 0,
    queryFn: async () => (await api.get<AccommodationList>(`/quiz/${quizId}/accommodations`)).items,
  });

export const useStudents = (classroomId: string) =>
  useQuery({
    queryKey: ['members', classroomId],
    queryFn: async (): Promise<MemberView[]> => {
      const { items } = await api.get<MemberList>(`/classrooms/${classroomId}/members`);
      return items
        .filter(({ standing }) => standing === 'student')
        .sort((a, b) => a.name.localeCompare(b.name));
    },
  });

export const accommodate = (quizId: string, userId: string, input: AccommodationInput) =>
  api.put<AccommodationView>(`/quiz/${quizId}/accommodations/${userId}`, input);
export const lift = (quizId: string, userId: string) =>
  api.delete<void>(`/quiz/${quizId}/accommodations/${userId}`);
