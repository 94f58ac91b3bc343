import { expect, it } from 'vitest';
import { next, type Phase, type PhaseEvent } from './phase';

const walk = (events: PhaseEvent[], from: Phase = 'away'): Phase => events.reduce(next, from);

it('enters, loses the line, and comes back by itself', () => {
  expect(walk(['enter', 'line-up', 'joined'])).toBe('inside');
  expect(walk(['enter', 'line-up', 'joined', 'line-down'])).toBe('lost');
  expect(walk(['enter', 'line-up', 'joined', 'line-down', 'line-up', 'joined'])).toBe('inside');
});

it('loses the line while joining without forgetting that it wants in', () => {
  expect(walk(['enter', 'line-up', 'line-down', 'line-up'])).toBe('joining');
});

it('stays out after a refusal and after the end of the class, whatever the line does', () => {
  expect(walk(['enter', 'line-up', 'refused', 'line-down', 'line-up', 'joined'])).toBe('refused');
  expect(walk(['enter', 'line-up', 'joined', 'closed', 'line-down', 'line-up'])).toBe('closed');
});

it('is back at once when the server knows it still', () => {
  expect(walk(['enter', 'line-up', 'joined', 'line-down', 'recovered'])).toBe('inside');
});

it('waits in the lobby until it is admitted or refused', () => {
  expect(walk(['enter', 'line-up', 'in-lobby'])).toBe('waiting');
  expect(walk(['line-up', 'joined'], 'waiting')).toBe('inside');
  expect(walk(['refused'], 'waiting')).toBe('refused');
  expect(walk(['line-down', 'line-up', 'in-lobby'], 'waiting')).toBe('waiting');
});

it('can be left from everywhere', () => {
  for (const phase of ['connecting', 'joining', 'waiting', 'inside', 'lost', 'refused', 'closed'] as const)
    expect(next(phase, 'leave')).toBe('away');
});
