import { type CanvasTexture, type Material, MeshBasicMaterial, ShaderMaterial, Vector2 } from 'three';
import type { Finish } from '../preset';
import { FACE_COLUMNS, FACE_ROWS } from './faces';

/** Cloth, hair and skin: a vertex says by its slot which of its wearer's two colours tints it. */
export function bodyMaterial(finish: Finish): Material {
  const material = finish.surface({ vertexColors: true, roughness: 0.78 });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader =
      `attribute float slot;\nattribute vec3 colourA;\nattribute vec3 colourB;\n${shader.vertexShader}`.replace(
        '#include <color_vertex>',
        '#include <color_vertex>\nif (slot > 1.5) vColor.rgb *= colourB; else if (slot > 0.5) vColor.rgb *= colourA;',
      );
  };
  return material;
}

/** Faces: each instance shows one cell of the atlas. */
export function faceMaterial(map: CanvasTexture): Material {
  const material = new MeshBasicMaterial({
    map,
    transparent: true,
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -2,
  });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = `attribute vec2 cell;\n${shader.vertexShader}`.replace(
      '#include <uv_vertex>',
      `#include <uv_vertex>\nvMapUv = (cell + uv) / vec2(${FACE_COLUMNS}.0, ${FACE_ROWS}.0);`,
    );
  };
  return material;
}

/** Signs that always face the camera: names and raised hands. `lift` moves a sign up on the screen, in metres. */
export function signMaterial(map: CanvasTexture, columns: number, rows: number): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    uniforms: { map: { value: map }, grid: { value: new Vector2(1 / columns, 1 / rows) } },
    vertexShader: `
      attribute vec2 cell;
      uniform vec2 grid;
      varying vec2 vUv;
      void main() {
        vUv = (cell + uv) * grid;
        vec4 middle = modelViewMatrix * instanceMatrix * vec4(0.0, 0.0, 0.0, 1.0);
        float size = length(instanceMatrix[0].xyz) * clamp(-middle.z / 7.0, 0.3, 2.1);
        middle.xy += position.xy * size;
        gl_Position = projectionMatrix * middle;
      }`,
    fragmentShader: `
      uniform sampler2D map;
      varying vec2 vUv;
      void main() {
        gl_FragColor = texture2D(map, vUv);
        if (gl_FragColor.a < 0.03) discard;
        #include <colorspace_fragment>
      }`,
  });
}
