import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import { sayWho } from '#kernel/display.ts'
import type { EventDraft } from '#kernel/event.ts'
import { memberByAddress } from '#policy/people.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { flagOf } from '#store/flags/flag-rows.ts'
import type { OutboxDraft } from '#store/outbox/outbox.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import { actionContext } from './action-context.ts'
import { definitionOf } from './judge.ts'
import { memberPrincipal } from './member-principal.ts'
import { putsBack } from './put-back.ts'
import { isWay } from './together.ts'

/** Changes of what people already count on; what is new stands in their calendar. */
const TOLD: ReadonlySet<string> = new Set([
  'calendar.move',
  'calendar.cancel',
  'calendar.restore',
  'calendar.split',
  'calendar.end',
  'calendar.rejoin',
])

/** Members at a meeting that was changed hear of it, other than whoever asked for it and whoever said yes to it. */
export async function teamNotices(desk: DeskContext, action: ActionRow): Promise<OutboxDraft[]> {
  const meeting = action.before as Pick<EventDraft, 'organizer' | 'attendees'> | null
  if (!TOLD.has(action.kind) || !meeting?.organizer || isWay(action) || putsBack(action)) return []
  const { task, flag } = await desk.sql.read(function* () {
    const row = yield* taskOnFile(action.task)
    return { task: row.task, flag: yield* flagOf(action.task) }
  })
  const known = new Set([task.principal.kind === 'member' ? task.principal.id : '', flag?.decidedBy ?? ''])
  const notices: OutboxDraft[] = []
  for (const address of addressesOf(meeting)) {
    const member = memberByAddress(desk.policy(), address)
    if (!member || known.has(member.id) || known.has(member.name)) continue
    const context = await actionContext(desk, memberPrincipal(member), [action])
    const said = definitionOf(action.kind).say(action.args, action.before, 'done', context)
    const text = `${sayWho(task.principal)}: ${said}.`
    const message = { type: 'notice' as const, to: [member.id], text, choices: [] }
    notices.push(...toMember(desk, member.id, { key: `told:${action.id}:${member.id}`, message, task: action.task }))
  }
  return notices
}
