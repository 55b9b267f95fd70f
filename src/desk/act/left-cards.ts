import { DAY_MS } from '#kernel/units.ts'
import type { Channel } from '#ports/channel.ts'
import { decidedFlags, type FlagRow } from '#store/flags/flag-rows.ts'
import { enqueue, sendAnew, sentCopies, standingOf } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { closedCard, closedKey, past } from './decide.ts'

/** Cards older than this are left as they stand; so are more than this many. */
const LOOK_BACK_MS = 30 * DAY_MS
const MOST = 2000

/**
 * Closes the cards on a channel that are decided and do not say so: those of decisions taken while the channel was not set up, and
 * those whose receipt was given up. Asked when a channel opens; again does no harm.
 */
export async function closeLeftCards(
  desk: DeskContext,
  { name, capabilities }: Pick<Channel, 'name' | 'capabilities'>,
): Promise<void> {
  if (!capabilities.editSent || !capabilities.members) return
  const nowMs = desk.clock.nowMs()
  const left = await desk.sql.read(function* () {
    const found: FlagRow[] = []
    for (const flag of yield* decidedFlags(nowMs - LOOK_BACK_MS, MOST)) {
      const state = (yield* standingOf(closedKey(flag, name)))?.state
      if (state === 'sent' || state === 'queued') continue
      if ((yield* sentCopies(flag.id, name)).length > 0) found.push(flag)
    }
    return found
  })
  if (left.length === 0) return
  await desk.sql.write(function* () {
    for (const flag of left) {
      yield* enqueue(closedCard(flag, name, outcomeOf(flag), nowMs))
      yield* sendAnew(closedKey(flag, name), nowMs)
    }
  })
}

const outcomeOf = ({ state, verb, decidedBy }: FlagRow): string =>
  state === 'expired' ? 'Expired: nobody decided in time' : `${past(verb ?? '')} by ${decidedBy ?? 'somebody'}`
