import { create } from 'zustand';
import type { MaterialView } from '@/generated/schema';
import { randomId } from '@/lib/ids';
import { Problem } from '@/lib/problem';
import { accessToken, renew } from '@/lib/session';

export interface Sending {
  id: string;
  name: string;
  /** The material that it is to be a version of; null for a new one. */
  materialId: string | null;
  /** From 0 to 1. */
  done: number;
  problem: Problem | null;
  stop: () => void;
}

/** What is on its way, and what did not arrive. It goes on when the tab of the desk is changed. */
export const useSending = create<{ list: Sending[] }>(() => ({ list: [] }));

/** Sends files one after the other, each as a new material; `arrived` is called after each. */
export async function sendAll(classroomId: string, files: File[], arrived: () => void): Promise<void> {
  const begun = files.map((file) => ({ file, id: begin(file.name, null) }));
  for (const { file, id } of begun) {
    const query = new URLSearchParams({ classroomId, name: file.name });
    await track(id, `/materials?${query}`, file).then(arrived, () => undefined);
  }
}

/** Sends a newer version of a material. */
export function sendVersion(materialId: string, file: File): Promise<MaterialView> {
  const query = new URLSearchParams({ name: file.name });
  return track(begin(file.name, materialId), `/materials/${materialId}/versions?${query}`, file);
}

export function dismiss(id: string): void {
  useSending
    .getState()
    .list.find((one) => one.id === id)
    ?.stop();
  useSending.setState(({ list }) => ({ list: list.filter((one) => one.id !== id) }));
}

function begin(name: string, materialId: string | null): string {
  const id = randomId();
  const sending: Sending = { id, name, materialId, done: 0, problem: null, stop: () => undefined };
  useSending.setState(({ list }) => ({ list: [...list, sending] }));
  return id;
}

function change(id: string, fields: Partial<Sending>): void {
  useSending.setState(({ list }) => ({
    list: list.map((one) => (one.id === id ? { ...one, ...fields } : one)),
  }));
}

async function track(id: string, path: string, file: File): Promise<MaterialView> {
  if (!useSending.getState().list.some((one) => one.id === id)) throw Problem.offline();
  try {
    const material = await send(id, path, file);
    dismiss(id);
    return material;
  } catch (error) {
    change(id, { problem: error instanceof Problem ? error : Problem.offline() });
    throw error;
  }
}

/** The token is made fresh where it has run out: nobody wants to learn of that after 90 megabytes. */
async function send(id: string, path: string, file: File): Promise<MaterialView> {
  const first = await attempt(id, path, file);
  const last = first.status === 401 && (await renew()) ? await attempt(id, path, file) : first;
  if (last.status === 0) throw Problem.offline();
  const body = parsed(last.responseText);
  if (last.status >= 300) throw new Problem({ title: last.statusText, ...body, status: last.status });
  return body;
}

function attempt(id: string, path: string, file: File): Promise<XMLHttpRequest> {
  return new Promise((resolve) => {
    // fetch does not tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    request.setRequestHeader('Authorization', `Bearer ${accessToken()}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => change(id, { done: total ? loaded / total : 0 });
    request.onloadend = () => resolve(request);
    change(id, { stop: () => request.abort() });
    request.send(file);
  });
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
