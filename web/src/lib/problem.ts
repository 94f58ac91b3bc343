import type { AnswerView } from '@/generated/schema';

interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  errors?: { field: string; message: string }[];
  current?: AnswerView;
}

/** Everything that can go wrong with a request, as one kind of error. `code` is the server's slug, or `offline`. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Record<string, string>;
  readonly current: AnswerView | undefined;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title ?? 'The request failed.');
    this.name = 'Problem';
    this.code = body.code ?? 'unknown';
    this.status = body.status ?? 0;
    this.fields = Object.fromEntries((body.errors ?? []).map((error) => [error.field, error.message]));
    this.current = body.current;
  }

  /** True when the server was not reached or could not answer just now, so that trying again makes sense. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }

  static offline(): Problem {
    return new Problem({ code: 'offline', title: 'The server was not reached.' });
  }

  static async from(response: Response): Promise<Problem> {
    const body = await response.json().catch(() => ({}));
    return new Problem({ title: response.statusText, ...body, status: response.status });
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ detail: String(error) });
}
