import { type Sheet, sheetOf } from '#language/sheet.ts'
import type { Change, Step, Subject } from '../request/write.ts'
import { readChanges } from './changes.ts'
import { correctionIn } from './correct.ts'
import { clauseAround } from './doubt.ts'
import { nameIn } from './leftover.ts'
import type { Reading } from './reading.ts'
import { type Spot, spotsIn } from './spot.ts'

type SetStep = Extract<Step, { do: 'set' }>

/** "at", "from": between a person and their company. */
const AT = /^\s*(?:at|from|of|@|\()\s*$/iu
const NAMED_KIND = /^(?:['’]s)?\s+(deal|opportunity|account|company|contact|lead)\b/iu

/** Who passes something on is not whom it is about. */
const SAYS = /^\s+(?:said|says|wrote|writes|claims|claimed|thinks|reckons|mentioned|told (?:me|us))\b/iu

/** What shall be changed in which records, in the order it is said. */
export function readSet(text: string, reading: Reading): SetStep[] {
  const corrected = correctionIn(text)
  if (!corrected) return readSegments(text, reading)
  const first = readSegments(corrected.before, reading)
  const anew = readSegments(corrected.after, reading, true)
  const [said] = anew
  const [meant] = first.slice(-1)
  if (!said) return first
  const named = said.subject.words !== ''
  const words = named ? said.subject.words : (corrected.not ?? meant?.subject.words ?? '')
  const subject: Subject = {
    ...(named || !meant ? said.subject : meant.subject),
    words,
    other: !named && corrected.other,
  }
  const kept = (meant?.changes ?? []).filter(({ field }) => !said.changes.some((change) => change.field === field))
  return [
    ...first.slice(0, -1),
    { ...said, subject, changes: [...kept, ...said.changes], note: said.note ?? meant?.note ?? null },
    ...anew.slice(1),
  ]
}

/** A message with several names is several pieces: each name has what is said around it. */
function readSegments(text: string, reading: Reading, bare = false): SetStep[] {
  const spots = spotsIn(text, reading.book).filter(
    (spot) => !isOwner(text, spot, reading) && !SAYS.test(text.slice(spot.end)),
  )
  const heads = headSpots(text, spots)
  const cuts = heads.slice(1).map((spot) => clauseAround(text, spot.start, spot.end).from)
  const ends = [...cuts, text.length]
  const steps = ends.flatMap((end, at): SetStep[] => {
    const start = at === 0 ? 0 : (cuts[at - 1] ?? 0)
    const piece = text.slice(start, end)
    const within = spotsWithin(spots, start, end)
    const step = readSegment(piece, within, reading, bare)
    const others = within.filter(
      (_spot, nth) =>
        nth > 0 && within.slice(1, nth + 1).every((_, index) => isListed(piece, within[index], within[index + 1])),
    )
    return [step, ...others.map(({ words }) => ({ ...step, subject: { ...step.subject, words } }))]
  })
  return steps.filter(({ changes, note }, at) => changes.length > 0 || note !== null || (bare && at === 0))
}

/** The spots that open a piece of their own: the first of each clause that names another one than before. */
function headSpots(text: string, spots: readonly Spot[]): Spot[] {
  return spots.filter((spot, at) => {
    const before = spots[at - 1]
    if (!before) return true
    if (isListed(text, before, spot)) return false
    const sameName = before.words.toLowerCase() === spot.words.toLowerCase()
    return !sameName && clauseAround(text, spot.start, spot.end).from >= before.end
  })
}

/** "acme and globex", "acme, globex": one is said of both. */
const isListed = (text: string, before: Spot | undefined, spot: Spot | undefined): boolean =>
  before !== undefined &&
  spot !== undefined &&
  /^\s*(?:,|,?\s*(?:and|&|\+))\s*$/iu.test(text.slice(before.end, spot.start))

const spotsWithin = (spots: readonly Spot[], start: number, end: number): Spot[] =>
  spots
    .filter((spot) => spot.start >= start && spot.end <= end)
    .map((spot) => ({ ...spot, start: spot.start - start, end: spot.end - start }))

function readSegment(text: string, spots: readonly Spot[], reading: Reading, bare: boolean): SetStep {
  const sheet = sheetOf(text)
  for (const spot of spots) sheet.take(spot.start, spot.end)
  const { changes, note } = readChanges(sheet, reading, bare)
  return { do: 'set', subject: subjectOf(text, spots, sheet), changes: onePerField(changes), note }
}

/** Whom or what a piece is about: a name on file, else what looks like one. */
export function subjectOf(text: string, spots: readonly Spot[], sheet: Sheet): Subject {
  const [spot, next] = spots
  if (!spot) return { words: nameIn(sheet.blank()), as: kindNamed(text), company: null, record: null, other: false }
  const behind = NAMED_KIND.exec(text.slice(spot.end))?.[1]?.toLowerCase()
  const company = next && AT.test(text.slice(spot.end, next.start)) ? next.words : null
  return { words: spot.words, as: kindOf(behind), company, record: null, other: false }
}

const kindNamed = (text: string): Subject['as'] =>
  kindOf(/\b(?:the|this|that)\s+(?:\S+\s+)?(deal|opportunity|account|contact)\b/iu.exec(text)?.[1]?.toLowerCase())

function kindOf(word: string | undefined): Subject['as'] {
  if (word === 'deal' || word === 'opportunity') return 'deal'
  if (word === 'account' || word === 'company') return 'account'
  return word === 'contact' ? 'contact' : null
}

/** "to Sam" names who shall own it, whoever else is called so. */
function isOwner(text: string, spot: Spot, { members }: Reading): boolean {
  const said = spot.words.toLowerCase()
  const member = members.some(
    ({ id, name }) => id === said || name.toLowerCase().split(' ').includes(said) || name.toLowerCase() === said,
  )
  return member && /(?:\bto|\bfor|→|[-=]>|owner(?: is)?|:)\s*$/iu.test(text.slice(0, spot.start))
}

/** What is said last of a field holds. */
const onePerField = (changes: readonly Change[]): Change[] =>
  changes.filter(({ field }, at) => !changes.slice(at + 1).some((later) => later.field === field))
