/** Stands where something was taken: no word and no space, so that nothing is read across it. */
export const TAKEN = '¦'

/** A text of which parts are taken as they are understood; offsets stay. */
export class Sheet {
  text: string

  constructor(text: string) {
    this.text = text.replaceAll(TAKEN, ' ')
  }

  /** The first match, taken. */
  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.text)
    if (match) this.blank(match.index, match.index + match[0].length)
    return match
  }

  /** Every match, taken one after the other. */
  takeAll(pattern: RegExp): RegExpExecArray[] {
    const found: RegExpExecArray[] = []
    for (let match = this.take(pattern); match && found.length < MOST; match = this.take(pattern)) found.push(match)
    return found
  }

  blank(from: number, to: number): void {
    this.text = this.text.slice(0, from) + TAKEN.repeat(to - from) + this.text.slice(to)
  }
}

/** A condition has no more parts of one kind than this. */
const MOST = 20
