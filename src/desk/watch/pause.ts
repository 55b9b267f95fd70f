import { appendAudit } from '#store/audit/append.ts'
import { dropSetting, getSetting, putSetting } from '#store/settings.ts'
import type { DeskContext } from '../context.ts'

const NAME = 'paused_by'

/** Name of the member who paused the desk, or null. While it is paused nothing is done without a person's yes. */
export async function pausedBy(desk: DeskContext): Promise<string | null> {
  return (await desk.sql.read(() => getSetting(NAME))) ?? null
}

/** Pauses or resumes the whole desk. */
export async function setPaused(desk: DeskContext, by: string | null, member: string): Promise<void> {
  await desk.sql.write(function* () {
    if (by) yield* putSetting(NAME, by)
    else yield* dropSetting(NAME)
    yield* appendAudit(desk.audit, {
      atMs: desk.clock.nowMs(),
      what: by ? 'desk.paused' : 'desk.resumed',
      task: null,
      payload: { by: member },
    })
  })
  desk.changed({ topic: 'desk', id: 'pause' })
}
