import { DeskError } from '#kernel/errors.ts'
import type { Decision, Inbound } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { definitionOf } from '../act/judge.ts'
import type { DeskContext } from '../context.ts'
import { channelsTo, QUIET } from '../out/to-member.ts'

/**
 * What is always decided by a person, and what deletes or merges, takes more than a word: where cards are decided in typed words it
 * is not approved, and whoever tries is told where it can be.
 * @throws DeskError NOT_ALLOWED
 */
export async function checkPlace(
  desk: DeskContext,
  { channel }: Pick<Inbound, 'channel'>,
  { flag: id, verb }: Pick<Decision, 'flag' | 'verb'>,
  by: Principal,
): Promise<void> {
  if (!desk.channels.get(channel)?.capabilities.typed || (verb !== 'approve' && verb !== 'edit')) return
  const isGrave = await desk.sql.read(function* () {
    const flag = yield* flagById(id)
    if (flag?.state !== 'open') return false
    if (flag.reason === 'HIGH_STAKES') return true
    const asked = (yield* actionsOf(flag.task)).filter(({ status }) => status === 'proposed')
    return asked.some(({ kind }) => definitionOf(kind).risk === 'high')
  })
  if (!isGrave) return
  const others = channelsTo(desk, by.id).filter(({ capabilities, name }) => !capabilities.typed && name !== QUIET)
  const where = [...others.map(({ name }) => name), 'the console'].join(' or ')
  throw new DeskError('NOT_ALLOWED', { why: `this takes more than a word here; look at it in ${where}` })
}
