import { expect, test } from 'vitest';
import { takeEvents } from './events';

const WHOLE = 'event: delta\r\nid: 3\r\ndata: {"text":"a: b"}\r\n\r\n';

test('an event is taken when all of it has come', () => {
  for (let cut = 0; cut < WHOLE.length; cut += 1) {
    const first = takeEvents(WHOLE.slice(0, cut));
    const second = takeEvents(first.rest + WHOLE.slice(cut));
    expect([...first.events, ...second.events]).toEqual([
      { event: 'delta', id: '3', data: '{"text":"a: b"}' },
    ]);
  }
});

test('comments and events without data are passed over', () => {
  expect(takeEvents(': still here\n\nevent: x\n\n').events).toEqual([]);
});

test('lines of data are joined', () => {
  expect(takeEvents('data: a\ndata: b\n\nrest').events).toEqual([{ event: 'message', id: '', data: 'a\nb' }]);
});
