import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import { DAY_MS } from '#kernel/units.ts'
import { readConsent } from '#language/consent.ts'
import { recentActions } from '#store/actions/action-rows.ts'
import { appendAudit } from '#store/audit/append.ts'
import { optIn, optOut } from '#store/opt-outs.ts'
import { waitingIn } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import type { Turn, TurnOutcome } from './turn-types.ts'

/** How far ahead a meeting is what "cancel" means. */
const AHEAD_MS = 90 * DAY_MS

/**
 * STOP and its kin, from anybody outside the team, before anything else reads them: from then on the desk writes there only
 * in answer to what they write. START takes it back. Null where a message is neither.
 */
export async function turnConsent(desk: DeskContext, turn: Turn): Promise<TurnOutcome | null> {
  const { event, principal } = turn
  if (principal.kind === 'member') return null
  const said = readConsent(event.text, desk.policy().whatsapp.stopWordsExtra)
  if (said === null || (said === 'cancel' && (await hasSomethingToCancel(desk, turn)))) return null
  const place = { channel: event.channel, conversation: event.conversation }
  const phrases = phrasesIn(languageOf(principal))
  const atMs = desk.clock.nowMs()
  const changed = await desk.sql.write(function* () {
    const did = said === 'start' ? yield* optIn(place) : yield* optOut(place, event.text.slice(0, 200), atMs)
    if (did)
      yield* appendAudit(desk.audit, {
        atMs,
        what: said === 'start' ? 'consent.given' : 'consent.withdrawn',
        task: null,
        payload: { ...place, words: event.text.slice(0, 200) },
      })
    return did
  })
  if (said === 'start') return changed ? { tasks: [], lines: [phrases.started] } : null
  return { tasks: [], lines: changed ? [phrases.stopped] : [] }
}

/** An open question, something lately done here, or a meeting that comes up. */
async function hasSomethingToCancel(desk: DeskContext, { event, principal }: Turn): Promise<boolean> {
  const here = await desk.sql.read(function* () {
    const open = yield* waitingIn(event.conversation)
    return open.length > 0 || (yield* recentActions(event.conversation, 1)).length > 0
  })
  if (here || principal.kind !== 'client' || !principal.email) return here
  const nowMs = desk.clock.nowMs()
  const ahead = await desk.calendar.list({ addresses: [principal.email], fromMs: nowMs, toMs: nowMs + AHEAD_MS })
  return ahead.length > 0
}
