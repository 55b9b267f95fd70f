import { linkedActions } from '#kernel/actions/links.ts'

/** As much of a planned action as tells what it belongs to. */
interface Part {
  readonly id?: string
  readonly kind: string
  readonly args: Record<string, unknown>
  readonly before: unknown
}

/**
 * Cancellations and changes each stand for themselves, and so does what is said, told or noted: what may be done at once is, what
 * is asked about waits.
 */
const STAND_ALONE =
  /^(?:calendar\.(?:cancel|update|restore)|(?:account|contact|deal|lead)\.(?:update|archive|merge)|activity\..*|alias\..*|lead\.reply|team\.notify)$/

/** An entry for the way to or from a meeting: it comes and goes with it, and counts for no event of its own. */
export function isWay({ args, before }: Part): boolean {
  const event = (args.event ?? before) as { kind?: string } | null | undefined
  return event?.kind === 'travel'
}

const standsAlone = (part: Part): boolean => STAND_ALONE.test(part.kind) && !isWay(part)

/** A booking with what makes way for it, two meetings that change places: a plan that is done as a whole or not at all. */
export const isWhole = (plan: readonly Part[]): boolean => !plan.some(standsAlone)

/**
 * What is done with a part or not at all, the part among it: the whole plan where nothing stands alone, else the new records that
 * name one another.
 */
export function wholeOf<P extends Part>(plan: readonly P[], part: P): P[] {
  if (isWhole(plan)) return [...plan]
  if (standsAlone(part)) return [part]
  const found = new Set([part])
  for (const one of found)
    for (const other of plan) if (!standsAlone(other) && (links(one, other) || links(other, one))) found.add(other)
  return plan.filter((one) => found.has(one))
}

/** The parts whose records a part names, and the parts whose records those name. */
export function basesOf<P extends Part>(plan: readonly P[], part: P): P[] {
  return reached(plan, part, links)
}

/** The parts that name what a part makes, and those that name what they make: without it they are nothing. */
export function followersOf<P extends Part>(plan: readonly P[], part: P): P[] {
  return reached(plan, part, (one, other) => links(other, one))
}

/** Whether one part names what another makes. */
const links = (one: Part, other: Part): boolean =>
  other.id !== undefined && linkedActions(one.kind, one.args).includes(other.id)

function reached<P extends Part>(plan: readonly P[], from: P, next: (one: P, other: P) => boolean): P[] {
  const found = new Set([from])
  for (const one of found) for (const other of plan) if (next(one, other)) found.add(other)
  return plan.filter((one) => one !== from && found.has(one))
}
