import type { AvatarAction, Member, ReactionSend } from '@/generated/schema';

/** What a body can show. */
export type Gesture = AvatarAction['action'];
/** What may float up over a head. */
export type Reaction = ReactionSend['emoji'];
/** x (right), y (up), z (towards the back), in metres from the middle of the floor. */
export type Position = Member['position'];
