import type { Cue } from '#kernel/cue.ts'
import { words } from './words.ts'

/** A reminder of anything. */
export const REMIND: Cue = {
  intent: 'remind',
  slash: 'remind',
  verbs: words(`
      remind, remind me, reminder to, reminder for, set reminder, create reminder, make reminder, add reminder, schedule reminder, put reminder, set ... reminder, create ... reminder, make ... reminder,
      add ... reminder, need ... reminder, want ... reminder, schedule ... reminder, put ... reminder,
      give me a reminder, set up ... reminder, new reminder, dont let me forget, do not let me forget,
      send me a reminder, send me reminder, send me a notification, send me notice, set notifications for, set a notification for, nudge me, ping me, recuerdame, rappelle moi, rappelez moi, erinnere mich, set a notification, alert me,
      notify me`),
  objects: [],
  refusals: words(`
      to chase, to follow up with, to nudge, to check in with,
      reminder list, list of reminders, what is, what was, what did, what are, my reminders, pending reminder, remind me what, remind me where, remind me who, remind me which, remind me when my,
      remind me when the, remind me when is, remind me of the date, remind me of the time`),
  examples: ['remind me to call the bank thu', 'set a reminder for the board call', 'recuérdame llamar a Ana mañana'],
}
