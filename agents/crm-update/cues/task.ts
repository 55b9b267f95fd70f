import type { Cue } from '#kernel/cue.ts'
import { words } from './words.ts'

/** Something is to be done about a customer. */
export const TASK: Cue = {
  intent: 'task',
  slash: 'task',
  audience: ['member'],
  verbs: words(`
    remind me to chase, remind me to follow up with, remind me to nudge, remind me to check in with, remind ... to chase, remind ... to follow up with, remind ... to nudge,
    add a task to, add task to, create a task to, create task, add a follow up for, task for`),
  objects: [],
  refusals: words('backlog, board, sprint, in progress, in review, front end, back end, design team'),
  examples: ['remind me to chase globex thu', 'remind sam to follow up with acme on friday'],
}
