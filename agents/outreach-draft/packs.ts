import { readPacks } from '#ladder/read-packs.ts'

/** What holds for the model rung of messages to people outside, version by version. */
export const PACKS = readPacks(new URL('./packs/', import.meta.url), { thresholds: ['unreadWords'] })
