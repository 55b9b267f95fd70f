import { DateTime } from 'luxon'
import { cleanLine } from './display.ts'
import type { Choice } from './ruling.ts'
import { isoDay, sayDate } from './time.ts'

/** Something about a record that a tidy team would mend. */
export interface Untidy {
  what: 'past_close_date' | 'no_close_date' | 'no_next_step' | 'stale' | 'owner_left' | 'duplicate'
  kind: 'account' | 'contact' | 'deal' | 'lead'
  id: string
  /** As it is called; null for a record that says nothing to call it by. */
  name: string | null
  /** Policy id of the member whose it is; null for nobody's, or somebody's who left. */
  owner: string | null
  /** ISO date: when it was to close, or when anything last happened. */
  date: string | null
  /** Of a duplicate: the other one; of an owner who left: how the record names them. */
  other: { id: string; name: string | null } | null
}

const HEADS: Readonly<Record<Untidy['what'], string>> = {
  past_close_date: 'Past their close date',
  no_close_date: 'Without a close date',
  stale: 'Nothing said or changed for long',
  no_next_step: 'Without a next step',
  owner_left: 'Of somebody who is not on the team',
  duplicate: 'Perhaps twice on file',
}
const ORDER = Object.keys(HEADS) as Untidy['what'][]

/** Records that are named of one sort; of more, the number is told. */
const MOST_NAMED = 5
/** Changes that are offered at once. */
const MOST_CHOICES = 6

/** What wants tidying up, a line for each sort, what presses most first. */
export function sayUntidy(found: readonly Untidy[], nowMs: number): string[] {
  return ORDER.flatMap((what) => {
    const some = found.filter((one) => one.what === what)
    if (some.length === 0) return []
    const named = some.slice(0, MOST_NAMED).map((one) => sayOne(one, nowMs))
    const more = some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : ''
    return [`- ${HEADS[what]}: ${named.join('; ')}${more}`]
  })
}

const nameOf = (name: string | null): string => cleanLine(name ?? 'a record without a name', 60)

function sayOne({ what, name, date, other }: Untidy, nowMs: number): string {
  const said = nameOf(name)
  if (what === 'duplicate') return `${said} and ${nameOf(other?.name ?? null)}`
  if (what === 'owner_left') return `${said} (${nameOf(other?.name ?? null)})`
  return date === null ? said : `${said} (${what === 'stale' ? 'last on ' : ''}${sayDate(date, nowMs)})`
}

/** What mends it with one tap, where one change does; a next step is for a person to say. */
export function untidyChoices(found: readonly Untidy[], nowMs: number, zone: string): Choice[] {
  const day = closeBy(nowMs, zone)
  const inOrder = ORDER.flatMap((what) => found.filter((one) => one.what === what))
  return inOrder.flatMap((one) => mending(one, day, nowMs) ?? []).slice(0, MOST_CHOICES)
}

function mending(one: Untidy, day: string, nowMs: number): Choice | null {
  const name = nameOf(one.name).slice(0, 40)
  const key = `${one.kind}:${one.id}`
  switch (one.what) {
    case 'past_close_date':
    case 'no_close_date':
      return { label: `${name}: closes ${sayDate(day, nowMs)}`, value: `/tidy close ${key} ${day}` }
    case 'stale':
      return { label: `${name}: task to chase it`, value: `/tidy chase ${key}` }
    case 'owner_left':
      return { label: `${name}: make it mine`, value: `/tidy mine ${key}` }
    case 'duplicate':
      return { label: `Merge the two ${name}`, value: `/tidy merge ${key} ${one.kind}:${one.other?.id ?? ''}` }
    case 'no_next_step':
      return null
  }
}

/** The end of this month, or of the next where this one is nearly over. */
function closeBy(nowMs: number, zone: string): string {
  const soon = DateTime.fromMillis(nowMs, { zone }).plus({ days: 7 })
  return isoDay(soon.endOf('month').toMillis(), zone)
}
