import { Reminder } from '#kernel/actions/reminder.ts'
import { DeskError } from '#kernel/errors.ts'
import { Inbound } from '#kernel/inbound.ts'
import { DESK } from '#kernel/principal.ts'
import type { Sql } from '#ports/sql.ts'
import { accept } from '#store/journal/accept.ts'
import { dropTimer, findRow } from '#store/journal/finish.ts'
import type { Hand } from './hand.ts'

const journalKey = (id: string): string => `reminder:${id}`

/** Reminders are timers in the journal: they survive everything the journal survives. */
export function reminderHand(sql: Sql): Hand {
  const find = async (id: string): Promise<Reminder | null> => {
    const row = await sql.read(() => findRow(journalKey(id)))
    if (row?.state !== 'waiting') return null
    const { fields } = Inbound.parse(JSON.parse(row.body))
    return fields?.reminder ? Reminder.parse(JSON.parse(fields.reminder)) : null
  }

  return {
    outward: false,

    look: async (_kind, args) => (typeof args.id === 'string' ? find(args.id) : null),

    async landed(kind, args, key) {
      const id = kind === 'reminder.create' ? key : String(args.id)
      const there = await find(id)
      if (kind === 'reminder.create') return there && { record: id, after: there }
      return there === null ? { record: id, after: null } : null
    },

    async call(kind, args, key) {
      if (kind === 'reminder.cancel') {
        const id = String(args.id)
        const dropped = await sql.write(() => dropTimer(journalKey(id)))
        if (!dropped) throw new DeskError('CONFLICT', { what: 'The reminder' })
        return { record: id }
      }
      const reminder = Reminder.parse({ ...args, id: key })
      const body: Inbound = {
        id: journalKey(key),
        channel: reminder.channel,
        account: '',
        conversation: reminder.conversation,
        kind: 'timer',
        from: { kind: 'member', id: reminder.person },
        text: reminder.text,
        timer: { what: 'reminder', about: key },
        fields: { reminder: JSON.stringify(reminder) },
        atMs: reminder.atMs,
      }
      await sql.write(
        () =>
          accept({
            key: journalKey(key),
            lane: reminder.conversation,
            kind: 'timer',
            visibleMs: reminder.atMs,
            body: JSON.stringify(body),
            principal: DESK,
          }),
        { lazy: true },
      )
      return { record: key }
    },

    async verify(kind, args, record) {
      const after = await find(record)
      if (kind === 'reminder.cancel') return { after: null, asAsked: after === null }
      return { after, asAsked: after !== null && after.text === args.text && after.atMs === args.atMs }
    },
  }
}
