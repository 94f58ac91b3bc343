import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  FileLink,
  MaterialList,
  MaterialPageList,
  MaterialSlides,
  MaterialView,
  UpdateMaterial,
} from '@/generated/schema';
import { api } from '@/lib/api';

const READING_MS = 1500;

/** A class's materials in its order. While one is still being read, they are asked for again. */
export const useMaterials = (classroomId: string) =>
  useQuery({
    queryKey: ['materials', classroomId],
    queryFn: async () =>
      (await api.get<MaterialList>(`/materials?${new URLSearchParams({ classroomId })}`)).items,
    refetchInterval: ({ state: { data } }) => (data?.some(isBeingRead) ? READING_MS : false),
  });

export const isBeingRead = (material: MaterialView): boolean => material.current.reading === 'waiting';

export function useRefreshMaterials(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['materials'] }), [queries]);
}

const NEARLY_OVER_MS = 9 * 60_000;

/** A version's pages, with links to their pictures; asked for anew before those end. */
export const usePages = (materialId: string, version: number) =>
  useQuery({
    queryKey: ['material-pages', materialId, version],
    staleTime: NEARLY_OVER_MS,
    gcTime: NEARLY_OVER_MS,
    queryFn: async () =>
      (await api.get<MaterialPageList>(`/materials/${materialId}/pages?version=${version}`)).items,
  });

/** A link that an element can carry, which has no token to show. */
export const useLink = (materialId: string, version: number) =>
  useQuery({
    queryKey: ['material-link', materialId, version],
    staleTime: NEARLY_OVER_MS,
    gcTime: NEARLY_OVER_MS,
    queryFn: () => linkTo(materialId, version),
  });

const linkTo = (materialId: string, version: number) =>
  api.get<FileLink>(`/materials/${materialId}/link?version=${version}`);

/** Has the browser save a version's file, in its own way and with its own progress. */
export async function download(materialId: string, version: number, name: string): Promise<void> {
  const { url } = await linkTo(materialId, version);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
}

export const slidesOf = (materialId: string) => api.get<MaterialSlides>(`/materials/${materialId}/slides`);

export const update = (materialId: string, changes: UpdateMaterial) =>
  api.put<MaterialView>(`/materials/${materialId}`, changes);
export const release = (materialId: string, at: string | null) =>
  api.post<MaterialView>(`/materials/${materialId}/release`, { at });
export const withhold = (materialId: string) => api.post<MaterialView>(`/materials/${materialId}/withhold`);
export const remove = (materialId: string) => api.delete<void>(`/materials/${materialId}`);
export const arrange = (classroomId: string, materialIds: string[]) =>
  api.put<MaterialList>('/materials/order', { classroomId, materialIds });
