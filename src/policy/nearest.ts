/**
 * The candidate that somebody who typed `word` most likely meant, or null where none is near: at most a third of the letters
 * differ (insert, drop, replace, swap neighbours), or one contains the other.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word)
  let best: { name: string; distance: number } | null = null
  for (const name of candidates) {
    const folded = fold(name)
    const holds = wanted.length >= 4 && folded.length >= 4 && (folded.includes(wanted) || wanted.includes(folded))
    const distance = holds ? Math.min(1, distanceOf(wanted, folded)) : distanceOf(wanted, folded)
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3))
    if (distance <= allowed && (best === null || distance < best.distance)) best = { name, distance }
  }
  return best?.name ?? null
}

const fold = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Edits between two words, a swap of neighbours counting once (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let older: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (older[column - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
        swapped,
      )
    }
    older = previous
    previous = current
  }
  return previous[b.length] ?? 0
}
