/** What the person at this browser wants right now. Written by keys, pointer and joystick; read once a frame. */
export const input = {
  /** Right and forward, -1..1, as seen by the camera. */
  stick: { x: 0, y: 0 },
  keys: new Set<string>(),
  /** Radians that were dragged since the last frame. */
  lookX: 0,
  lookY: 0,
  /** Factor by which the view came nearer (< 1) or went away since the last frame. */
  zoom: 1,
};

const WAYS: Record<string, readonly [number, number]> = {
  KeyW: [0, 1],
  ArrowUp: [0, 1],
  KeyS: [0, -1],
  ArrowDown: [0, -1],
  KeyA: [-1, 0],
  ArrowLeft: [-1, 0],
  KeyD: [1, 0],
  ArrowRight: [1, 0],
};

/** The wanted direction, never longer than 1. */
export function wanted(): { x: number; y: number } {
  let { x, y } = input.stick;
  for (const key of input.keys) {
    const [dx, dy] = WAYS[key] ?? [0, 0];
    x += dx;
    y += dy;
  }
  const length = Math.hypot(x, y);
  return length > 1 ? { x: x / length, y: y / length } : { x, y };
}

/** Controls that need the arrow keys or letters themselves. */
const TAKES_KEYS = 'input, textarea, select, dialog, [contenteditable], [role="menu"]';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TAKES_KEYS) !== null;

/** Listens to keys everywhere and to drags and wheels on the scene; returns how to stop. */
export function listen(scene: HTMLElement): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('keydown', (event) => press(event), { signal });
  window.addEventListener('keyup', (event) => input.keys.delete(event.code), { signal });
  window.addEventListener('blur', () => input.keys.clear(), { signal });
  scene.addEventListener('wheel', wheel, { signal, passive: false });
  drags(scene, signal);
  return () => {
    stop.abort();
    input.keys.clear();
    input.stick.x = input.stick.y = 0;
  };
}

function press(event: KeyboardEvent): void {
  if (!(event.code in WAYS) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
    return;
  event.preventDefault();
  input.keys.add(event.code);
}

function wheel(event: WheelEvent): void {
  event.preventDefault();
  input.zoom *= Math.exp(event.deltaY * 0.0012);
}

/** One finger or the mouse looks around; two fingers pinch. */
function drags(scene: HTMLElement, signal: AbortSignal): void {
  const fingers = new Map<number, { x: number; y: number }>();
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  scene.addEventListener(
    'pointerdown',
    (event) => {
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      scene.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  scene.addEventListener(
    'pointermove',
    (event) => {
      const finger = fingers.get(event.pointerId);
      if (!finger) return;
      const before = spread();
      if (fingers.size === 1) {
        input.lookX += (event.clientX - finger.x) * 0.0052;
        input.lookY += (event.clientY - finger.y) * 0.0042;
      }
      finger.x = event.clientX;
      finger.y = event.clientY;
      const after = spread();
      if (before > 0 && after > 0) input.zoom *= before / after;
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel'] as const)
    scene.addEventListener(end, (event) => fingers.delete(event.pointerId), { signal });
}
