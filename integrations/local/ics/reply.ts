import ICAL from 'ical.js'
import { instanceId } from '#kernel/series/instance-id.ts'
import { toIso } from '#kernel/time.ts'
import type { InvitationReply, ReadInvitationReply } from '#ports/invitations.ts'

/** Longest answer that is read; programs write some hundred characters. */
const LONGEST = 20_000
const FRAME = /BEGIN:VCALENDAR[\s\S]*?END:VCALENDAR/i

const REPLIES: Record<string, InvitationReply['reply']> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}

/** Reads a METHOD:REPLY wherever it stands in a message. What is no whole answer of one attendee to one event is null. */
export const readReply: ReadInvitationReply = (text) => {
  const [frame] = FRAME.exec(text.slice(0, LONGEST)) ?? []
  if (!frame) return null
  try {
    return replyIn(new ICAL.Component(ICAL.parse(frame.replace(/\r?\n/g, '\r\n'))))
  } catch {
    // It was typed or cut by somebody: no answer of a program.
    return null
  }
}

function replyIn(calendar: InstanceType<typeof ICAL.Component>): InvitationReply | null {
  if (String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase() !== 'REPLY') return null
  const [event, ...others] = calendar.getAllSubcomponents('vevent')
  const attendees = event?.getAllProperties('attendee') ?? []
  const uid = event?.getFirstPropertyValue('uid')
  const [attendee] = attendees
  if (!event || others.length > 0 || !attendee || attendees.length > 1 || !uid) return null
  const reply = REPLIES[String(attendee.getParameter('partstat') ?? '').toUpperCase()]
  const address = String(attendee.getFirstValue())
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  const original = event.getFirstPropertyValue('recurrence-id')
  if (!reply) return null
  if (original === null) return { event: String(uid), attendee: address, reply }
  // A wall time without its zone names no instant.
  if (!(original instanceof ICAL.Time) || original.isDate || original.zone !== ICAL.Timezone.utcTimezone) return null
  return { event: instanceId(String(uid), toIso(original.toJSDate().getTime())), attendee: address, reply }
}
