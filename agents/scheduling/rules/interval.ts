/** A span of time: epoch milliseconds, `endMs` exclusive. */
export interface Interval {
  readonly startMs: number
  readonly endMs: number
}

export const overlaps = (a: Interval, b: Interval): boolean => a.startMs < b.endMs && b.startMs < a.endMs

/** The same time as sorted, disjoint intervals; touching ones become one, empty ones vanish. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const sorted = isSorted(intervals) ? intervals : [...intervals].sort((a, b) => a.startMs - b.startMs)
  const merged: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of sorted) {
    if (endMs <= startMs) continue
    const last = merged.at(-1)
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else merged.push({ startMs, endMs })
  }
  return merged
}

/** What is left of `from` without `taken`; both sorted and disjoint. One sweep. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const left: Interval[] = []
  let next = 0
  for (const { startMs, endMs } of from) {
    let cursorMs = startMs
    while (next < taken.length && (taken[next]?.endMs ?? 0) <= startMs) next += 1
    for (let at = next; at < taken.length; at += 1) {
      const block = taken[at]
      if (!block || block.startMs >= endMs) break
      if (block.startMs > cursorMs) left.push({ startMs: cursorMs, endMs: block.startMs })
      cursorMs = Math.max(cursorMs, block.endMs)
    }
    if (cursorMs < endMs) left.push({ startMs: cursorMs, endMs })
  }
  return left
}

/** What `a` and `b` share; both sorted and disjoint. One sweep. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const shared: Interval[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i]
    const right = b[j]
    if (!left || !right) break
    const startMs = Math.max(left.startMs, right.startMs)
    const endMs = Math.min(left.endMs, right.endMs)
    if (startMs < endMs) shared.push({ startMs, endMs })
    if (left.endMs < right.endMs) i += 1
    else j += 1
  }
  return shared
}

/** Position of the last interval that starts at or before `atMs` in a sorted list, or -1. */
export function lastStartingBy(sorted: readonly Interval[], atMs: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.startMs ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whether any of the sorted, disjoint intervals overlaps the span. */
export function meetsAny(sorted: readonly Interval[], span: Interval): boolean {
  const last = sorted[lastStartingBy(sorted, span.endMs - 1)]
  return last !== undefined && last.endMs > span.startMs
}

function isSorted(intervals: readonly Interval[]): boolean {
  for (let at = 1; at < intervals.length; at += 1) {
    if ((intervals[at]?.startMs ?? 0) < (intervals[at - 1]?.startMs ?? 0)) return false
  }
  return true
}
