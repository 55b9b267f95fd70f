import { DeskError } from '#kernel/errors.ts'
import { sha256 } from '#kernel/ids.ts'
import { DAY_MS } from '#kernel/units.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { type FlagRow, flagById } from '#store/flags/flag-rows.ts'
import { keepToken, readToken, sweepTokens } from '#store/tokens/tokens.ts'
import type { DeskContext } from '../context.ts'
import { planHash } from './plan-hash.ts'

const SECRET_BYTES = 16
/** A card stays in a chat after it was decided; its buttons say by whom for so long. */
const REMEMBERED_MS = 30 * DAY_MS

/** A flag with what it proposes. */
export interface Ticketed {
  flag: FlagRow
  plan: readonly ActionRow[]
}

/**
 * Tickets for cards about to be sent, in one commit that is on the disk when this resolves: 128 random bits each, kept as
 * hashes. A ticket stands for the flag and the plan as shown, for whoever may decide it; the flag is decided once.
 * @throws DeskError DISK_FULL
 */
export async function mintTickets(desk: DeskContext, shown: readonly Ticketed[]): Promise<string[]> {
  const createdMs = desk.clock.nowMs()
  const tickets = shown.map(() => Buffer.from(desk.random.bytes(SECRET_BYTES)).toString('base64url'))
  if (shown.length === 0) return tickets
  await desk.sql.write(function* () {
    yield* sweepTokens(createdMs)
    for (const [at, { flag, plan }] of shown.entries())
      yield* keepToken({
        hash: sha256(tickets[at] ?? ''),
        kind: 'ticket',
        subject: `${flag.id} ${planHash(plan)}`,
        createdMs,
        expiresMs: flag.expireMs + REMEMBERED_MS,
      })
  })
  return tickets
}

/** The flag behind a ticket, its plan as it stands, and whether that is what was shown. @throws DeskError CARD_CHANGED */
export async function flagOfTicket(
  desk: DeskContext,
  ticket: string,
): Promise<Ticketed & { shown: string; isAsShown: boolean }> {
  const found = await desk.sql.read(function* () {
    const subject = yield* readToken(sha256(ticket), 'ticket', desk.clock.nowMs())
    const [id = '', shown = ''] = subject?.split(' ') ?? []
    const flag = yield* flagById(id)
    return flag && { flag, plan: yield* actionsOf(flag.task), shown }
  })
  if (!found) throw new DeskError('CARD_CHANGED')
  return { ...found, isAsShown: found.shown === planHash(found.plan) }
}
