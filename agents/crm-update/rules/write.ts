import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import type { Step, Write } from '../request/write.ts'
import { decideArchive } from './archive.ts'
import { questionOf } from './ask.ts'
import { decideCreate } from './create.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { decideJoin } from './join.ts'
import { decideNote } from './note.ts'
import type { Plan } from './plan.ts'
import { decideSet } from './set.ts'
import { decideTask } from './task.ts'

/** A ruling, and the request with the question that is open in it. */
export interface Ruled {
  request: Write
  ruling: RulingDraft
}

/** Every step of a message becomes part of one plan; the first that lacks something is asked about, the others are done. */
export function decideWrite(request: Write, facts: Facts, policy: RecordPolicy): Ruled {
  if (request.dropped) return { request, ruling: { type: 'answer', text: 'Left as it is.' } }
  if (request.steps.length === 0)
    return {
      request,
      ruling: {
        type: 'answer',
        text: 'I found nothing to write down in that. Say which record, and what it shall say: "globex → proposal".',
      },
    }
  const plans = request.steps.map((step, at) => planFor(step, at, request, facts, policy))
  const actions = linked(plans)
  const learned = request.learned.map(learning)
  const notes = plans.flatMap((one) => one.notes)
  const at = plans.findIndex(({ need }) => need !== null)
  const need = plans[at]?.need
  if (need) {
    const open = { step: at, slots: need.slots }
    const question = questionOf({ ...need, text: [...notes, need.text].join(' ') })
    return { request: { ...request, open }, ruling: { type: 'ask', question, actions: [...actions, ...learned] } }
  }
  const closed = { ...request, open: null }
  if (actions.length === 0)
    return { request: closed, ruling: { type: 'answer', text: notes.join(' ') || 'There is nothing to do.' } }
  return { request: closed, ruling: { type: 'propose', actions: [...actions, ...learned], notes } }
}

function planFor(step: Step, at: number, request: Write, facts: Facts, policy: RecordPolicy): Plan {
  switch (step.do) {
    case 'set':
      return decideSet(step, at, request, facts, policy)
    case 'note':
      return decideNote(step, facts, policy)
    case 'task':
      return decideTask(step, facts, policy)
    case 'create':
      return decideCreate(step, at, request, facts, policy)
    case 'archive':
      return decideArchive(step, facts, policy)
    case 'join':
      return decideJoin(step, facts, policy)
  }
}

/** A link to "the first of this step" becomes one to its place in the whole plan. */
function linked(plans: readonly Plan[]): Proposed[] {
  let before = 0
  return plans.flatMap(({ actions }) => {
    const offset = before
    before += actions.length
    return actions.map((action) => (offset === 0 ? action : { ...action, args: moved(action.args, offset) }))
  })
}

function moved(args: Record<string, unknown>, offset: number): Record<string, unknown> {
  return JSON.parse(JSON.stringify(args), (_key, value: unknown) => {
    const link = typeof value === 'string' ? /^plan:(\d+)$/u.exec(value) : null
    return link ? `plan:${Number(link[1]) + offset}` : value
  }) as Record<string, unknown>
}

function learning({ words, record }: Write['learned'][number]): Proposed {
  const [kind = '', ...id] = record.split(':')
  return { kind: 'alias.learn', args: { words, kind, id: id.join(':') }, because: 'you said which one you mean' }
}
