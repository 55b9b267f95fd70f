import type { Outcome } from '#kernel/actions/meeting-outcome.ts'
import type { Request } from '../request.ts'

const NO_SHOW =
  /\bno[- ]?shows?\b|\b(?:did(?: not|n['’]?t)|never) (?:show|turn|come|appear|join)(?:ed)?\b|\bstood (?:me|us) up\b|\bnever (?:showed|turned|came|appeared|joined)\b/iu
const LATE = /\blate\b/iu
const HELD = /\bheld\b|\bcame\b|\bshowed up\b|\btook place\b/iu

/** How a meeting went, as far as the words tell. */
export function readOutcome(text: string): Outcome | null {
  if (NO_SHOW.test(text)) return 'no_show'
  if (LATE.test(text)) return 'late'
  return HELD.test(text) ? 'held' : null
}

const WHO =
  /^\W*(?:and |so |fyi |well )?(?:my |our |the )?(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)?) (?:was|is|did|didn['’]?t|never|has|had|stood)\b/iu
const NOBODY_NAMED = /^(?:they|he|she|it|we|i|you|nobody|no one|client|guest|that|this|who|someone|somebody)$/iu

/** Whom the words name as the one who came or did not. */
export function readGuest(text: string): Request['people'] {
  const words = WHO.exec(text)?.[1]
  if (!words || NOBODY_NAMED.test(words)) return []
  return [{ words, span: null, address: null, role: 'table' }]
}
