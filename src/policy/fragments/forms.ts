import { z } from 'zod'
import { count, duration, keys, list, named, text, word } from '../kinds.ts'
import { durationMs } from '../spans.ts'

const ORIGIN_ERROR = 'where the form is, such as https://northwind.example (no path)'
const origin = z
  .string({ error: ORIGIN_ERROR })
  .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/, { error: ORIGIN_ERROR })

/** What a field of a form can mean to the desk. */
export const MEANINGS = ['name', 'email', 'phone', 'company', 'role', 'message'] as const
export type Meaning = (typeof MEANINGS)[number]
const called = (example: string, says: string) => text.optional().meta({ example }).describe(`the field with ${says}`)

const Fields = keys({
  name: called('your_name', "somebody's name"),
  email: called('reply_to', 'their e-mail address'),
  phone: called('call_me_at', 'their phone number'),
  company: called('business', "their company's name"),
  role: called('position', 'what they do there'),
  message: called('how_can_we_help', 'what they want'),
})

const THANKS_ERROR = 'a page on one of the origins, such as https://northwind.example/thanks'
const Form = keys({
  origins: list(origin, '[https://northwind.example]').describe('pages that may send it'),
  minimum_time: duration.prefault('3s').describe('people need longer than this to fill it in'),
  per_hour: count(1, 10_000).prefault(20).describe('from one address'),
  per_hour_all: count(1, 100_000).prefault(10_000).describe('from everybody together'),
  fields: Fields.prefault({}).describe(
    'what its fields are called, where the usual names do not say it, such as {message: how_can_we_help}',
  ),
  thanks: z
    .url({ error: THANKS_ERROR })
    .optional()
    .meta({ example: 'https://northwind.example/thanks' })
    .describe('page shown after a post without scripts, in the place of the answer'),
  mails_per_day: count(0, 50).prefault(3).describe('answers mailed to one address at most'),
}).refine((form) => form.thanks === undefined || form.origins.includes(new URL(form.thanks).origin), {
  error: THANKS_ERROR,
  path: ['thanks'],
})

export const Forms = named(word, Form)
  .prefault({})
  .describe('web forms that become leads, by public id, such as {contact: {origins: [https://northwind.example]}}')

export function formsOf(file: z.output<typeof Forms>) {
  const forms = Object.entries(file).map(([id, form]) => {
    return [
      id,
      {
        origins: form.origins,
        minimumTimeMs: durationMs(form.minimum_time),
        perHour: form.per_hour,
        perHourAll: form.per_hour_all,
        /** The team's own names of fields, by what they mean. */
        fields: form.fields,
        thanks: form.thanks ?? null,
        mailsPerDay: form.mails_per_day,
      },
    ] as const
  })
  return Object.fromEntries(forms)
}
