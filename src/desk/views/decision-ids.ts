import { DeskError } from '#kernel/errors.ts'
import { sha256 } from '#kernel/ids.ts'
import { sayMoment } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { type FlagRow, flagById } from '#store/flags/flag-rows.ts'
import { keepToken, sweepTokens, useToken } from '#store/tokens/tokens.ts'
import { past } from '../act/decide.ts'
import { planHash } from '../act/plan-hash.ts'
import type { DeskContext } from '../context.ts'
import type { Viewer } from './viewer.ts'

const SECRET_BYTES = 16
/** A page left open for longer draws its cards anew. */
const LASTS_MS = DAY_MS

/** What exactly is decided: a flag, the plan as it was shown, and who was shown it. */
const subjectOf = (flag: Pick<FlagRow, 'id'>, plan: readonly ActionRow[], viewer: Pick<Viewer, 'id'>): string =>
  [flag.id, planHash(plan), viewer.id].join(' ')

/** A plan with whom it is shown to. */
export interface Shown {
  flag: FlagRow
  plan: readonly ActionRow[]
}

/**
 * One-use decision ids for cards about to be shown, in one commit: 128 random bits each, kept as hashes.
 * @throws DeskError DISK_FULL
 */
export async function mintDecisions(desk: DeskContext, shown: readonly Shown[], viewer: Viewer): Promise<string[]> {
  const nowMs = desk.clock.nowMs()
  const secrets = shown.map(() => Buffer.from(desk.random.bytes(SECRET_BYTES)).toString('base64url'))
  if (shown.length === 0) return secrets
  await desk.sql.write(
    function* () {
      yield* sweepTokens(nowMs)
      for (const [at, { flag, plan }] of shown.entries()) {
        const expiresMs = Math.min(flag.expireMs, nowMs + LASTS_MS)
        const hash = sha256(secrets[at] ?? '')
        yield* keepToken({
          hash,
          kind: 'decision',
          subject: subjectOf(flag, plan, viewer),
          createdMs: nowMs,
          expiresMs,
        })
      }
    },
    { lazy: true },
  )
  return secrets
}

/**
 * Uses a decision id for a flag. A second use, or one after the plan changed, is refused; where the flag is decided
 * already, the refusal says by whom.
 * @returns a name for this decision, the same for the same id
 * @throws DeskError FLAG_NOT_FOUND, FLAG_DECIDED, FLAG_EXPIRED, CARD_CHANGED, DISK_FULL
 */
export async function redeemDecision(
  desk: DeskContext,
  secret: string,
  flagId: string,
  viewer: Viewer,
): Promise<string> {
  const hash = sha256(secret)
  const flag = await desk.sql.read(() => flagById(flagId))
  if (!flag) throw new DeskError('FLAG_NOT_FOUND', { flag: flagId.slice(0, 40) })
  if (flag.state !== 'open') throw decidedBefore(flag, viewer)
  const plan = await desk.sql.read(() => actionsOf(flag.task))
  const subject = await desk.sql.write(() => useToken(hash, 'decision', desk.clock.nowMs()))
  if (subject !== subjectOf(flag, plan, viewer)) throw new DeskError('CARD_CHANGED')
  return hash.slice(0, 32)
}

function decidedBefore(flag: FlagRow, { zone }: Viewer): DeskError {
  const atMs = flag.decidedMs ?? flag.expireMs
  const at = sayMoment(atMs, zone, atMs)
  if (flag.state === 'expired') return new DeskError('FLAG_EXPIRED', { at, default: flag.body.onExpiry })
  return new DeskError('FLAG_DECIDED', { by: flag.decidedBy ?? 'somebody', at, verb: past(flag.verb ?? '') })
}
