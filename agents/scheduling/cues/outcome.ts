import type { Cue } from '#kernel/cue.ts'
import { words } from './words.ts'

/** How a meeting went. */
export const OUTCOME: Cue = {
  intent: 'outcome',
  slash: 'outcome',
  verbs: words(`
    no show, noshow, was a no show, did not show, did not show up, didnt show, didnt show up, never showed, never showed up,
    did not turn up, didnt turn up, never turned up, stood me up, stood us up`),
  objects: [],
  refusals: words('flight, package, delivery, order, deal, lead, app, screen, page, tv, error'),
  examples: ["Jo didn't show up", 'Pat was a no-show'],
}
