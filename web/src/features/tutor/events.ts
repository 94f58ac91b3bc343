/** One server-sent event; `id` is empty where the server gave none. */
export interface StreamEvent {
  event: string;
  data: string;
  id: string;
}

/** The whole events at the beginning of a text that came in pieces, and what is left of it. */
export function takeEvents(text: string): { events: StreamEvent[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { events: blocks.map(toEvent).filter((event) => event.data !== ''), rest };
}

function toEvent(block: string): StreamEvent {
  const event: StreamEvent = { event: 'message', data: '', id: '' };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') event.event = value;
    if (name === 'id') event.id = value;
    if (name === 'data') event.data += event.data ? `\n${value}` : value;
  }
  return event;
}
