import type { AvatarAction, Member } from '@/generated/schema';

/** What a body can show. */
export type Gesture = AvatarAction['action'];
/** x (right), y (up), z (towards the back), in metres from the middle of the floor. */
export type Position = Member['position'];
