export type Quality = 'high' | 'low';

const STORED = 'eduverse:quality';
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** What the person chose; else what the machine looks able to do. Null without WebGL. */
export function chooseQuality(): Quality | null {
  const renderer = rendererName();
  if (renderer === null) return null;
  const stored = localStorage.getItem(STORED);
  if (stored === 'high' || stored === 'low') return stored;
  const { deviceMemory = 8 } = navigator as Navigator & { deviceMemory?: number };
  const weak = SOFTWARE.test(renderer) || deviceMemory <= 2 || navigator.hardwareConcurrency <= 2;
  return weak ? 'low' : 'high';
}

export const rememberQuality = (quality: Quality): void => localStorage.setItem(STORED, quality);

function rendererName(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}
