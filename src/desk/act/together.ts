/** As much of a planned action as tells what it belongs to. */
interface Part {
  readonly kind: string
  readonly args: Record<string, unknown>
  readonly before: unknown
}

/** Cancellations and changes each stand for themselves: what may be done at once is, what is asked about waits. */
const STAND_ALONE: ReadonlySet<string> = new Set(['calendar.cancel', 'calendar.update', 'calendar.restore'])

/** An entry for the way to or from a meeting: it comes and goes with it, and counts for no event of its own. */
export function isWay({ args, before }: Part): boolean {
  const event = (args.event ?? before) as { kind?: string } | null | undefined
  return event?.kind === 'travel'
}

/** A booking with what makes way for it, two meetings that change places: a plan that is done as a whole or not at all. */
export const isWhole = (plan: readonly Part[]): boolean =>
  plan.every((part) => !STAND_ALONE.has(part.kind) || isWay(part))
