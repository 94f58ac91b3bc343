import type { NotificationSend, PollOpen, PresentationStart } from '@/generated/schema';
import { emit } from '@/lib/socket';

/** What a teacher does in the room. The room's own news is what changes the screen. */

export const startPresentation = (presentation: PresentationStart) =>
  emit('presentation:start', presentation);
export const turnTo = (index: number) => emit('presentation:slide-change', { index });
export const stopPresentation = () => emit('presentation:stop', {});

export const openPoll = (poll: PollOpen) => emit('poll:open', poll);
export const closePoll = () => emit('poll:close', {});

export const notify = (notice: NotificationSend) => emit('notification:send', notice);
export const deleteMessage = (messageId: string) => emit('chat:delete', { messageId });

export const mute = (userId: string) => emit('moderation:mute', { userId });
export const muteAll = () => emit('moderation:mute-all', {});
export const holdMute = (on: boolean) => emit('moderation:hold-mute', { on });
export const setSpotlight = (userId: string | null) => emit('spotlight:set', { userId });
export const kick = (userId: string) => emit('moderation:kick', { userId });
export const ban = (userId: string) => emit('moderation:ban', { userId });

export const lockRoom = (on: boolean) => emit('moderation:lock', { on });
export const setLobby = (on: boolean) => emit('moderation:lobby', { on });
export const admit = (userId: string) => emit('lobby:admit', { userId });
export const refuse = (userId: string) => emit('lobby:refuse', { userId });
