import { placeIn } from '#language/answers.ts'
import type { Sheet } from '#language/sheet.ts'
import type { WhenFinding } from '#language/when.ts'
import { dayIn } from '../rules/days.ts'
import type { Interval } from '../rules/interval.ts'

/** "Your time or mine?": whose clock is meant is a question of their own. */
const WHOSE_TIME =
  /,?\s*\b(?:(?:in\s+)?(?:your|my|our|ur)\s+(?:time|timezone|time zone)\s+or\s+(?:mine|yours|ours|my time|your time|our time)|(?:su|tu|mi) hora o (?:la )?(?:m[ií]a|suya|tuya)|votre heure ou (?:la )?(?:mienne|n[oô]tre)|ihre oder meine zeit|deine oder meine zeit)\b/iu

/** Takes the question whose clock is meant off the sheet, so that it is no part of a time. */
export function takeWhoseTime(sheet: Sheet): boolean {
  const match = WHOSE_TIME.exec(sheet.blank())
  if (match) sheet.take(match.index, match.index + match[0].length)
  return match !== null
}

const AS_LAST_TIME =
  /\b(?:at\s+)?(?:the\s+)?same\s+(?:day and time|time|slot|hour)\s+(?:as\s+)?(?:last time|before|the last (?:one|time|meeting)|last (?:meeting|call))\b|\ba la misma hora que (?:la [uú]ltima vez|la vez pasada)\b|\b[aà] la m[eê]me heure que la derni[eè]re fois\b|\b(?:zur )?(?:selben|gleichen) zeit wie (?:letztes mal|beim letzten mal)\b/iu

/** "Same time as last time" */
export function takeAsLastTime(sheet: Sheet): boolean {
  const match = AS_LAST_TIME.exec(sheet.blank())
  if (match) sheet.take(match.index, match.index + match[0].length)
  return match !== null
}

const PERSON =
  /\b(?:not (?:a|an|the) (?:ro)?bot|no (?:ro)?bots?|(?:a|an) (?:real|actual) (?:person|human)|(?:to|with|a) human(?: being)?|some(?:one|body) (?:senior|real|human)|speak to a person|talk to a person|persona (?:real|de verdad)|no (?:con )?un (?:ro)?bot|vraie personne|pas (?:a|à|avec )?un (?:ro)?bot|un [eê]tre humain|echte[rnm]? (?:mensch|person)|(?:keine?m?n?|nicht mit einem) (?:ro)?bot)\b/iu

/** Whether somebody wants a person, and no machine. */
export const wantsPerson = (text: string): boolean => PERSON.test(text)

/** A hot lead cannot wait. */
export const isHotLead = (text: string): boolean => /\bhot (?:lead|prospect)\b/iu.test(text)

/** The hour of a message that is nothing but a number ("3 works"), 1 to 12; else null. */
export function bareHour(text: string): number | null {
  const said = placeIn(text)
  if (!said || said.ordinal || said.place === 'last') return null
  return said.place >= 1 && said.place <= 12 ? said.place : null
}

/** "Sam's out Thursday afternoon": no wish of whoever says it. The calendars tell, and better than "I think". */
const ABSENT =
  /(?:\b(?:is|are|will be)|['’](?:s|re)|\b(?!days|hours|lets)\p{L}{2,}s)\s+(?:out|away|off|busy|unavailable|not (?:in|around|here|free))\s*(?:on\s+)?$/iu
/** "But not Friday morning"; "why not Friday" wishes for it. */
const EXCLUDED = /(?<!\b(?:why|or|if|whether) )\b(?:not|except|excluding|apart from|but no)\s+(?:on\s+|for\s+)?$/iu

/** Times that are wished for, those at which somebody is said to be away left out, and those that are ruled out. */
export function sortOut(
  findings: readonly WhenFinding[],
  text: string,
): { wished: WhenFinding[]; excluded: Interval[] } {
  const wished: WhenFinding[] = []
  const excluded: Interval[] = []
  for (const finding of findings) {
    const before = text.slice(0, finding.span[0])
    if (ABSENT.test(before)) continue
    if (!EXCLUDED.test(before) || finding.kind === 'open' || !finding.dated) wished.push(finding)
    else if (finding.startMs !== null && finding.endMs !== null)
      excluded.push({ startMs: finding.startMs, endMs: finding.endMs })
  }
  return { wished, excluded }
}

const HALF = /^\s+(am|pm)\b(?!\s*\d)/iu

/** "thurs pm": a half of the day, where only the day was read. */
export function withHalf(finding: WhenFinding, text: string): WhenFinding {
  const half = HALF.exec(text.slice(finding.span[1]))
  if (!half || !finding.dated || finding.clocked || finding.partOfDay || finding.startMs === null) return finding
  const day = dayIn(finding.zone, finding.startMs)
  const noonMs = day.startMs + (day.endMs - day.startMs) / 2
  const pm = half[1]?.toLowerCase() === 'pm'
  const span: [number, number] = [finding.span[0], finding.span[1] + half[0].length]
  const edges = pm ? { startMs: noonMs, endMs: day.endMs } : { startMs: day.startMs, endMs: noonMs }
  return {
    ...finding,
    ...edges,
    span,
    text: text.slice(...span),
    kind: 'range',
    partOfDay: pm ? 'afternoon' : 'morning',
  }
}
