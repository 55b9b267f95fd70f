import type { z } from 'zod'

/** Puts questions to somebody. */
export interface Ask {
  /** Writes a line and reads one; an empty answer is ''. */
  line(question: string): Promise<string>
  /** Says something that wants no answer. */
  say(text: string): unknown
  yes(question: string): Promise<boolean>
}

/** What an answer must be. The schema's error completes the sentence "Please give ...". */
export interface Wanted<T> {
  question: string
  /** What an empty answer means; without it, it is asked again. */
  otherwise?: { value: T; shown: string }
  /** The value the words stand for, to be checked; the words themselves by default. */
  read?: (words: string) => unknown
  schema: z.ZodType<T, unknown>
}

/** Asks until there is an answer that can be used. */
export async function askFor<T>(
  ask: Ask,
  { question, otherwise, read = (words) => words, schema }: Wanted<T>,
): Promise<T> {
  const shown = otherwise ? ` [${otherwise.shown}]` : ''
  for (;;) {
    const words = (await ask.line(`${question}${shown}: `)).trim()
    if (words === '' && otherwise) return otherwise.value
    const parsed = schema.safeParse(read(words))
    if (parsed.success) return parsed.data
    ask.say(`Please give ${parsed.error.issues[0]?.message ?? 'something else'}.`)
  }
}
