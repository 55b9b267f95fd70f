import type { Band, Lead } from '#kernel/lead.ts'
import { toMs } from '#kernel/time.ts'
import { type ActionRow, actionsOn } from '#store/actions/action-rows.ts'
import { takenOver } from '#store/taken-over.ts'
import type { DeskContext } from '../context.ts'
import { sentencesFor } from './said.ts'
import type { Viewer } from './viewer.ts'

/** Where a lead stands on the page: by its band, or closed. */
export type Shelf = Band | 'closed'
export const SHELVES: readonly Shelf[] = ['hot', 'warm', 'cold', 'out', 'closed']

const CLOSED: ReadonlySet<Lead['status']> = new Set(['disqualified', 'spam', 'duplicate', 'not_a_lead'])

/** A member's word goes before the points; without either nothing is known, which is cold. */
export const shelfOf = ({ status, override, score }: Lead): Shelf =>
  CLOSED.has(status) ? 'closed' : (override?.band ?? score?.band ?? 'cold')

/** When a lead was first heard of; null where its record does not say. */
export const heardMs = ({ firstTouchAt }: Lead): number | null => (firstTouchAt === null ? null : toMs(firstTouchAt))

/** Every lead by its shelf, on each the best first and then the newest. */
export async function leadsByShelf(desk: DeskContext): Promise<ReadonlyMap<Shelf, readonly Lead[]>> {
  const leads = (await desk.crm.list('lead')).toSorted(
    (a, b) => (b.score?.total ?? 0) - (a.score?.total ?? 0) || (heardMs(b) ?? 0) - (heardMs(a) ?? 0),
  )
  return new Map(SHELVES.map((shelf) => [shelf, leads.filter((lead) => shelfOf(lead) === shelf)]))
}

/** One thing that was done to a lead. */
export interface Step {
  action: string
  text: string
  atMs: number
}

export interface LeadView {
  lead: Lead
  /** Oldest first. */
  history: readonly Step[]
  /** Who keeps the desk out of its conversations, and until when; null where nobody does. */
  takenOver: { by: string; untilMs: number } | null
}

/** One lead with what was done to it; null where there is none of that id. */
export async function leadView(desk: DeskContext, id: string, viewer: Viewer): Promise<LeadView | null> {
  const lead = await desk.crm.get('lead', id)
  if (!lead) return null
  const { actions, taken } = await desk.sql.read(function* () {
    const actions: ActionRow[] = yield* actionsOn(id)
    for (const place of lead.conversations) {
      const taken = yield* takenOver(place, desk.clock.nowMs())
      if (taken) return { actions, taken }
    }
    return { actions, taken: null }
  })
  const sentences = await sentencesFor(desk, viewer, actions, 'done')
  const history = actions.map(({ id: action, performedMs }, at) => ({
    action,
    text: sentences[at] ?? '',
    atMs: performedMs ?? 0,
  }))
  return { lead, history, takenOver: taken }
}
