import { SHOWN_AS } from '#desk/views/conversation.ts'
import { replyOf, settled } from '#desk/views/settled.ts'
import { ownConversation, type Viewer } from '#desk/views/viewer.ts'
import type { Decision, InboundDraft, Job, Sender } from '#kernel/inbound.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { ConsoleParts } from './parts.ts'

/** How long a form waits for the desk before its page is drawn; later news come live. */
const PATIENCE_MS = 4 * SECOND_MS

/** What a message or a decision came to, as far as it is known when the wait ends. */
export interface Said {
  seq: number
  duplicate: boolean
  settled: boolean
  reply: string | null
}

export interface Speech {
  /** Names the message; the same name again is the same message. */
  id: string
  conversation: string
  from: Sender
  text: string
  /** How a tapped button is shown in the conversation. */
  shown?: string
  decision?: Decision
  simulated?: boolean
  /** Filled in by a page. */
  job?: Job
}

/** A member's own sender: the session vouches for it. */
export const senderOf = (viewer: Viewer): Sender => ({ kind: 'member', id: viewer.id, assurance: 'verified' })

/** Hands an event to the desk; it is on the disk when this resolves. Waits a little for what it comes to. */
export async function say({ desk, hub }: ConsoleParts, speech: Speech, waitMs = PATIENCE_MS): Promise<Said> {
  const { id, conversation, from, text, shown, decision, simulated, job } = speech
  const event: InboundDraft = {
    id,
    channel: 'console',
    conversation,
    kind: decision ? 'decision' : 'message',
    from,
    text,
    atMs: desk.context.clock.nowMs(),
    ...(shown && { fields: { [SHOWN_AS]: shown } }),
    ...(decision && { decision }),
    ...(simulated && { simulated }),
    ...(job && { job }),
  }
  const { seq, duplicate } = await (job ? desk.receiveFromPage(event) : desk.receive(event))
  const ended = waitMs > 0 && (await settled(desk.context, hub, seq, waitMs))
  return { seq, duplicate, settled: ended, reply: ended ? await replyOf(desk.context, conversation, seq) : null }
}

/** Taps on one undo button within this time are one tap. */
const ONE_TAP_MS = 10 * SECOND_MS

/** Takes an action back on the viewer's behalf, as if they had typed it. */
export const sayUndo = (parts: ConsoleParts, viewer: Viewer, action: string): Promise<Said> =>
  say(parts, {
    id: `undo-${action}-${Math.floor(parts.desk.context.clock.nowMs() / ONE_TAP_MS)}`,
    conversation: ownConversation(viewer),
    from: senderOf(viewer),
    text: `undo ${action}`,
    shown: 'Undo',
  })
