import type { z } from 'zod'
import type { Scope } from '#ports/agent.ts'
import { promptIn } from './in-pack.ts'
import { type Span, spanOf } from './span.ts'

/** What a model may see beside the words it reads: a few facts, by name. */
export interface ToPoint<T> {
  /** The step of the pack whose prompt it is given. */
  step: string
  text: string
  schema: z.ZodType<T>
  facts?: Readonly<Record<string, string>>
}

/**
 * Asks the model to point at words of a text, unless it did so when it found whose job the text is. Null: there is none, or it gave
 * no answer of that shape.
 */
export async function pointAt<T>(
  { model, pack, pointed }: Pick<Scope, 'model' | 'pack' | 'pointed'>,
  { step, ...ask }: ToPoint<T>,
): Promise<T | null> {
  if (pointed?.step === step && pointed.pack === pack.version) {
    const known = ask.schema.nullable().safeParse(pointed.value)
    if (known.success) return known.data
  }
  if (!model) return null
  const { instruction } = promptIn(pack, step)
  const answer = await model.ask({ tier: 'small', name: step, instruction, ...ask })
  return answer.ok ? answer.value : null
}

/** Words a model pointed at, as the text has them, with their place; null for words that do not stand there. */
export function said(text: string, words: string | null | undefined): { words: string; span: Span } | null {
  const span = words ? spanOf(text, words) : null
  return span && { words: text.slice(...span), span }
}
