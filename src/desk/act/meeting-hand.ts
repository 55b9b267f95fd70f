import { DeskError } from '#kernel/errors.ts'
import type { Inbound } from '#kernel/inbound.ts'
import { isOptedOut } from '#store/consents.ts'
import { accept } from '#store/journal/accept.ts'
import { findRow } from '#store/journal/finish.ts'
import type { DeskContext } from '../context.ts'
import { taskThatMade } from '../watch/meetings.ts'
import type { Hand } from './hand.ts'

const rowKey = (key: string): string => `reoffer:${key}`

/** Record of how somebody's meetings went: what was missed is found by its guest. */
export const outcomeRecord = (outcome: string, guest: string): string =>
  `${outcome === 'no_show' ? 'no-show' : 'held'}:${guest}`

/** How meetings went is kept by the ledger itself; another time is offered as a job in the guest's own conversation. */
export function meetingHand(desk: Pick<DeskContext, 'sql' | 'clock' | 'calendar'>): Hand {
  /** A job of the scheduling agent in the place where the guest asked for the meeting, in the guest's name. */
  async function offerAgain(args: Record<string, unknown>, key: string): Promise<void> {
    const event = await desk.calendar.get(String(args.event))
    const task = event && (await taskThatMade(desk, event))
    if (!task || task.principal.kind === 'member')
      throw new DeskError('NOT_ALLOWED', { why: 'there is no conversation with them' })
    const { principal, channel, conversation } = task
    if (await desk.sql.read(() => isOptedOut(task)))
      throw new DeskError('NOT_ALLOWED', { why: 'they asked not to be written to' })
    const body: Inbound = {
      id: rowKey(key),
      channel,
      account: '',
      conversation,
      kind: 'message',
      from: { kind: principal.kind === 'client' ? 'client' : 'stranger', id: principal.id },
      text: '',
      job: { agent: 'scheduling', intent: 'book', request: args.request as Record<string, unknown> },
      atMs: desk.clock.nowMs(),
    }
    await desk.sql.write(
      () =>
        accept({
          key: rowKey(key),
          lane: conversation,
          kind: 'message',
          visibleMs: body.atMs,
          body: JSON.stringify(body),
          principal,
        }),
      { lazy: true },
    )
  }

  return {
    outward: false,
    look: async () => null,

    async landed(kind, args, key) {
      if (kind === 'meeting.outcome') return null
      const row = await desk.sql.read(() => findRow(rowKey(key)))
      return row ? { record: String(args.event), after: null } : null
    },

    async call(kind, args, key) {
      if (kind === 'meeting.outcome') return { record: outcomeRecord(String(args.outcome), String(args.guest)) }
      await offerAgain(args, key)
      return { record: String(args.event) }
    },

    verify: async (kind, args) => ({ after: kind === 'meeting.outcome' ? args : null, asAsked: true }),
  }
}
