/**
 * Words of appointments and deals that are long enough to be known by all but one of their letters, and that no other common word
 * is one letter away from.
 */
const LONG = (
  'calendar schedule reschedule appointment reminder tomorrow availability available conference interview birthday postpone ' +
  'monday tuesday wednesday thursday friday saturday ' +
  'proposal negotiation qualified pipeline opportunity'
).split(' ')
const SHORTEST = 5
const LONGEST = 13

/** Every word without one of its letters, and the word it came from. */
const HALVES = new Map(LONG.flatMap((word) => withoutOne(word).map((half) => [half, word] as const)))
const WHOLE = new Set(LONG)

/** The word that was meant, where a long word has one letter wrong, missing, doubled or two swapped; else the word itself. */
export function unmistyped(plain: string): string {
  if (plain.length < SHORTEST || plain.length > LONGEST || WHOLE.has(plain)) return plain
  const missing = HALVES.get(plain)
  if (missing) return missing
  for (const half of withoutOne(plain)) {
    const meant = WHOLE.has(half) ? half : HALVES.get(half)
    if (meant && isSlip(plain, meant)) return meant
  }
  return plain
}

/** Own forms of the word (`schedules`, `reminded`) are no slips. */
function isSlip(plain: string, meant: string): boolean {
  if (plain.startsWith(meant) || Math.abs(plain.length - meant.length) > 1) return false
  return plain.length !== meant.length || !plain.startsWith(meant.slice(0, -1))
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}
