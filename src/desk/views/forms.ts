import { cleanLine, cleanName, cleanText } from '#kernel/display.ts'
import type { Inbound } from '#kernel/inbound.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Unsent } from '#ports/channel.ts'
import { countMessages, newestMessages } from '#store/journal/by-lane.ts'
import { replyKey, standingOf } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { CHANNEL } from '../forms/post.ts'

const SHOWN = 10

/** Why an answer was not mailed. */
const NOT_MAILED = ['no_sender', 'no_address', 'enough_for_today', 'refused'] as const satisfies readonly Unsent[]
type NotMailed = (typeof NOT_MAILED)[number]
const MONTH_MS = 30 * DAY_MS

/** A post as the console shows it. */
export interface ShownPost {
  seq: number
  atMs: number
  /** What they call themselves, and where they can be reached; made fit to be shown. */
  who: string
  text: string
  reply: string | null
  /** Whether the answer left by mail, and if not why; null where there is none. */
  sent: 'mailed' | 'on_its_way' | 'failed' | NotMailed | null
}

export interface ShownForm {
  name: string
  lastDay: number
  lastMonth: number
  newest: ShownPost[]
}

/** The forms of the policy with what came in by them. */
export async function formsView(desk: Pick<DeskContext, 'sql' | 'clock' | 'policy'>): Promise<ShownForm[]> {
  const nowMs = desk.clock.nowMs()
  const names = Object.keys(desk.policy().forms)
  return Promise.all(
    names.map((name) =>
      desk.sql.read(function* () {
        const prefix = `${CHANNEL}:${name}:`
        const posts: ShownPost[] = []
        for (const { seq, atMs, body } of yield* newestMessages(prefix, SHOWN)) {
          const standing = yield* standingOf(replyKey(seq))
          const reply = standing?.message.type === 'reply' ? cleanText(standing.message.text) : null
          posts.push({ seq, atMs, ...shown(body), reply, sent: standing ? sentAs(standing) : null })
        }
        return {
          name,
          lastDay: yield* countMessages(prefix, nowMs - DAY_MS),
          lastMonth: yield* countMessages(prefix, nowMs - MONTH_MS),
          newest: posts,
        }
      }),
    ),
  )
}

/** An erased message is a text. */
function shown(body: string): Pick<ShownPost, 'who' | 'text'> {
  const event = JSON.parse(body) as Inbound | string
  if (typeof event === 'string') return { who: '(erased)', text: '' }
  const { name, email, phone } = event.from
  const parts = [name && cleanName(name), email && cleanLine(email), phone && cleanLine(phone)].filter(Boolean)
  return { who: parts.join(', ') || '(no name, no address)', text: cleanText(event.text, { maxLength: 600 }) }
}

function sentAs({ state, provider }: { state: string; provider: string | null }): ShownPost['sent'] {
  if (state === 'sent') return 'mailed'
  if (state === 'unsent') return NOT_MAILED.find((why) => why === provider) ?? 'refused'
  return state === 'queued' ? 'on_its_way' : 'failed'
}
