/** Stands for what has been read already: no word character, and no phrase reaches over it. */
const TAKEN = '\u0001'

/** A text from which one reader after another takes what it understands, so that nothing is read twice. */
export interface Sheet {
  readonly text: string
  /** The text with everything taken blanked out by spaces: offsets stay. */
  blank(): string
  /** The text with everything taken blanked out by a sign no phrase reaches over. */
  barred(): string
  take(start: number, end: number): void
  isTaken(at: number): boolean
}

export function sheetOf(text: string): Sheet {
  const taken = new Uint8Array(text.length)
  const masked = (sign: string) => {
    let out = ''
    for (let at = 0; at < text.length; at += 1) out += taken[at] ? sign : text[at]
    return out
  }
  return {
    text,
    blank: () => masked(' '),
    barred: () => masked(TAKEN),
    take: (start, end) => taken.fill(1, start, end),
    isTaken: (at) => taken[at] === 1,
  }
}

/** Where phrases end at the latest. */
export const BAR = '\\u0001'
