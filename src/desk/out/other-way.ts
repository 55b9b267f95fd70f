import type { MessageArgs, Recipient } from '#kernel/actions/message-send.ts'
import { cleanText } from '#kernel/display.ts'
import type { Choice } from '#kernel/ruling.ts'
import type { Operation } from '#ports/sql.ts'
import { markAction } from '#store/actions/change.ts'
import { messageOfKey } from '#store/actions/messages.ts'
import type { OutboxRow } from '#store/outbox/outbox.ts'
import { actionKeyOf } from '#store/outbox/updates.ts'

const SAID: Readonly<Record<string, string>> = {
  email: 'by mail',
  whatsapp: 'on whatsapp',
  slack: 'on slack',
  discord: 'on discord',
}
/** A tap carries the words; longer ones are said again. */
const LONGEST_WORDS = 800
const MOST = 2

/** Whom a message of a member's did not reach, and what may be tapped to send it by another way. */
export interface OtherWay {
  who: string
  choices: Choice[]
}

/** Notes that a message of a member's did not arrive after all; null for any other message. */
export function* otherWay(row: OutboxRow, problem: string): Operation<OtherWay | null> {
  const key = actionKeyOf(row)
  const action = key === null ? undefined : yield* messageOfKey(key)
  if (!action) return null
  yield* markAction(action.id, 'failed', problem)
  const { name, others = [] } = (action.before ?? {}) as Partial<Recipient>
  const words = bodyOf((action.args as unknown as MessageArgs).text)
  const choices =
    name && words.length <= LONGEST_WORDS
      ? others.slice(0, MOST).flatMap((channel) => choiceFor(channel, name, words))
      : []
  return { who: name ?? 'them', choices }
}

const choiceFor = (channel: string, name: string, words: string): Choice[] => {
  const by = SAID[channel]
  return by === undefined ? [] : [{ label: `Send it ${by}`, value: `tell ${name} ${by}: ${words}` }]
}

/** A letter without its greeting and farewell, which are put round it anew. */
function bodyOf(text: string): string {
  const parts = cleanText(text).split('\n\n')
  return (parts.length > 2 ? parts.slice(1, -1) : parts).join('\n')
}
