import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  BankItemView,
  BankList,
  BankRevision,
  BankTags,
  ChangeBankItem,
  CreateBankItem,
} from '@/generated/schema';
import { api } from '@/lib/api';

/** Which questions of a bank are wanted. */
export interface BankWish {
  search: string;
  /** Empty for every kind. */
  kind: string;
  tags: string[];
  archived: boolean;
}

export const EVERY: BankWish = { search: '', kind: '', tags: [], archived: false };
const PAGE = '30';

export const useBank = (classroomId: string, { search, kind, tags, archived }: BankWish) =>
  useInfiniteQuery({
    queryKey: ['bank', classroomId, 'list', search, kind, tags, archived],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ classroomId, archived: String(archived), limit: PAGE });
      if (search.trim()) query.set('search', search.trim());
      if (kind) query.set('type', kind);
      for (const tag of tags) query.append('tag', tag);
      if (pageParam) query.set('cursor', pageParam);
      return api.get<BankList>(`/quiz/bank?${query}`);
    },
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });

/** Every tag in use with how many questions have it, the commonest first. */
export const useBankTags = (classroomId: string) =>
  useQuery({
    queryKey: ['bank', classroomId, 'tags'],
    queryFn: async () => {
      const { tags } = await api.get<BankTags>(`/quiz/bank/tags?${new URLSearchParams({ classroomId })}`);
      return Object.entries(tags).sort(([a, many], [b, few]) => few - many || a.localeCompare(b));
    },
  });

export const addToBank = (input: CreateBankItem) => api.post<BankItemView>('/quiz/bank', input);
export const changeInBank = (id: string, input: ChangeBankItem) =>
  api.put<BankItemView>(`/quiz/bank/${id}`, input);
export const bankRevision = (id: string, revision: number) =>
  api.get<BankRevision>(`/quiz/bank/${id}/revisions/${revision}`);
export const archiveInBank = (id: string, archived: boolean) =>
  api.post<BankItemView>(`/quiz/bank/${id}/${archived ? 'archive' : 'restore'}`);
