import type { Bulk } from '../../request/query.ts'
import { memberIn, type QueryReading } from './reading.ts'
import { nounIn, readSet } from './set.ts'

type Change = Bulk['change']

const IN_CRM = String.raw`(?:\s+(?:in|from|on)\s+(?:the\s+|our\s+)?(?:crm|system|pipeline|file|records?))?`
/** A second sentence that only asks for what the first one says: "Can you reassign them in the crm?" */
const ASKS_FOR_IT = new RegExp(
  String.raw`[.!?;,]\s*(?:so\s+)?(?:please\s+)?(?:can|could|would|will)?\s*(?:you|u)?\s*(?:please\s+|pls\s+)?(re-?assign|delete|remove|archive|make|do|update|move|change|transfer|mark|close)\s+(?:them|it|that(?:\s+(?:change|update))?|this(?:\s+(?:change|update))?|those|the\s+changes?)(?:\s+all)?(?:\s+accordingly|\s+over|\s+for me)?${IN_CRM}(?:\s+please|\s+pls|\s+for me)?\s*[.?!]*\s*$`,
  'iu',
)
const LEAD_IN =
  /^\s*(?:hey|hi|ok|so|and|also|then)?[\s,:]*(?:(?:can|could|would|will) (?:you|u)|please|pls|i(?:['’]d| would) like (?:you )?to|i (?:need|want) (?:you )?to|we (?:need|want|have) to|let['’]?s|we(?:['’]re| are)(?: going to)?|i(?:['’]m| am)(?: going to)?)?[\s,]*(?:please|pls)?\s*/iu
/** What makes a change one for many. */
const MANY = /\b(?:all|every|each|any|everything|everyone)\b/iu

const WHOM = String.raw`((?:\p{L}[\p{L}’'-]*)(?:\s+\p{Lu}[\p{L}’'-]*)?|me|myself)`
const CHANGES: readonly {
  form: RegExp
  change(match: RegExpExecArray, reading: QueryReading): { set: string; change: Change } | null
}[] = [
  {
    // "Akira is taking over all of Lena's leads ..."
    form: new RegExp(
      String.raw`^${WHOM}(?:['’]s|\s+(?:is|will be))?\s+(?:taking over|taking on|getting|inheriting|will take over|takes over|takes|gets|inherits)\s+(.+)$`,
      'iu',
    ),
    change: ([, who = '', set = ''], reading) => toMember(who, set, reading),
  },
  {
    form: new RegExp(String.raw`^(?:make|set)\s+${WHOM}\s+(?:the\s+)?owner\s+(?:of|for|on)\s+(.+)$`, 'iu'),
    change: ([, who = '', set = ''], reading) => toMember(who, set, reading),
  },
  {
    form: new RegExp(
      String.raw`^(?:give|assign|hand(?:\s+over)?|pass)\s+${WHOM}\s+(all\b.+|every\b.+|each\b.+)$`,
      'iu',
    ),
    change: ([, who = '', set = ''], reading) => toMember(who, set, reading),
  },
  {
    form: new RegExp(
      String.raw`^(?:re-?assign(?:ing)?|assign(?:ing)?|transfer(?:ring)?|hand(?:ing)?(?:\s+over)?|pass(?:ing)?(?:\s+on)?|giv(?:e|ing)|mov(?:e|ing))\s+(?:over\s+)?(.+?)\s+(?:over\s+)?to\s+${WHOM}$`,
      'iu',
    ),
    change: ([, set = '', who = ''], reading) => toMember(who, set, reading),
  },
  {
    // "set the close date of all my deals to 1 December"
    form: /^(?:set|change|update|put|move|push)\s+(?:the\s+)?([\p{L}]+(?:[ _-][\p{L}]+){0,2}?)\s+(?:of|for|on)\s+(.+?)\s+(?:to|as|=)\s+(.+)$/iu,
    change: ([, field = '', set = '', words = '']) => toField(field, set, words),
  },
  {
    form: /^(?:set|change|update|put|move|push)\s+(?:the\s+)?([\p{L}]+(?:[ _-][\p{L}]+){0,2}?)\s+(?:to|as|=)\s+(.+?)\s+(?:for|on|of)\s+((?:all|every|each)\b.+)$/iu,
    change: ([, field = '', words = '', set = '']) => toField(field, set, words),
  },
  {
    form: /^(?:mark(?:ing)?|mov(?:e|ing)|set(?:ting)?|put(?:ting)?|chang(?:e|ing)|switch(?:ing)?|updat(?:e|ing)|clos(?:e|ing)|push(?:ing)?|bring(?:ing)?)\s+(.+)\s+(?:to|as|into)\s+(?:the\s+)?([^,;]+?)(?:\s+(?:stage|status))?$/iu,
    change: ([, set = '', words = '']) => toStage(set, words),
  },
  {
    form: /^(?:mov(?:e|ing)|put(?:ting)?)\s+(.+)\s+in\s+(?:the\s+)?([^,;]+?)(?:\s+(?:stage|status))?$/iu,
    change: ([, set = '', words = '']) => toStage(set, words),
  },
  {
    form: /^(?:delet(?:e|ing)|remov(?:e|ing)|archiv(?:e|ing)|purg(?:e|ing)|get(?:ting)? rid of|throw(?:ing)? out|kick(?:ing)? out|clear(?:ing)? out|(?:we |i )?no longer need(?: to keep)?|(?:we |i )?(?:don['’]?t|do not) need(?: to keep)?)\s+(.+?)(?:\s+any ?more)?$/iu,
    change: ([, set = '']) => ({ set, change: { to: 'archive' } }),
  },
]

const toMember = (who: string, set: string, reading: QueryReading): { set: string; change: Change } | null => {
  const member = memberIn(who, reading) ?? memberIn(who.replace(/\s+(?:is|will|takes|gets)$/u, ''), reading)
  return member === null ? null : { set, change: { to: 'owner', who: member } }
}

const EXCEPT = /\s+(?:except(?: for)?|but not|other than|apart from|excluding|besides)\b.*$/iu
/** "mark all deals as won except acme": what is left out belongs to the condition. */
function toStage(set: string, words: string): { set: string; change: Change } {
  const without = EXCEPT.exec(words)?.[0] ?? ''
  return { set: set + without, change: { to: 'stage', words: words.slice(0, words.length - without.length).trim() } }
}

const STAGE_WORDS = /^(?:stage|status|phase|deal stage)$/iu
const OWNER_WORDS = /^(?:owner|assignee|rep|account manager)$/iu
function toField(field: string, set: string, words: string): { set: string; change: Change } | null {
  const name = field.trim().toLowerCase()
  if (/^(?:all|every|each|any|my|our)\b/u.test(name)) return null
  if (STAGE_WORDS.test(name)) return { set, change: { to: 'stage', words: words.trim() } }
  return { set, change: { to: 'field', field: OWNER_WORDS.test(name) ? 'owner' : name, words: words.trim() } }
}

/** Rules tier: one change for every record that meets a condition; null where the text asks for no such thing. */
export function readBulk(text: string, reading: QueryReading): Bulk | null {
  const said = text
    .replace(/\s+/g, ' ')
    .replace(/^\s*\/\w+\s*/u, '')
    .trim()
  const plain = said
    .replace(ASKS_FOR_IT, '')
    .replace(LEAD_IN, '')
    .replace(new RegExp(String.raw`${IN_CRM}(?:\s*,?\s*(?:please|pls|thanks?))?\s*[.?!]*\s*$`, 'iu'), '')
  for (const { form, change } of CHANGES) {
    const match = form.exec(plain)
    const found = match && change(match, reading)
    if (!found || !isMany(found.set)) continue
    const set = readSet(found.set.replace(new RegExp(`${IN_CRM}\\s*$`, 'iu'), ''), reading, 'deal')
    const [owner] =
      found.change.to === 'field' && found.change.field === 'owner' ? [memberIn(found.change.words, reading)] : []
    const wanted: Change = owner ? { to: 'owner', who: owner } : found.change
    return { kind: 'bulk', set, change: wanted, sure: false, dropped: false }
  }
  return null
}

/** A set is named by "all", or by a plural with a condition: "stale deals". A single record is somebody else's to read. */
const isMany = (set: string): boolean => {
  const noun = nounIn(set)
  if (!noun) return false
  return MANY.test(set) || /s$|people$|pipeline$/iu.test(set.slice(noun.at, noun.end))
}
