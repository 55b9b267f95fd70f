import type { z } from 'zod'
import { WITHHELD_KINDS } from '#kernel/inbound.ts'
import { duration, flag, keys, list, oneOf } from '../kinds.ts'
import { durationMs } from '../spans.ts'

export const Privacy = keys({
  retain_messages: duration.prefault('180d').describe('then the texts of messages are erased'),
  mask_in_channels: flag.prefault(true).describe('addresses and numbers are masked where several people read'),
  never_store: list(oneOf(WITHHELD_KINDS), '[card_number, password]')
    .prefault(['card_number', 'password', 'national_id'])
    .describe('taken out of messages before they are kept or read by a model'),
})

export function privacyOf(file: z.output<typeof Privacy>) {
  return {
    retainMessagesMs: durationMs(file.retain_messages),
    maskInChannels: file.mask_in_channels,
    neverStore: file.never_store,
  }
}
