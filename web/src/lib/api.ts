import { Problem } from './problem';
import { accessToken, renew } from './session';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One call to the server, answered with JSON. */
async function call<T>(method: Method, path: string, body?: unknown, extra?: HeadersInit): Promise<T> {
  const response = await answered(method, path, body, extra);
  return response.status === 204 ? (undefined as T) : response.json();
}

/** One call to the server. On 401 the session is renewed once and the call repeated. */
async function answered(
  method: Method,
  path: string,
  body?: unknown,
  extra?: HeadersInit,
): Promise<Response> {
  const used = accessToken();
  let response = await send(method, path, body, extra);
  if (response.status === 401 && used !== null && (await renew()))
    response = await send(method, path, body, extra);
  if (!response.ok) throw await Problem.from(response);
  return response;
}

/** Hands a file of the server's to the browser's downloads. A link alone could not say who asks. */
async function save(path: string, name: string): Promise<void> {
  saveFile(await (await answered('GET', path)).blob(), name);
}

/** Puts something among the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function send(method: Method, path: string, body: unknown, extra?: HeadersInit): Promise<Response> {
  const headers = new Headers(extra);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json');
  const token = accessToken();
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  const raw = body instanceof Blob;
  if (body !== undefined && !raw) headers.set('Content-Type', 'application/json');
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      body: raw ? body : body === undefined ? null : JSON.stringify(body),
    });
  } catch {
    throw Problem.offline();
  }
}

export const api = {
  get: <T>(path: string) => call<T>('GET', path),
  post: <T>(path: string, body: unknown = {}) => call<T>('POST', path, body),
  /** A file as it is; `headers` say of what type. */
  upload: <T>(path: string, body: Blob, headers: HeadersInit) => call<T>('POST', path, body, headers),
  delete: <T>(path: string) => call<T>('DELETE', path),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
  save,
  /** A call that is answered with server-sent events; after `lastEventId`, where there is one. */
  stream: (method: Method, path: string, body?: unknown, lastEventId?: string) =>
    answered(method, path, body, {
      Accept: 'text/event-stream',
      ...(lastEventId && { 'Last-Event-ID': lastEventId }),
    }),
};
