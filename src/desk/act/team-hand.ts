import { cleanText } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import { memberById } from '#policy/people.ts'
import { nextWorkingMs } from '#policy/working-time.ts'
import type { Operation } from '#ports/sql.ts'
import { enqueue, messageOf, type OutboxRow } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import type { Hand, Written } from './hand.ts'

/** What a member was or will be told. */
interface Told {
  to: string
  text: string
  fromMs: number
}

interface Notice {
  to: string
  text: string
  urgent: boolean
  how: readonly string[]
}

/**
 * Notices to members are messages in the outbox, one for each channel, all in one commit under the action's key: after a crash
 * they are there or they are not, and are never there twice. What is not urgent waits there until the member works.
 */
export function teamHand(desk: Pick<DeskContext, 'sql' | 'channels' | 'clock' | 'policy'>): Hand {
  const find = async (key: string): Promise<(Written & { after: Told }) | null> => {
    const [row] = await desk.sql.read(() => rowsOf([...desk.channels.keys()].map((channel) => `${key}:${channel}`)))
    if (row?.message.type !== 'notice') return null
    return { record: key, after: { to: row.to[0] ?? '', text: row.message.text, fromMs: row.createdMs } }
  }

  return {
    outward: false,
    look: async () => null,
    landed: (_kind, _args, key) => find(recordOf(key)),

    async call(_kind, args, key) {
      const { to, text, urgent, how } = args as unknown as Notice
      const person = memberById(desk.policy(), to)
      if (!person) throw new DeskError('NOT_ALLOWED', { why: `nobody of the team is called ${to}` })
      const nowMs = desk.clock.nowMs()
      const drafts = toMember(desk, to, {
        key: recordOf(key),
        message: { type: 'notice', to: [to], text: cleanText(text), choices: [] },
        task: null,
        fromMs: urgent ? nowMs : nextWorkingMs(person, nowMs),
        how,
      })
      await desk.sql.write(
        function* () {
          for (const draft of drafts) yield* enqueue(draft)
        },
        { lazy: true },
      )
      return { record: recordOf(key) }
    },

    async verify(_kind, args, record) {
      const found = await find(record)
      return { after: found?.after ?? null, asAsked: found?.after.text === cleanText(String(args.text)) }
    },
  }
}

const recordOf = (key: string): string => `notify:${key}`

function* rowsOf(keys: readonly string[]): Operation<OutboxRow[]> {
  const rows: OutboxRow[] = []
  for (const key of keys) {
    const row = yield* messageOf(key)
    if (row) rows.push(row)
  }
  return rows
}
