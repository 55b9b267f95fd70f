import { findRow } from '#store/journal/finish.ts'
import { markShown, replyKey } from '#store/outbox/outbox.ts'
import type { Desk } from '../desk.ts'
import { journalKey } from '../in/intake.ts'
import type { Hub } from '../views/hub.ts'
import { replyOf, settled } from '../views/settled.ts'
import type { Patience } from './patience.ts'
import { eventOf, type FormPost, idsOf, SAME_WITHIN_MS } from './post.ts'

/** What a post came to. */
export interface Taken {
  seq: number
  /** It came before: nothing was done twice, and the answer is the first one. */
  duplicate: boolean
  /** What the desk said, as far as it is known when the wait ends. */
  reply: string | null
}

/**
 * Puts a post into the journal, once, and waits a little for what the desk says to it.
 * @throws DeskError DISK_FULL
 */
export async function takePost(
  { desk, hub, patience }: { desk: Desk; hub: Hub; patience: Patience },
  post: FormPost,
  waitMs: number,
): Promise<Taken> {
  const nowMs = desk.context.clock.nowMs()
  const event = eventOf(post, await knownId(desk, post, nowMs), nowMs)
  const { conversation } = event
  const { seq, duplicate } = await desk.receive(event)
  const ended = await patience.wait(waitMs, desk.isBusy, (signal) =>
    settled(desk.context, hub, seq, waitMs, { conversation, signal }),
  )
  const reply = ended ? await replyOf(desk.context, conversation, seq) : null
  if (reply !== null)
    await desk.context.sql.write(() => markShown(replyKey(seq), desk.context.clock.nowMs()), { lazy: true })
  return { seq, duplicate, reply }
}

/** The id under which the post stands in the journal already, else its own. */
async function knownId(desk: Desk, post: FormPost, nowMs: number): Promise<string> {
  const [own, ...earlier] = idsOf(post, nowMs)
  for (const id of earlier) {
    const { channel, account = '', from } = eventOf(post, id, nowMs)
    const row = await desk.context.sql.read(() => findRow(journalKey({ channel, account, from, id })))
    if (row && nowMs - row.visible_ms <= SAME_WITHIN_MS) return id
  }
  return own
}
