import type { AvatarData } from '@/generated/schema';

/** What there is to choose from; the server takes any colour, these are the ones that look well together. */
export const CHOICES = {
  hair: ['short', 'bob', 'long', 'curly', 'bun', 'buzz', 'bald', 'scarf'],
  outfit: ['hoodie', 'shirt', 'blazer', 'dress', 'dungarees'],
  accessory: ['none', 'glasses', 'headphones', 'cap'],
  expression: ['smile', 'calm', 'grin', 'curious'],
  skin: ['#f6d3bd', '#eab897', '#d79a72', '#c98e6b', '#a56a45', '#7d4c30', '#573422'],
  hairColour: ['#1f1a17', '#3a2a20', '#6b4226', '#a8682f', '#d9a95a', '#9b9a97', '#b1452c'],
  outfitColour: [
    '#1f5a4c',
    '#4f7fa0',
    '#f4b63f',
    '#d3694b',
    '#a23b56',
    '#6f64a8',
    '#7e9b6a',
    '#f0e4cf',
    '#37505f',
  ],
} as const satisfies { [K in keyof AvatarData]: readonly AvatarData[K][] };

const pick = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() * from.length)] as T;

/** A new person's look, drawn from the choices. */
export function randomLook(random: () => number = Math.random): AvatarData {
  return {
    skin: pick(CHOICES.skin, random),
    hair: pick(CHOICES.hair, random),
    hairColour: pick(CHOICES.hairColour, random),
    outfit: pick(CHOICES.outfit, random),
    outfitColour: pick(CHOICES.outfitColour, random),
    accessory: pick(CHOICES.accessory, random),
    expression: pick(CHOICES.expression, random),
  };
}
