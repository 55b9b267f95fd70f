import { sayBarred, sayWay } from '#kernel/actions/message-send.ts'
import type { Consent } from '#kernel/consent.ts'
import { cleanText } from '#kernel/display.ts'
import { isWindowOpen, type Reach, type Way } from '#kernel/reach.ts'
import { memberById } from '#policy/people.ts'
import type { DeskContext } from '../context.ts'

/** One way to somebody outside, as a page shows it. */
export interface WayLine {
  /** `WhatsApp (+44•••123)`. */
  name: string
  isOpen: boolean
  /** What keeps the desk from it, or how it can be used, in sentences without their end. */
  says: string[]
  heardMs: number | null
  /** Whether they agreed, and by whom it is known. */
  consent: string
  consentMs: number | null
  /** The words of it. */
  words: string
}

const LONGEST_WORDS = 200

/** A way to somebody with what is known of their consent. */
export function wayLine(desk: Pick<DeskContext, 'clock' | 'policy'>, way: Way, { name }: Pick<Reach, 'name'>): WayLine {
  const barred = sayBarred(way, name ?? 'this person')
  return {
    name: sayWay(way),
    isOpen: barred === null,
    says: barred === null ? howOpen(desk, way) : [barred],
    heardMs: way.heardMs,
    consent: sayConsent(desk, way.consent),
    consentMs: way.consent?.atMs ?? null,
    words: cleanText(way.consent?.words ?? '', { oneLine: true, maxLength: LONGEST_WORDS }),
  }
}

function howOpen({ clock, policy }: Pick<DeskContext, 'clock' | 'policy'>, way: Way): string[] {
  const nowMs = clock.nowMs()
  const taken = way.takenBy === null ? null : (memberById(policy(), way.takenBy)?.name ?? way.takenBy)
  const freely = isWindowOpen(way, nowMs)
    ? 'Free text may go now'
    : `Only the template "${way.template ?? ''}" may go now`
  return [
    freely,
    ...(way.waits === null ? [] : ['It would wait for their hours or a limit']),
    ...(taken === null ? [] : [`${taken} answers there`]),
  ]
}

const SOURCES: Readonly<Record<Consent['how'], string>> = {
  words: 'in their own words',
  wrote: 'by writing first',
  member: 'as a colleague heard',
  record: 'by their record',
  provider: 'through the provider',
}

function sayConsent({ policy }: Pick<DeskContext, 'policy'>, consent: Consent | null): string {
  if (consent === null) return 'Nothing is known of their consent'
  const who =
    consent.by === null ? SOURCES[consent.how] : `as ${memberById(policy(), consent.by)?.name ?? consent.by} heard`
  return `${consent.state === 'given' ? 'Agreed' : 'Asked for silence'} ${who}`
}
