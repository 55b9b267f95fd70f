import type { Step } from '../request/write.ts'
import { noteAbout } from './activity.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { asking, type Plan, plan, told } from './plan.ts'
import { target } from './which.ts'

/** What is of somebody's own life, and of no business. */
const PRIVATE =
  /\b(?:kids?|child(?:ren)?|son|daughter|wife|husband|spouse|partner['’]s|baby|pregnan\w+|divorc\w+|wedding|birthday|holidays?|vacation|ski(?:ing)? trip|sick|illness|ill|cancer|surgery|hospital|health|religio\w+|church|politic\w+|votes?|union member)\b/iu

/** A note or a call is written down as it was dictated. */
export function decideNote(step: Extract<Step, { do: 'note' }>, facts: Facts, policy: RecordPolicy): Plan {
  if (step.text === '') return asking({ text: 'What shall I note?', slots: ['note'], choices: [] })
  const found = target(step.subject, ['contact', 'account', 'deal'], facts, policy)
  if ('unknown' in found) return told(found.unknown)
  if ('need' in found) return asking(found.need)
  const nudge = 'Part of this is private life: keep it only as long as they would not mind.'
  return plan([noteAbout(found.entry, step.text, facts, step.activity)], ...(PRIVATE.test(step.text) ? [nudge] : []))
}
