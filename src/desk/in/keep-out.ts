import { cleanText, sayWho } from '#kernel/display.ts'
import type { InboundMedia, MediaRefusal } from '#kernel/inbound.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { takenOver } from '#store/taken-over.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import type { Turn, TurnOutcome } from './turn-types.ts'

const REFUSED: Readonly<Record<MediaRefusal, string>> = {
  too_large: ' (too large)',
  type_not_taken: ' (of a kind that is not taken)',
  not_fetched: ' (not checked)',
}

/**
 * Where somebody of the team has taken a conversation over the desk says nothing: what an outsider writes there is passed on to
 * whoever took over. Null where nobody did.
 */
export async function keepOut(desk: DeskContext, turn: Turn): Promise<TurnOutcome | null> {
  const { event, principal } = turn
  if (principal.kind === 'member') return null
  const taken = await desk.sql.read(() => takenOver(event.conversation, desk.clock.nowMs()))
  if (!taken) return null
  const files = (event.media ?? []).map(fileText)
  const beside = files.length > 0 ? ` (with files, which are where they were sent: ${files.join(', ')})` : ''
  const text = `${sayWho(principal)} wrote in what you took over: "${cleanText(event.text, { maxLength: 1000 })}"${beside}`
  const message = { type: 'notice' as const, to: [taken.by], text, choices: [] }
  return {
    tasks: [],
    silent: true,
    also: function* () {
      for (const draft of toMember(desk, taken.by, { key: `heard:${turn.key}`, message, task: null }))
        yield* enqueue(draft)
    },
  }
}

const fileText = ({ type, refused }: InboundMedia): string =>
  `${cleanText(type, { oneLine: true, maxLength: 60 })}${refused ? REFUSED[refused] : ''}`
