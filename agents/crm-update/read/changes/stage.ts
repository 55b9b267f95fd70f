import type { Sheet } from '#language/sheet.ts'
import type { Reading } from '../reading.ts'
import { readOutcome, spoken } from '../stage.ts'
import { type Add, ARROW, asText, endOf } from './phrase.ts'

const MOVING =
  'move[ds]?|moving|set|mark(?:ed)?|updated?|changed?|put|push(?:ed)?|advanced?|bump(?:ed)?|progress(?:ed)?|shift(?:ed)?|transition(?:ed)?|promoted?|goes|went|gone|back|now|is|are|go|switch(?:ed)?|bring|take|flip'
const MOVES = new RegExp(`\\b(?:${MOVING})\\b`, 'iu')

/** "→ proposal", "move it to proposal", "mark acme won", "they signed". */
export function readStage(sheet: Sheet, { stages }: Reading, add: Add, bare: boolean): void {
  const blank = sheet.blank()
  const arrow = new RegExp(`${ARROW}\\s*(?:the )?([\\p{L}][\\p{L} _-]{1,30})`, 'iu').exec(blank)
  if (arrow?.[1]) {
    add('stage', asText(endOf(arrow[1])), arrow.index, arrow.index + arrow[0].length)
    return
  }
  const names = stages.flatMap((stage) => [spoken(stage), stage.toLowerCase()])
  const listed = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replaceAll(' ', '[ _-]'))
    .join('|')
  const placed =
    new RegExp(
      `\\b(?:to|into|in|as|at|is|now|→)\\s+(?:the |a )?(${listed})(?: stage| phase)?(?![\\p{L}'’])`,
      'iu',
    ).exec(blank) ??
    new RegExp(
      `(?:^|[\\s,:])(?<!\\b(?:from|an?|another|new|our|your|their|this|that) )(${listed})(?: stage| phase)?(?![\\p{L}'’])`,
      'iu',
    ).exec(blank)
  const moved = MOVES.test(blank) || bare
  if (placed?.[1] && (moved || /^\s*\S+\s*$/u.test(blank.slice(placed.index)))) {
    const at = placed.index + placed[0].toLowerCase().lastIndexOf(placed[1].toLowerCase())
    add('stage', asText(placed[1]), at, placed.index + placed[0].length)
    return
  }
  const outcome = readOutcome(blank)
  if (outcome) {
    add('stage', outcome.value, outcome.start, outcome.end)
    return
  }
  const to =
    /\b(?:move[ds]?|set|update|change|put|push|advance|bump|switch|progress)\b.*?\b(?:to|into)\s+(?:the |a )?([\p{L}][\p{L} _-]{1,30})/iu.exec(
      blank,
    )
  if (to?.[1]) {
    const words = endOf(to[1])
    const at = to.index + to[0].length - to[1].length
    if (words !== '') add('stage', asText(words), at, at + words.length)
  }
}
