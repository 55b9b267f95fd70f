import { rowBySeq } from '#store/journal/finish.ts'
import { messagesIn, replyKey } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import type { Hub } from './hub.ts'

/** Replies looked through for the one to a message; it is nearly always the newest. */
const LOOK_BACK = 10

/**
 * Resolves when a journal row was worked on to its end (true), or after the given time (false).
 * @param only.conversation the row's own: other news are then not looked at
 * @param only.signal ends the wait early
 */
export async function settled(
  desk: DeskContext,
  hub: Hub,
  seq: number,
  waitMs: number,
  only: { conversation?: string; signal?: AbortSignal } = {},
): Promise<boolean> {
  const ended = async (): Promise<boolean> => {
    const row = await desk.sql.read(() => rowBySeq(seq))
    return row === undefined || row.state === 'done' || row.state === 'dead'
  }
  return new Promise((resolve, reject) => {
    const finish = (answer: boolean) => {
      clearTimeout(timer)
      only.signal?.removeEventListener('abort', giveUp)
      leave()
      resolve(answer)
    }
    const giveUp = () => finish(false)
    const look = () => void ended().then((yes) => yes && finish(true), reject)
    const leave = hub.listen(({ id }) => {
      if (only.conversation === undefined || only.conversation === id) look()
    })
    const timer = setTimeout(giveUp, waitMs)
    only.signal?.addEventListener('abort', giveUp)
    look()
  })
}

/** What was said to a journal row, or null where nothing was (yet). */
export async function replyOf(desk: DeskContext, conversation: string, seq: number): Promise<string | null> {
  const rows = await desk.sql.read(() => messagesIn(conversation, LOOK_BACK))
  const message = rows.find((row) => row.key === replyKey(seq))?.message
  return message?.type === 'reply' ? message.text : null
}
