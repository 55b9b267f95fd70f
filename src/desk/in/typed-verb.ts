import type { DecisionVerb } from '#kernel/inbound.ts'

/** What somebody types about a card where it has no buttons of its own. */
export interface TypedVerb {
  verb: DecisionVerb
  /** What follows: a reason, how long, or lines of what is to be changed. */
  rest: string
  /** Only a number: it may be an answer to something else. */
  bare: boolean
}

/** As cards number them. */
const NUMBERS: readonly DecisionVerb[] = ['approve', 'edit', 'take_over', 'decline', 'snooze']
const TYPED = /^\s*(?:(?<number>[1-5])|(?<word>approve|edit|take over|decline|snooze))\s*[.!]?(?<rest>[\s\S]*)$/i

/** What may follow each verb; everything else is a message that merely begins so ("2 people are coming"). */
const REST: Readonly<Record<DecisionVerb, RegExp>> = {
  approve: /^$/,
  take_over: /^$/,
  edit: /^(?:$|[^\n:]{1,60}:)/,
  decline: /^(?:$|[:,-]\s*\S|because\b)/i,
  snooze: /^(?:$|(?:for )?\d+\s*(?:m|min|minutes|h|hours?)?$)/i,
}

/** Reads a verb of a card, strictly; null for any other message. */
export function typedVerb(text: string): TypedVerb | null {
  const { number, word, rest: after = '' } = TYPED.exec(text)?.groups ?? {}
  const verb = number
    ? NUMBERS[Number(number) - 1]
    : (word?.toLowerCase().replace(' ', '_') as DecisionVerb | undefined)
  const rest = after.trim()
  if (!verb || !REST[verb].test(rest)) return null
  return { verb, rest, bare: number !== undefined && rest === '' }
}

/** A reason without what it is introduced by; minutes of a time to wait. */
export function noteOf({ verb, rest }: TypedVerb): string | null {
  if (verb === 'decline') return rest.replace(/^(?:[:,-]|because)\s*/i, '') || null
  const [, count, unit = 'm'] = /(\d+)\s*([mh])?/i.exec(rest) ?? []
  return verb === 'snooze' && count ? String(Number(count) * (unit.toLowerCase() === 'h' ? 60 : 1)) : null
}
