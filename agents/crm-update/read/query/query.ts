import type { Ask, Query, Sort } from '../../request/query.ts'
import type { QueryReading } from './reading.ts'
import { nounIn, readSet } from './set.ts'

const NAME = String.raw`(?:the\s+|our\s+)?(.+?)`
const STOP = String.raw`(?:\s+(?:in|from|on)\s+(?:the\s+|our\s+)?(?:crm|file|system|records?))?\s*(?:please|pls|again|btw)?\s*[?.!]*\s*$`
const PLEASE =
  /^\s*(?:(?:hey|hi|ok|so|and|um|quick (?:one|question))\b)?[\s,:]*(?:(?:can|could|would) (?:you|u)|please|pls|do you know|i(?:['’]d| would) like to know|tell me(?!\s+(?:about|everything|more))|let me know|remind me)?[\s,]*(?:please|pls)?\s*/iu

const form = (source: string) => new RegExp(`^${source}${STOP}`, 'iu')
const WHO_IS = "who(?:['’]s|s| is| are)"

/** Questions about one record, by the form of the whole sentence: what is asked, and which group holds the record. */
const ABOUT_ONE: readonly { ask: Ask; form: RegExp; name: number; field?: number }[] = [
  {
    ask: 'history',
    form: form(
      String.raw`(?:who|when (?:was|were|did (?:we|someone|anyone))|why (?:was|were|did (?:we|you|someone)))\s+(?:last\s+)?(?:changed?|moved?|set|edit(?:ed)?|updated?|touch(?:ed)?|raised?|lowered?|bumped?|modif(?:y|ied)|re-?assign(?:ed)?)\s+${NAME}['’]s?\s+([\p{L} -]+?)(?:\s+(?:to|from|last|this|today|yesterday)\b.*?)?`,
    ),
    name: 1,
    field: 2,
  },
  {
    ask: 'history',
    form: form(
      String.raw`(?:when|why)\s+(?:was|were|did)\s+${NAME}['’]s?\s+([\p{L} -]+?)\s+(?:change[ds]?|moved?|set|edited|updated?|raised|lowered|bumped|go|goes)(?:\s+.*?)?`,
    ),
    name: 1,
    field: 2,
  },
  {
    ask: 'history',
    form: form(
      String.raw`(?:who|when (?:was|were)|why (?:was|were|did (?:we|you|someone)))\s+(?:last\s+)?(?:changed?|moved?|set|edit(?:ed)?|updated?|touch(?:ed)?|raised?|lowered?|bumped?|modif(?:y|ied)|re-?assign(?:ed)?)\s+the\s+([\p{L} -]+?)\s+(?:of|on|for|at)\s+${NAME}`,
    ),
    name: 2,
    field: 1,
  },
  {
    ask: 'history',
    form: form(
      String.raw`(?:who|when (?:was|were)|why (?:was|were|did (?:we|you|someone)))\s+(?:last\s+)?(?:changed?|moved?|edit(?:ed)?|updated?|touch(?:ed)?|re-?assign(?:ed)?|closed?|created?|added?)\s+${NAME}(?:\s+(?:to|from|as|into|last|this|today|yesterday)\b.*?)?`,
    ),
    name: 1,
  },
  {
    ask: 'history',
    form: form(
      String.raw`(?:show(?: me)?|give me|what(?:['’]s|s| is)|see)?\s*(?:the\s+)?(?:change\s+|edit\s+|audit\s+)?(?:history|audit(?: trail)?|changes)\s+(?:of|for|on|to)\s+${NAME}`,
    ),
    name: 1,
  },
  {
    ask: 'history',
    form: form(String.raw`what\s+(?:has\s+|was\s+)?(?:changed|happened)\s+(?:on|with|to|at|about)\s+${NAME}`),
    name: 1,
  },
  {
    ask: 'owner',
    form: form(
      String.raw`(?:who\s+(?:owns|has|handles|manages|covers|looks after)|${WHO_IS}\s+(?:the\s+)?(?:owner|rep|account manager|contact person|lead)\s+(?:of|for|on)|${WHO_IS}\s+(?:responsible for|in charge of|assigned to|looking after|handling|managing|working on|working|on))\s+${NAME}`,
    ),
    name: 1,
  },
  {
    ask: 'owner',
    form: form(
      String.raw`(?:whose\s+(?:deal|account|client|customer|contact|lead)\s+is|who\s+does)\s+${NAME}(?:\s+belong\s+to)?`,
    ),
    name: 1,
  },
  { ask: 'owner', form: form(String.raw`who\s+is\s+${NAME}\s+assigned\s+to`), name: 1 },
  {
    ask: 'contacted',
    form: form(
      String.raw`(?:when|how long ago)\s+(?:did|have|has|was|were)\s+(?:we|i|you|anyone|somebody|the team)\s+(?:last\s+)?(?:speak|spoke|spoken|talk|talked|contact|contacted|call|called|hear|heard|reach out|reached out|met|meet|touch|touched|write|written)\s+(?:last\s+)?(?:to|with|from)?\s*${NAME}(?:\s+last)?`,
    ),
    name: 1,
  },
  {
    ask: 'contacted',
    form: form(
      String.raw`(?:when|how long ago)\s+was\s+(?:the|our|my)\s+last\s+(?:contact|call|chat|conversation|touch|note|activity)\s+(?:with|to|on|about)\s+${NAME}`,
    ),
    name: 1,
  },
  {
    ask: 'contacted',
    form: form(String.raw`(?:when\s+was\s+)${NAME}\s+last\s+(?:contacted|touched|called|updated|spoken to)`),
    name: 1,
  },
  {
    ask: 'notes',
    form: form(
      String.raw`(?:(?:show|give|read|get|find)(?: me)?|what(?:['’]s|s| is| was| were| are)|any|do we have|have we got)?\s*(?:the\s+|our\s+|my\s+|any\s+|all\s+)*(?:(?:last|latest|most recent|newest|recent)\s+)?(?:note|notes|call|calls|activity|activities|call notes?)\s+(?:on|about|for|with|from|of|re)\s+${NAME}`,
    ),
    name: 1,
  },
  {
    ask: 'notes',
    form: form(
      String.raw`what\s+(?:did|have)\s+(?:we|i|you)\s+(?:last\s+)?(?:say|said|note|noted|discuss|discussed|agree|agreed|talk about|write down)\s+(?:last\s+)?(?:to|with|about|on|for)\s+${NAME}`,
    ),
    name: 1,
  },
  {
    ask: 'about',
    form: form(
      String.raw`what\s+(?:do|have)\s+(?:we|you|i)\s+(?:know|have|got)\s+(?:on file\s+)?(?:about|on|for)\s+${NAME}`,
    ),
    name: 1,
  },
  {
    ask: 'about',
    form: form(
      String.raw`(?:tell me|(?:show|give) me everything|brief me|fill me in|give me (?:a (?:rundown|summary|brief)|the (?:rundown|details|lowdown)|everything|what (?:we|you) have)|anything|everything|info|information|details|the latest|what(?:['’]s|s| is) the (?:latest|story|status|state))\s+(?:we (?:know|have)\s+)?(?:about|on|with|of|for)\s+${NAME}`,
    ),
    name: 1,
  },
  {
    ask: 'about',
    form: form(
      String.raw`(?:show(?: me)?|pull up|bring up|open|look up|find|view|see)\s+${NAME}['’]s\s+(?:record|file|card|details|contact|account|entry|profile|page)`,
    ),
    name: 1,
  },
  {
    ask: 'about',
    form: form(String.raw`(?:how(?:['’]s|s| is)\s+)${NAME}\s+(?:going|doing|looking|coming along)`),
    name: 1,
  },
  {
    ask: 'field',
    form: form(
      String.raw`(?:what(?:['’]s|s| is| was| are)|(?:show|give|get|find|send)(?: me)?|do we have|have we got|i need)\s+${NAME}['’]s?\s+((?:phone|mobile|cell|telephone|e-?mail|mail|number|phone number|mobile number|address|e-?mail address|stage|status|amount|value|owner|close date|closing date|next step|company|country|region|domain|notes?|reason|lost reason|[\p{L}]+ (?:date|interest|size|type|plan|terms?|by)|[\p{L}]+))`,
    ),
    name: 1,
    field: 2,
  },
  {
    ask: 'field',
    form: form(
      String.raw`(?:what(?:['’]s|s| is| was| are)|(?:show|give|get|find|send)(?: me)?|do we have)\s+(?:the|an?)\s+([\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:of|for|on)\s+${NAME}`,
    ),
    name: 2,
    field: 1,
  },
  { ask: 'field', form: form(String.raw`what\s+(stage|status)\s+is\s+${NAME}\s+(?:in|at|on)`), name: 2, field: 1 },
  {
    ask: 'field',
    form: form(String.raw`(?:how\s+(?:much|big|large)\s+is|what(?:['’]s|s| is))\s+${NAME}\s+(worth|for|deal worth)`),
    name: 1,
    field: 2,
  },
  {
    ask: 'field',
    form: form(String.raw`when\s+(?:does|do|will|is|should)\s+${NAME}\s+(close|closing|due to close)`),
    name: 1,
    field: 2,
  },
]

const TIDY =
  /\b(?:tid(?:y|ied|ying)(?: up)?|clean(?:ing|ed)?[ -]?up|hygiene|housekeeping|health check|in order|out of date)\b.*\b(?:crm|pipeline|deals?|contacts?|records?|file)\b|\b(?:crm|pipeline|deals?|contacts?|records?)\b.*\b(?:tid(?:y|ied|ying)(?: up)?|clean(?:ing|ed)?[ -]?up|hygiene|housekeeping|health check|need(?:s|ing)? (?:attention|love|work|fixing|updating|cleaning))\b/iu
const DUPLICATES = /\b(?:duplicates?|dupes?|doubles?|double entries|twice)\b/iu
const IMPORT =
  /\b(?:import(?:ing)?|upload(?:ing)?|load)\b.*\b(?:csv|spreadsheet|excel|sheet|file|list|export|contacts|deals)\b/iu

const COUNT = /\bhow many\b|\b(?:number|count) of\b|^\s*count\b/iu
const SUM = /\b(?:how much|total|sum(?: of)?|worth|value|combined|altogether|add up)\b/iu
const TOP =
  /\b(?:top|biggest|largest|highest|best|most valuable|smallest|lowest|oldest|newest|latest)\s+(?:(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b)?|\bnext\s+(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu
const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const BY =
  /\b(?:by|sorted by|ordered by|in order of)\s+(amount|value|size|worth|close date|closing date|date|name|age|activity|last (?:contact|activity))\b/iu
const MORE = /^\s*(?:say\s+)?more\s+from\s+(\d{1,4}):\s*/iu

/** Rules tier: what a question about the records asks for. */
export function readQuery(text: string, reading: QueryReading): Query {
  const more = MORE.exec(text)
  const said = (more ? text.slice(more[0].length) : text).replace(/\s+/g, ' ').trim()
  const plain = said.replace(PLEASE, '').replace(/^\/\w+\s*/u, '')
  const blank: Query = {
    kind: 'query',
    words: said,
    record: null,
    ask: 'list',
    set: { of: 'record', tests: [], unread: [] },
    name: null,
    field: null,
    sort: null,
    limit: null,
    from: Number(more?.[1] ?? 0),
  }
  if (IMPORT.test(plain)) return { ...blank, ask: 'import' }
  if (DUPLICATES.test(plain))
    return { ...blank, ask: 'duplicates', set: { ...blank.set, of: nounIn(plain)?.of ?? 'record' } }
  if (TIDY.test(plain))
    return {
      ...blank,
      ask: 'tidy',
      set: /\bmy\b/iu.test(plain)
        ? { ...blank.set, tests: [{ test: 'owner', who: reading.self, not: false }] }
        : blank.set,
    }
  return aboutOne(plain, blank) ?? bareName(plain, aboutMany(inFull(plain), blank, reading))
}

/** Longest name that stands alone. */
const NAME_WORDS = 4

/** "globex": a few words that pick nothing are whom it is about. */
function bareName(text: string, query: Query): Query {
  const { ask, set, sort, limit } = query
  const picks = set.tests.length > 0 || set.of !== 'record' || sort !== null || limit !== null
  if (ask !== 'list' || picks || set.unread.length === 0 || text.split(' ').length > NAME_WORDS) return query
  const name = nameOf(text.replace(/[?.!]+$/u, ''))
  return name === null ? query : { ...query, ask: 'about', name, set: { ...set, unread: [] } }
}

/** What stands for a list without naming it. */
const inFull = (text: string): string =>
  text
    .replace(/^what(?:['’]s|s| is) (?:left|open|still)(?: open)?(?: to do)? (?:for|on|with|at)\b/iu, 'open tasks for')
    .replace(/^who do we (?:know|have) at\b/iu, 'contacts at')

function aboutOne(text: string, blank: Query): Query | null {
  for (const { ask, form: pattern, name, field } of ABOUT_ONE) {
    const match = pattern.exec(text)
    if (!match) continue
    const named = nameOf(match[name] ?? '')
    if (named === null || PLURAL.test(named)) continue
    const asked = field === undefined ? null : (match[field]?.trim().toLowerCase() ?? null)
    const of = nounIn(match[name] ?? '')?.of ?? 'record'
    return { ...blank, ask, name: named, field: asked, set: { ...blank.set, of } }
  }
  return null
}

const PLURAL =
  /^(?:all|my|every|each|any)\b|\b(?:deals|contacts|customers|clients|accounts|leads|tasks|pipeline|people)\b/iu

/** "the Acme deal", "Acme's renewal", "contact Jo": what is left is the name. */
function nameOf(words: string): string | null {
  const bare = words
    .replace(/^(?:the|our|my|a|an|that|this)\s+/iu, '')
    .replace(/^(?:deal|account|contact|client|customer|company|lead)\s+(?=\S)/iu, '')
    .replace(/(?:['’]s)?\s+(?:deal|account|contact|client|customer|opportunity|lead|company|record)$/iu, '')
    .replace(/^(?:with|for)\s+/iu, '')
    .replace(/\s+(?:(?:this|last|past|the last) (?:week|month|quarter|year)|today|yesterday|lately|recently)$/iu, '')
    .trim()
  return bare === '' ||
    /^(?:in\b.*|it|them|everyone|what|which|deals?|contacts?|accounts?|leads?|customers?|tasks?)$/iu.test(bare)
    ? null
    : bare
}

function aboutMany(text: string, blank: Query, reading: QueryReading): Query {
  const top = TOP.exec(text)
  const by = BY.exec(text)
  const rest = text.replace(BY, ' ').replace(COUNT, ' ').replace(TOP, ' ')
  const set = readSet(rest, reading, top || by ? 'deal' : 'record')
  const count = COUNT.test(text)
  const sum = !count && SUM.test(text)
  const said = top?.[1] ?? top?.[2]
  const limit = said
    ? (COUNTS[said.toLowerCase()] ?? Number(said))
    : top
      ? /\b(?:deals|leads|contacts|tasks)\b/iu.test(text)
        ? 10
        : 1
      : null
  return {
    ...blank,
    ask: count ? 'count' : sum ? 'sum' : 'list',
    set,
    sort: sortOf(top?.[0] ?? '', by?.[1] ?? ''),
    limit: limit === 0 ? null : limit && Math.min(limit, 100),
  }
}

function sortOf(top: string, by: string): Sort | null {
  const rising = /\b(?:smallest|lowest|next|oldest)\b/iu.test(top)
  if (/name/iu.test(by)) return { by: 'name', desc: false }
  if (/activity|contact|age/iu.test(by)) return { by: 'touched', desc: !rising }
  if (/date/iu.test(by) || /\b(?:next)\b/iu.test(top)) return { by: 'close', desc: false }
  if (/\b(?:oldest|newest|latest)\b/iu.test(top)) return { by: 'touched', desc: !rising }
  return top !== '' || by !== '' ? { by: 'amount', desc: !rising } : null
}
