import { type Inbound, MAX_TEXT_LENGTH, type Press, type WithheldKind } from '#kernel/inbound.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import { withheld } from '#language/withhold.ts'
import type { Turn, TurnOutcome } from './turn-types.ts'

/** What somebody wrote, wherever it stands in an event. */
type Written = Inbound & { press?: Press | undefined }

/**
 * An event without what is never kept (`privacy.never_store`), in its words, its name, its fields, what was edited and what a page
 * filled in; a mark stands in its place. Ids stay as they are, so that the same event is still the same. It bears the kinds that
 * were taken out.
 */
export function withoutNeverKept(event: Written, kinds: readonly WithheldKind[]): Written {
  const found = new Set<WithheldKind>()
  const kept = (words: string): string => {
    const seen = withheld(words, kinds)
    for (const kind of seen.found) found.add(kind)
    return seen.text
  }
  const { from, subject, fields, decision, press, job, timer, text } = event
  const written: Written = {
    ...event,
    // A longer text is not read, and kept cut: what a cut goes through is taken out before.
    text: kept(text.slice(0, 2 * MAX_TEXT_LENGTH)),
    from: { ...from, ...(from.name !== undefined && { name: kept(from.name) }) },
    ...(subject !== undefined && { subject: kept(subject) }),
    ...(fields && { fields: fieldsKept(fields, kept) }),
    ...(decision && { decision: { ...decision, ...deepKept({ edit: decision.edit, note: decision.note }, kept) } }),
    ...(press && {
      press: {
        ...press,
        ...(press.note !== undefined && { note: kept(press.note) }),
        ...(press.fields && { fields: fieldsKept(press.fields, kept) }),
      },
    }),
    ...(job && { job: { ...job, request: deepKept(job.request, kept) } }),
    ...(timer?.text !== undefined && { timer: { ...timer, text: kept(timer.text) } }),
  }
  return found.size === 0 ? event : { ...written, withheld: [...found] }
}

/** Values of fields, each read behind its name: that says what a number is. */
function fieldsKept(fields: Readonly<Record<string, string>>, kept: (words: string) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const label = `${name.replace(/[^\p{L}]+/gu, ' ').trim()}: `
      const said = kept(label + value)
      return [name, said.startsWith(label) ? said.slice(label.length) : kept(value)]
    }),
  )
}

/** The same with every text in it looked through; what it is made of stays. */
function deepKept<T>(value: T, kept: (words: string) => string): T {
  if (typeof value === 'string') return kept(value) as T
  if (Array.isArray(value)) return value.map((one) => deepKept(one, kept)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deepKept(one, kept)])) as T
}

/** What came of an event, and that something in it was not kept, where the desk says anything about it at all. */
export function sayNotKept({ event, principal }: Turn, outcome: TurnOutcome): TurnOutcome {
  const { withheld: kinds = [], addressed } = event
  const isOverheard = addressed === false && outcome.tasks.length === 0
  if (kinds.length === 0 || outcome.silent || isOverheard) return outcome
  const { list, notKept } = phrasesIn(languageOf(principal))
  return { ...outcome, lines: [...(outcome.lines ?? []), notKept.sentence(list(kinds.map((kind) => notKept[kind])))] }
}
