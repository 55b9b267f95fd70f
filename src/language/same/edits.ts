/** Longest strings that are compared letter by letter. */
const MOST_LETTERS = 64

/**
 * Typing errors between two words: letters put in, left out, replaced, or two neighbours swapped (optimal string alignment).
 * Counting ends above `most`.
 */
export function edits(a: string, b: string, most: number): number {
  if (a === b) return 0
  const [s, t] = [a.slice(0, MOST_LETTERS), b.slice(0, MOST_LETTERS)]
  if (Math.abs(s.length - t.length) > most) return most + 1
  let [before, last, row] = ROWS
  for (let j = 0; j <= t.length; j++) last[j] = j
  for (let i = 1; i <= s.length; i++) {
    const letter = s.charCodeAt(i - 1)
    let least = i
    row[0] = i
    for (let j = 1; j <= t.length; j++) {
      const other = t.charCodeAt(j - 1)
      const replaced = at(last, j - 1) + (letter === other ? 0 : 1)
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced)
      const swapped = i > 1 && j > 1 && letter === t.charCodeAt(j - 2) && s.charCodeAt(i - 2) === other
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return at(last, t.length)
}

/** Three rows of the table, used again by every call: none outlives it. */
const ROWS = [
  new Uint8Array(MOST_LETTERS + 1),
  new Uint8Array(MOST_LETTERS + 1),
  new Uint8Array(MOST_LETTERS + 1),
] as const
const at = (row: Uint8Array, index: number): number => row[index] ?? 0

/** Jaro-Winkler likeness of two words, 0 to 1: letters in common in about the same places, and a common beginning. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const [s, t] = [a.slice(0, MOST_LETTERS), b.slice(0, MOST_LETTERS)]
  const reach = Math.max(0, Math.floor(Math.max(s.length, t.length) / 2) - 1)
  TAKEN.fill(0, 0, t.length)
  let common = 0
  for (let i = 0; i < s.length; i++) {
    const letter = s.charCodeAt(i)
    const end = Math.min(t.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (TAKEN[j] || letter !== t.charCodeAt(j)) continue
      TAKEN[j] = 1
      FOUND[common++] = letter
      break
    }
  }
  if (common === 0) return 0
  let crossed = 0
  for (let j = 0, k = 0; j < t.length; j++) if (TAKEN[j] && FOUND[k++] !== t.charCodeAt(j)) crossed++
  const jaro = (common / s.length + common / t.length + (common - crossed / 2) / common) / 3
  let prefix = 0
  while (prefix < 4 && prefix < s.length && s[prefix] === t[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

const TAKEN = new Uint8Array(MOST_LETTERS)
const FOUND = new Uint16Array(MOST_LETTERS)
