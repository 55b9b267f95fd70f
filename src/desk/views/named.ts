import type { Choice } from '#kernel/ruling.ts'
import type { VerbObject } from '#ports/channel.ts'
import { openFlags } from '#store/flags/flag-rows.ts'
import { decidesFlag } from '../act/authority.ts'
import type { DeskContext } from '../context.ts'
import { doneToday } from './ledger.ts'
import { type Viewer, viewerOf } from './viewer.ts'

/** What a member may mean where a verb wants something named: flags they may decide, what they can undo today, or any of it. */
export async function namedBy(desk: DeskContext, member: string, about: VerbObject): Promise<Choice[]> {
  const viewer = viewerOf(desk.policy(), member)
  if (!viewer) return []
  switch (about) {
    case 'flag':
      return (await flagsOf(desk, viewer)).map(({ id, body }) => ({ label: body.headline, value: id }))
    case 'action':
      return (await doneToday(desk, viewer)).flatMap(({ action, sentence, undoUntilMs }) =>
        undoUntilMs === null ? [] : [{ label: sentence, value: action }],
      )
    case 'work': {
      const waiting = (await flagsOf(desk, viewer)).map(({ task, body }) => ({ label: body.headline, value: task }))
      const done = (await doneToday(desk, viewer)).map(({ action, sentence }) => ({ label: sentence, value: action }))
      return [...waiting, ...done]
    }
  }
}

async function flagsOf(desk: DeskContext, { id }: Viewer) {
  const open = await desk.sql.read(openFlags)
  return open.filter((flag) => decidesFlag(desk.policy(), id, flag)).reverse()
}
