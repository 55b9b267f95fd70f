import { matchAt, phraseOf, type Seen } from './phrases.ts'
import { dictatedOf } from './relays.ts'
import { isRequestWord } from './request-words.ts'
import { isSmallTalk } from './small-talk.ts'

/** A stretch of a message that holds one request: word indexes, `to` exclusive. */
export interface Span {
  from: number
  to: number
  /** Does it lean on the request before it: "then ...", "tell them why", "send it to Jo"? */
  leans: boolean
  /** Where the request itself begins, behind a condition: "have we met? If not, | book a call". Else null. */
  core: number | null
  /** Where its first request begins behind words that are none by themselves: "jo said yes, | book it". Else null. */
  lead: number | null
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Requests that only shape the one before: "book a call and make it 30 minutes". */
const CONTINUES = [
  'make it',
  'make that',
  'make sure',
  'make the',
  'keep it',
  'set it',
  'let it',
  'call it',
  'mark it',
  'title it',
  'name it',
  'assign it',
  'assign them',
  'assign him',
  'assign her',
  'assign to',
].map(phraseOf)
const JOINTS = set('and then also plus but y und et luego dann puis')
/** A verb before one of these is a noun of a list: "lunch and call with Bob". */
const AFTER_NOUNS = set('with at on in for of from between and or by tomorrow today this next')
/** What hangs on the clause before it is one request with it: "have we met this week? If not, book a call". */
const HINGES = ['if not', 'if so', 'if yes', 'if no', 'if i have', 'if we have', 'if that', 'otherwise', 'or else'].map(
  phraseOf,
)
/** More requests than this in one message are not told apart. */
const MOST = 12
const POINTERS = set('them him her it this those these')

/** What the cues know of the words at a place. */
export interface Known {
  /** Do they begin a request of some agent? */
  asks(at: number): boolean
  /** Are they something that an agent is asked for by its name alone? */
  names(at: number): boolean
}

/** Cuts a message where another request begins. */
export function partsOf(seen: Seen, known: Known): Span[] {
  const cuts: number[] = []
  const cores: number[] = []
  let hangs = false
  const dictated = dictatedOf(seen)
  for (let at = 0; at < seen.words.length; at++) {
    if (dictated[at] || !mayCut(seen, at)) continue
    if (hangs) {
      hangs = false
      if (requestAfter(seen, at, known) !== null) cores.push(at)
      continue
    }
    const behind = hingeAfter(seen, at)
    if (behind !== null) {
      const asked = requestAfter(seen, behind, known)
      if (asked === null) hangs = true
      else cores.push(asked)
      at = asked ?? behind - 1
      continue
    }
    const head = requestAfter(seen, at, known)
    if (head === null) continue
    cuts.push(seen.words[at]?.opens ? at : lastJoint(seen, at, head))
    if (cuts.length === MOST) break
    at = head
  }
  const coreIn = (from: number, to: number) => cores.findLast((at) => at >= from && at < to) ?? null
  if (cuts.length === 0)
    return [{ from: 0, to: seen.words.length, leans: false, core: coreIn(0, seen.words.length), lead: null }]
  const [first = 0, ...rest] = cuts
  const starts = [isSmallTalk(seen.words.slice(0, first)) ? first : 0, ...rest]
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? seen.words.length
    return {
      from,
      to,
      leans: i > 0 && leansBack(seen, from, to),
      core: coreIn(from, to),
      lead: i === 0 && from < first ? first : null,
    }
  })
}

/** "book it + zoom + send the agenda": what stands between two joints belongs to the request before. */
function lastJoint(seen: Seen, at: number, head: number): number {
  for (let joint = head - 1; joint > at; joint--)
    if (JOINTS.has(seen.words[joint]?.plain ?? '') && !isJointly(seen, at, joint)) return joint
  return at
}

/** Nothing but joints and courtesies: "and then please". */
const isJointly = (seen: Seen, from: number, to: number): boolean =>
  seen.words.slice(from, to).every((word) => JOINTS.has(word.plain)) || isSmallTalk(seen.words.slice(from, to))

function mayCut(seen: Seen, at: number): boolean {
  const word = seen.words[at]
  return at === 0 || word?.opens === true || JOINTS.has(word?.plain ?? '')
}

/** The index behind "if not", "and if so" where one of them stands at `at`, or null. */
function hingeAfter(seen: Seen, at: number): number | null {
  const from = JOINTS.has(seen.words[at]?.plain ?? '') ? at + 1 : at
  const ends = HINGES.map((phrase) => matchAt(seen, phrase, from))
  const end = Math.max(...ends)
  return end < 0 ? null : end
}

/** The index where a request stands after the joints and courtesies that begin at `at`, or null. */
function requestAfter(seen: Seen, at: number, known: Known): number | null {
  const first = seen.words[at]
  let spoken = false
  for (let head = at; head < Math.min(at + 8, seen.words.length); head++) {
    const word = seen.words[head]
    const joint = JOINTS.has(word?.plain ?? '')
    if (head > at && (word?.opens || (joint && spoken))) return null
    spoken ||= !joint
    if (!word || joint || (head > at && !seen.heads[head])) continue
    if (first?.opens && known.names(head) && saysWhen(seen, head)) return head
    const verb = isRequestWord(word.plain) || (known.asks(head) && word.plain === infinitive(word.plain))
    if (!verb || CONTINUES.some((phrase) => matchAt(seen, phrase, head) >= 0)) continue
    const listed = !first?.opens && head > 0 && AFTER_NOUNS.has(seen.words[head + 1]?.plain ?? 'and')
    return listed ? null : head
  }
  return null
}

/** Does the clause from `at` on name a day or a time? */
function saysWhen(seen: Seen, at: number): boolean {
  for (let i = at + 1; i < seen.words.length && !seen.words[i]?.opens; i++) if (seen.times[i] === 'when') return true
  return false
}

/** The word itself, or an empty string for a form that cannot begin a request (meeting, booked). */
function infinitive(plain: string): string {
  return /(?:ing|ed|s)$/.test(plain) && !/(?:ss|need|is|was)$/.test(plain) ? '' : plain
}

function leansBack(seen: Seen, from: number, to: number): boolean {
  const words = seen.words.slice(from, Math.min(to, from + 8)).map((word) => word.plain)
  if (
    words.slice(0, 3).some((word) => /^(?:then|afterwards|luego|dann|puis)$/.test(word)) ||
    words.join(' ').includes('after that')
  )
    return true
  const verb = words.findIndex((word) => !JOINTS.has(word) && word !== 'please')
  return words.slice(verb + 1, verb + 3).some((word) => POINTERS.has(word)) || words.at(-1) === 'why'
}
