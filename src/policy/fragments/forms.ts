import { z } from 'zod'
import { count, duration, keys, list, named, word } from '../kinds.ts'
import { durationMs } from '../spans.ts'

const ORIGIN_ERROR = 'where the form is, such as https://northwind.example (no path)'
const origin = z
  .string({ error: ORIGIN_ERROR })
  .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/, { error: ORIGIN_ERROR })

const Form = keys({
  origins: list(origin, '[https://northwind.example]').describe('pages that may send it'),
  minimum_time: duration.prefault('3s').describe('people need longer than this to fill it in'),
  per_hour: count(1, 10_000).prefault(20).describe('from one address'),
})

export const Forms = named(word, Form)
  .prefault({})
  .describe('web forms that become leads, by public id, such as {contact: {origins: [https://northwind.example]}}')

export function formsOf(file: z.output<typeof Forms>) {
  const forms = Object.entries(file).map(([id, form]) => {
    return [
      id,
      { origins: form.origins, minimumTimeMs: durationMs(form.minimum_time), perHour: form.per_hour },
    ] as const
  })
  return Object.fromEntries(forms)
}
