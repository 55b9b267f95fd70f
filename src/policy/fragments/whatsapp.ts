import type { z } from 'zod'
import { flag, keys, list, named, text, word } from '../kinds.ts'

export const Whatsapp = keys({
  templates: named(word, text)
    .prefault({})
    .describe(
      'approved templates by name, such as {reopen: HX0123, reminder: HX4567}; reopen, without variables, asks somebody to write again',
    ),
  opt_in_required: flag.prefault(true).describe('nobody is written to first who did not agree'),
  message_is_opt_in: flag
    .prefault(true)
    .describe('who writes to you there has agreed to hear from you there, until they say stop'),
  stop_words_extra: list(text, '[parar, stopp]')
    .prefault(['parar', 'arrêt', 'stopp'])
    .describe('besides STOP and its kin'),
})

export function whatsappOf(file: z.output<typeof Whatsapp>) {
  return {
    templates: file.templates,
    optInRequired: file.opt_in_required,
    messageIsOptIn: file.message_is_opt_in,
    stopWordsExtra: file.stop_words_extra,
  }
}
