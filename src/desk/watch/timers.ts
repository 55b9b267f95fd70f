import type { Inbound, Timer } from '#kernel/inbound.ts'
import { DESK } from '#kernel/principal.ts'
import type { Operation } from '#ports/sql.ts'
import { accept } from '#store/journal/accept.ts'

export interface TimerDraft extends Timer {
  conversation: string
  channel?: string
  atMs: number
}

/**
 * A timer is a journal row that becomes visible when due; the same moment about the same thing is the same timer.
 * False where it was set before.
 */
export function* setTimer({ conversation, channel = 'desk', atMs, ...timer }: TimerDraft): Operation<boolean> {
  const key = `timer:${timer.what}:${timer.about}:${atMs}`
  const body: Inbound = {
    id: key,
    channel,
    account: '',
    conversation,
    kind: 'timer',
    from: { kind: 'member', id: DESK.id },
    text: '',
    timer,
    atMs,
  }
  const { duplicate } = yield* accept({
    key,
    lane: conversation,
    kind: 'timer',
    visibleMs: atMs,
    body: JSON.stringify(body),
    principal: DESK,
  })
  return !duplicate
}
