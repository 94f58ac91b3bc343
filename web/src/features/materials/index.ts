export { Materials } from './Materials';
export { ShowMaterial } from './ShowMaterial';
