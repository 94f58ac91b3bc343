/** Where a browser stands with its classroom. A table: an event without an entry leaves the phase as it is. */

export type Phase = 'away' | 'connecting' | 'joining' | 'waiting' | 'inside' | 'lost' | 'refused' | 'closed';
export type PhaseEvent =
  | 'enter'
  | 'line-up'
  | 'line-down'
  | 'recovered'
  | 'joined'
  | 'in-lobby'
  | 'refused'
  | 'closed'
  | 'leave';

const TABLE: Record<Phase, Partial<Record<PhaseEvent, Phase>>> = {
  away: { enter: 'connecting' },
  connecting: { 'line-up': 'joining', leave: 'away' },
  joining: {
    joined: 'inside',
    'in-lobby': 'waiting',
    refused: 'refused',
    closed: 'closed',
    'line-down': 'lost',
    leave: 'away',
  },
  // Admitted, one knocks again: the line is as good as new.
  waiting: { 'line-up': 'joining', refused: 'refused', closed: 'closed', 'line-down': 'lost', leave: 'away' },
  inside: { 'line-down': 'lost', closed: 'closed', leave: 'away' },
  lost: { 'line-up': 'joining', recovered: 'inside', leave: 'away' },
  refused: { leave: 'away' },
  closed: { leave: 'away' },
};

export const next = (phase: Phase, event: PhaseEvent): Phase => TABLE[phase][event] ?? phase;
