import { type PerspectiveCamera, Vector3 } from 'three';
import type { Actor } from '@/room/stage';
import css from './World.module.css';

const SHOWN_MS = 6000;
const MOST = 6;
const LONGEST = 120;

/**
 * What people say, beside their heads for some seconds. Elements of the page rather than of the scene, so that they
 * are set in the page's type; the chat panel is where a screen reader hears the same words.
 */
export class Bubbles {
  private readonly bubbles: HTMLElement[];
  private readonly point = new Vector3();

  constructor(private readonly layer: HTMLElement) {
    this.bubbles = Array.from({ length: MOST }, () => {
      const bubble = document.createElement('p');
      bubble.className = css.bubble ?? '';
      bubble.hidden = true;
      layer.append(bubble);
      return bubble;
    });
  }

  draw(actors: Iterable<Actor>, camera: PerspectiveCamera, now: number): void {
    const speaking = [...actors].filter((actor) => now - actor.speechAt < SHOWN_MS);
    speaking.sort((a, b) => b.speechAt - a.speechAt);
    this.bubbles.forEach((bubble, i) => {
      const actor = speaking[i];
      if (actor) this.place(bubble, actor, camera);
      else bubble.hidden = true;
    });
  }

  dispose(): void {
    this.layer.replaceChildren();
  }

  private place(bubble: HTMLElement, actor: Actor, camera: PerspectiveCamera): void {
    const { x, y, z } = actor.motion;
    const head = this.point.set(x, y + 1.92, z).project(camera);
    bubble.hidden = head.z > 1 || Math.abs(head.x) > 1.2;
    if (bubble.hidden) return;
    const left = ((head.x + 1) / 2) * this.layer.clientWidth;
    const top = ((1 - head.y) / 2) * this.layer.clientHeight;
    const words = actor.speech.length > LONGEST ? `${actor.speech.slice(0, LONGEST)}…` : actor.speech;
    if (bubble.textContent !== words) bubble.textContent = words;
    bubble.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px) translate(-50%, -100%)`;
  }
}
