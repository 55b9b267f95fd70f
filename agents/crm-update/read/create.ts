import { findUrls, readPerson } from '#language/person.ts'
import { sheetOf } from '#language/sheet.ts'
import type { Change, Step } from '../request/write.ts'
import { readChanges } from './changes.ts'
import type { Reading } from './reading.ts'
import { spotsIn } from './spot.ts'

type Create = Extract<Step, { do: 'create' }>

const OPENING =
  /\b(?:make|create|add|open|new|set up|start|log|register|put)\b(?:\s+(?:me|us|in))?\s*(?:(?:a|an|the|another)\s+)?(?:new\s+)?(deal|opportunity|account|company|organi[sz]ation|contact|person|customer|client|lead)\b\s*(?:called|named|for|with|:|-)?\s*/iu
/** "add Ann Lee as a new customer". */
const AS_NEW =
  /\b(?:add|create|put)\s+(.+?)\s+(?:as|to (?:the|our))\s+(?:(?:a|an|our)\s+)?(?:new\s+)?(deal|account|company|contact|customer|client|lead|crm)\b/iu
/** "put 8k in the pipeline for kite"; without a name it is for whoever was just spoken of. */
const PIPELINE = /\b(?:put|add)\s+(.+?)\s+(?:in|into|on|to)\s+(?:the\s+|our\s+)?pipeline\b(?:\s+for\s+(.+))?/iu
const NAME_ENDS =
  /\s*(?:[,;:\n(]|\s[–—-]\s|\b(?:at|for|worth|with|from|who|and|in the|to the|as|via|assigned|owned|interested|email|phone|status)\b|\d|€|\$|£|@|$)/iu

/** "make a deal for kite, 8k/mo x 12": a new record with what is said of it. */
export function readCreate(text: string, reading: Reading): Create | null {
  const asNew = AS_NEW.exec(text)
  const first = OPENING.exec(text)
  const opening = first && !(asNew && asNew.index < first.index) ? first : null
  const pipeline = PIPELINE.exec(text)
  if (!opening && !asNew && pipeline) return inPipeline(pipeline[1] ?? '', pipeline[2] ?? '', reading)
  const kind = (opening?.[1] ?? asNew?.[2] ?? '').toLowerCase()
  if (kind === '') return null
  const record = kindOf(kind)
  const rest = opening ? text.slice(opening.index + opening[0].length) : (asNew?.[1] ?? '')
  const whole = opening ? rest : text
  const name = nameFrom(rest, record, reading)
  const sheet = sheetOf(whole)
  const at = name === '' ? -1 : whole.toLowerCase().indexOf(name.toLowerCase())
  if (at >= 0) sheet.take(at, at + name.length)
  const company = record === 'contact' ? companyIn(whole, at + name.length, sheet) : null
  // Of a new deal a stage or a date may stand alone: "18k, proposal, 30 Jan".
  const { changes } = readChanges(sheet, reading, record === 'deal')
  const [site] = record === 'account' ? findUrls(whole) : []
  const extra: Change[] = [
    ...(company ? [company] : []),
    ...(site
      ? [{ field: 'domain', value: { type: 'text' as const, text: hostOf(site.text) }, from: site.text, doubt: null }]
      : []),
    // "as a new lead" says where they stand, too.
    ...(record === 'contact' && /lead/u.test(kind)
      ? [{ field: 'status', value: { type: 'text' as const, text: 'lead' }, from: kind, doubt: null }]
      : []),
  ]
  return { do: 'create', record, name, changes: [...extra, ...changes] }
}

function inPipeline(said: string, rest: string, reading: Reading): Create {
  const { changes } = readChanges(sheetOf(said), reading)
  return { do: 'create', record: 'deal', name: nameFrom(rest, 'deal', reading), changes }
}

/** `https://www.hooli.example/about`: hooli.example. */
const hostOf = (url: string): string => url.replace(/^[a-z]+:\/\//iu, '').replace(/[/?#].*$/u, '')

function kindOf(word: string): Create['record'] {
  if (/deal|opportunity/u.test(word)) return 'deal'
  return /account|company|organi/u.test(word) ? 'account' : 'contact'
}

/** A person's name where one is found, a name on file, else the words up to what is said of it. */
function nameFrom(rest: string, record: Create['record'], reading: Reading): string {
  const [spot] = spotsIn(rest, reading.book)
  if (spot && spot.start <= 1) return spot.words
  const [person] =
    record === 'contact' ? readPerson(rest, { as: 'message' }).filter(({ kind }) => kind === 'person') : []
  if (person && person.span[0] <= 1) return person.text
  const stop = NAME_ENDS.exec(rest)?.index ?? rest.length
  return rest
    .slice(0, stop)
    .replace(/["“”']/gu, '')
    .replace(/[\s.!?]+$/u, '')
    .trim()
}

/** "Ann Lee at Initech": where somebody works. */
function companyIn(text: string, from: number, sheet: { take(start: number, end: number): void }): Change | null {
  const found =
    /^\s*(?:,\s*)?(?:at|from|of|\()\s*([\p{L}\d][\p{L}\d &.-]{0,40}?)(?=\s*(?:[,;:\n)]|\s[–—-]\s|\bwith\b|\band\b|\bas\b|\?|$))/iu.exec(
      text.slice(from),
    )
  if (!found?.[1]) return null
  sheet.take(from, from + found[0].length)
  return { field: 'company', value: { type: 'text', text: found[1].trim() }, from: found[0].trim(), doubt: null }
}
