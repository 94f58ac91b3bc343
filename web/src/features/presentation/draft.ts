import { create } from 'zustand';

/** The slides being written: kept when the composer is closed, until they are shown. */
export const useDraft = create<{ title: string; text: string }>(() => ({ title: '', text: '' }));
