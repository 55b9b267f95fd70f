import type { Consent } from '#kernel/consent.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import { DAY_MS } from '#kernel/units.ts'
import { readConsent } from '#language/consent.ts'
import { recentActions } from '#store/actions/action-rows.ts'
import { appendAudit } from '#store/audit/append.ts'
import { noteConsent } from '#store/consents.ts'
import { waitingIn } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import type { Turn, TurnOutcome } from './turn-types.ts'

/** How far ahead a meeting is what "cancel" means. */
const AHEAD_MS = 90 * DAY_MS

const LONGEST_WORDS = 200

/**
 * STOP and its kin, from anybody outside the team, before anything else reads them: from then on the desk writes there only
 * in answer to what they write. START takes it back. Null where a message is neither; where the channel wants people to have
 * agreed, and the policy takes their own message for it, that is noted.
 */
export async function turnConsent(desk: DeskContext, turn: Turn): Promise<TurnOutcome | null> {
  const { event, principal } = turn
  if (principal.kind === 'member') return null
  const said = readConsent(event.text, desk.policy().whatsapp.stopWordsExtra)
  if (said === null || (said === 'cancel' && (await hasSomethingToCancel(desk, turn)))) {
    if (takesMessages(desk, turn)) await note(desk, turn, { state: 'given', how: 'wrote' })
    return null
  }
  const phrases = phrasesIn(languageOf(principal))
  const noted = await note(desk, turn, { state: said === 'start' ? 'given' : 'withdrawn', how: 'words' })
  if (said === 'start') return noted === 'changed' ? { tasks: [], lines: [phrases.started] } : null
  return { tasks: [], lines: noted ? [phrases.stopped] : [] }
}

/** Whether a message of their own is the consent that a channel wants. */
const takesMessages = (desk: DeskContext, { event, principal }: Turn): boolean =>
  desk.channels.get(event.channel)?.capabilities.optIn === true &&
  desk.policy().whatsapp.messageIsOptIn &&
  principal.assurance === 'verified' &&
  event.simulated !== true

/** Notes what somebody said of being written to where they said it. */
function note(desk: DeskContext, { event }: Turn, { state, how }: Pick<Consent, 'state' | 'how'>) {
  const place = { channel: event.channel, conversation: event.conversation }
  const said = { state, how, by: null, words: event.text.slice(0, LONGEST_WORDS), atMs: desk.clock.nowMs() }
  return desk.sql.write(
    function* () {
      const noted = yield* noteConsent(place, said)
      if (noted)
        yield* appendAudit(desk.audit, {
          atMs: said.atMs,
          what: state === 'given' ? 'consent.given' : 'consent.withdrawn',
          task: null,
          payload: { ...place, how, words: said.words },
        })
      return noted
    },
    { lazy: how === 'wrote' },
  )
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
