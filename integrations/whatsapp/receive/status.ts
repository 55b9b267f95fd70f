import { z } from 'zod'
import type { Carried, DeliveryReport } from '#ports/channel.ts'
import { consequenceOf } from '../faults.ts'
import { type Posted, TRY_AGAIN } from '../hook.ts'

/** Where Twilio is told to report a message: its row stands in the address, so that a report that overtakes our own answer is understood. */
export const statusUrl = (publicUrl: string, row: number): string =>
  `${publicUrl}/hooks/whatsapp?row=${row}${TRY_AGAIN}`

const STATES: Readonly<Record<string, Carried>> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
}

/** Source: https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks */
const Status = z.object({
  MessageSid: z.string().min(1),
  MessageStatus: z.string(),
  ErrorCode: z.coerce.number().int().optional().catch(undefined),
})

/** How far a message has come, or null where the post is no report of one. */
export function reportIn(posted: Posted, asked: URLSearchParams): DeliveryReport | null {
  const row = Number(asked.get('row') ?? Number.NaN)
  const { data } = Status.safeParse(posted)
  const carried = data && STATES[data.MessageStatus]
  if (!data || !carried || !Number.isSafeInteger(row)) return null
  const why = carried === 'failed' ? consequenceOf(data.ErrorCode) : undefined
  return { row, providerId: data.MessageSid, carried, ...(why && { why }) }
}
