import { type CanvasTexture, SphereGeometry } from 'three';
import type { AvatarData } from '@/generated/schema';
import { painted } from '../room/canvas';
import { HEAD_RADIUS, HEAD_SCALE, JOINTS } from './body';

/** All faces in one picture: a column for each expression, a row with open eyes and one with closed. */
const EXPRESSIONS: AvatarData['expression'][] = ['smile', 'calm', 'grin', 'curious'];
const CELL = 256;
export const FACE_COLUMNS = EXPRESSIONS.length;
export const FACE_ROWS = 2;

export const faceColumn = (expression: AvatarData['expression']): number => EXPRESSIONS.indexOf(expression);

export function faceAtlas(): CanvasTexture {
  return painted(CELL * FACE_COLUMNS, CELL * FACE_ROWS, (pen) => {
    EXPRESSIONS.forEach((expression, column) => {
      for (const row of [0, 1]) {
        pen.save();
        pen.translate(column * CELL, row * CELL);
        drawFace(pen, expression, row === 1);
        pen.restore();
      }
    });
  });
}

/** The piece of the head's surface that the face is printed on. */
export function faceShield(): SphereGeometry {
  const wide = 1.9;
  const tall = 1.5;
  const shield = new SphereGeometry(
    HEAD_RADIUS * 1.008,
    18,
    14,
    Math.PI / 2 - wide / 2,
    wide,
    Math.PI / 2 - tall / 2,
    tall,
  );
  shield.scale(...HEAD_SCALE);
  shield.translate(0, JOINTS.head, 0);
  return shield;
}

const INK = '#2b211b';

function drawFace(
  pen: CanvasRenderingContext2D,
  expression: AvatarData['expression'],
  closed: boolean,
): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const side of [-1, 1]) {
    const x = 128 + side * 48;
    blush(pen, 128 + side * 70, 160);
    eye(pen, x, 118, closed);
    brow(pen, x, side, expression);
  }
  mouth(pen, expression);
}

function eye(pen: CanvasRenderingContext2D, x: number, y: number, closed: boolean): void {
  if (closed) {
    stroke(pen, 7, (path) => path.arc(x, y - 6, 15, Math.PI * 0.15, Math.PI * 0.85));
    return;
  }
  pen.fillStyle = INK;
  pen.beginPath();
  pen.ellipse(x, y, 13, 18, 0, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = '#ffffff';
  pen.beginPath();
  pen.ellipse(x + 4, y - 7, 4.5, 5.5, 0, 0, Math.PI * 2);
  pen.fill();
}

function brow(
  pen: CanvasRenderingContext2D,
  x: number,
  side: number,
  expression: AvatarData['expression'],
): void {
  const lift = { smile: 0, calm: 4, grin: -6, curious: side > 0 ? -14 : 4 }[expression];
  const bow = { smile: 8, calm: 3, grin: 10, curious: side > 0 ? 11 : 3 }[expression];
  stroke(pen, 7, (path) => {
    path.moveTo(x - 18, 82 + lift);
    path.quadraticCurveTo(x, 82 + lift - bow, x + 18, 82 + lift);
  });
}

function mouth(pen: CanvasRenderingContext2D, expression: AvatarData['expression']): void {
  const y = 176;
  switch (expression) {
    case 'smile':
      return stroke(pen, 7, (path) => path.arc(128, y - 18, 28, Math.PI * 0.2, Math.PI * 0.8));
    case 'calm':
      return stroke(pen, 7, (path) => {
        path.moveTo(112, y);
        path.quadraticCurveTo(128, y + 6, 144, y);
      });
    case 'grin':
      pen.fillStyle = '#7c2f2a';
      pen.beginPath();
      pen.arc(128, y - 14, 30, 0, Math.PI);
      pen.closePath();
      pen.fill();
      pen.fillStyle = '#ffffff';
      pen.fillRect(103, y - 14, 50, 9);
      return stroke(pen, 6, (path) => {
        path.arc(128, y - 14, 30, 0, Math.PI);
        path.closePath();
      });
    case 'curious':
      pen.fillStyle = '#7c2f2a';
      return stroke(pen, 6, (path) => {
        path.ellipse(130, y, 10, 12, 0, 0, Math.PI * 2);
        path.fill();
      });
  }
}

function blush(pen: CanvasRenderingContext2D, x: number, y: number): void {
  const glow = pen.createRadialGradient(x, y, 2, x, y, 26);
  glow.addColorStop(0, 'rgb(226 84 62 / 30%)');
  glow.addColorStop(1, 'rgb(226 84 62 / 0%)');
  pen.fillStyle = glow;
  pen.fillRect(x - 26, y - 26, 52, 52);
}

function stroke(
  pen: CanvasRenderingContext2D,
  width: number,
  trace: (path: CanvasRenderingContext2D) => void,
): void {
  pen.strokeStyle = INK;
  pen.lineWidth = width;
  pen.beginPath();
  trace(pen);
  pen.stroke();
}
