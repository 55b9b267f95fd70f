import { cleanText, sayWho } from '#kernel/display.ts'
import { memberById, ownerOf } from '#policy/people.ts'
import type { Unsent } from '#ports/channel.ts'
import type { Operation } from '#ports/sql.ts'
import { spokeIn } from '#store/journal/history.ts'
import { enqueue, type OutboxRow } from '#store/outbox/outbox.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { otherWay } from './other-way.ts'
import { toMember } from './to-member.ts'

const QUOTE_LENGTH = 300

const WHY: Partial<Record<Unsent, string>> = {
  window_closed:
    'their last message is too old for free text, and no approved template (whatsapp.templates) could be sent or was answered',
  not_reachable: 'nobody can be written to there at that number; ask them for another way',
  other_channel: 'the provider does not deliver to them at present; try another way',
  unwanted: 'they asked for no more messages there',
  no_sender: 'nothing is set up that sends there',
  no_address: 'nobody can be written to at that address',
  enough_for_today: 'they have had as many messages today as one person gets',
  refused: 'it was not taken there',
  template_fault: 'the provider does not take the template or what it was filled with',
  limit: 'the limit of first messages was met for a whole day',
  setup: 'the account or sender there is not set up rightly',
  passing: 'the provider could not deliver it for a whole day',
}

/** Whoever caused a message to somebody outside hears that it did not arrive, and why: the member who asked, else who looks after such things. */
export function* tellWhoeverCaused(desk: DeskContext, row: OutboxRow, why: Unsent, byMail: boolean): Operation<void> {
  const { message } = row
  if (row.to.length > 0 || (message.type !== 'reply' && message.type !== 'notice') || message.text === '') return
  const task = row.task === null ? undefined : yield* taskById(row.task)
  const by = task?.task.principal
  const member =
    (by?.kind === 'member' && memberById(desk.policy(), by.id)?.id) || ownerOf(desk.policy(), 'INTEGRATION').id
  const [speaker] = yield* spokeIn(row.conversation, 1)
  const other = yield* otherWay(row, `It did not arrive: ${WHY[why] ?? why}.`)
  const who = other?.who ?? (speaker ? sayWho(speaker) : row.conversation)
  const text = `This did not reach ${who} on ${row.channel}: "${cleanText(message.text, { maxLength: QUOTE_LENGTH })}". Why: ${WHY[why] ?? why}.${byMail ? ' It goes by mail instead.' : ''}`
  const notice = { type: 'notice' as const, to: [member], text, choices: other?.choices ?? [] }
  for (const draft of toMember(desk, member, { key: `unsent:${row.key}`, message: notice, task: row.task }))
    yield* enqueue(draft)
}
