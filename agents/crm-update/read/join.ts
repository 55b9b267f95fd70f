import type { Step } from '../request/write.ts'
import type { Reading } from './reading.ts'
import { spotsIn } from './spot.ts'

type Join = Extract<Step, { do: 'join' }>

const NAME = "([\\p{L}][\\p{L}\\d&.'’ -]{0,40}?)"
const STOP = '(?=\\s*(?:[,;.!?\\n]|$|\\band\\b|\\bnow\\b|\\bfor\\b|\\bbtw\\b))'
const LEFT = new RegExp(
  `^\\W*(?:(?:ok|btw|fyi|so|heard)\\s+)*${NAME}\\s+(?:has |have |just |['’]s )*(?:left|quit|resigned from|departed)\\s+${NAME}${STOP}`,
  'iu',
)
const NOW = new RegExp(
  `\\b(?:(?:is )?now (?:works? )?(?:at|with|for)|(?:has )?joined|moved (?:over )?to|went to|works (?:at|for)|(?:is )?at|started at)\\s+${NAME}${STOP}`,
  'iu',
)
const WHO = new RegExp(
  `^\\W*(?:(?:ok|btw|fyi|so)\\s+)*${NAME}\\s+(?:has |just |['’]s )*(?:is now (?:at|with)|now works (?:at|for)|joined|moved (?:over )?to|works (?:at|for) )`,
  'iu',
)

/** "jo left acme, now at initech": a person on file whose company changed; null where no person is named so. */
export function readJoin(text: string, reading: Reading): Join | null {
  const left = LEFT.exec(text)
  const who = (left?.[1] ?? WHO.exec(text)?.[1])?.trim()
  if (!who) return null
  const [spot] = spotsIn(who, reading.book)
  if (spot ? !spot.person : !left) return null
  const after = left ? text.slice(left[0].length) : text
  const company = NOW.exec(after)?.[1]?.trim() ?? null
  // "Jo moved to lead status" is no company; without a word of leaving, one must be on file.
  const isFirm = company !== null && spotsIn(company, reading.book).some(({ person }) => !person)
  if (!left && !isFirm) return null
  return {
    do: 'join',
    subject: { words: spot?.words ?? who, as: 'contact', company: null, record: null, other: false },
    left: left?.[2]?.trim() ?? null,
    company,
  }
}
