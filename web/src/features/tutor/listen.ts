import type { TutorAnswer } from '@/generated/schema';
import { api } from '@/lib/api';
import { Problem } from '@/lib/problem';
import { takeEvents } from './events';

export interface Question {
  question: string;
  classroomId: string;
  conversationId: string | null;
}

const RETRIES = 4;
const PAUSE_MS = 1000;

/**
 * Asks, and tells of the answer as it comes. A line that breaks is taken up again where it broke: the server goes on
 * answering meanwhile.
 */
export async function listen(question: Question, tell: (answer: TutorAnswer) => void): Promise<TutorAnswer> {
  const heard = new Heard(tell);
  await heard.all(await api.stream('POST', '/ai-tutor', question));
  for (let tried = 0; heard.running && tried < RETRIES; tried += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** tried));
    await heard.resume();
  }
  if (!heard.answer || heard.running) throw Problem.offline();
  return heard.answer;
}

class Heard {
  answer: TutorAnswer | null = null;
  private last = '';
  private done = false;
  private readonly tell: (answer: TutorAnswer) => void;

  constructor(tell: (answer: TutorAnswer) => void) {
    this.tell = tell;
  }

  get running(): boolean {
    return !this.done && this.answer !== null;
  }

  async resume(): Promise<void> {
    try {
      await this.all(await api.stream('GET', `/ai-tutor/${this.answer?.id}`, undefined, this.last));
    } catch (error) {
      if (!(error instanceof Problem) || !error.passing) throw error;
    }
  }

  async all(response: Response): Promise<void> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    try {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        const taken = takeEvents(text + part.value);
        text = taken.rest;
        for (const event of taken.events) this.hear(event.event, JSON.parse(event.data), event.id);
      }
    } catch (error) {
      if (error instanceof SyntaxError) throw error;
    }
  }

  private hear(event: string, data: TutorAnswer & { text: string }, id: string): void {
    if (id) this.last = id;
    const said = this.answer?.aiResponse ?? '';
    if (event === 'begin') this.answer = said ? { ...data, aiResponse: said } : data;
    else if (event === 'done') this.answer = data;
    else if (this.answer)
      this.answer = { ...this.answer, aiResponse: event === 'delta' ? said + data.text : data.text };
    this.done = event === 'done';
    if (this.answer) this.tell(this.answer);
  }
}
