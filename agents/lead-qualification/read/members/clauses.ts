/** A stretch of the text, offsets with the end exclusive. */
interface Stretch {
  from: number
  to: number
  text: string
}

/** What a member's line about a lead says, clause by clause. */
export interface Clauses {
  /** What describes the lead: everything but the requests beside it and who sent it. */
  described: string
  /** Who sent it. */
  sentBy: Stretch | null
  /** Where it comes from. */
  source: string | null
  wants: string | null
  /** The words that ask for a price, a demo, a slot. */
  asked: string | null
  meeting: string | null
  deal: string | null
  budget: string | null
  need: string | null
  others: string[]
  /** Whose names are not the lead's: who sent it, requests beside it. */
  apart: readonly Stretch[]
}

const SENT_BY =
  /^(?:an? )?(?:warm )?(?:intro|introduction|introduced|referral|referred|recommended|recommendation|sent)(?: to us)? (?:from|by|via|through)\s+(.+)$/iu
const SOURCE =
  /\b(?:from|at|via|through|met (?:her|him|them )?at)\s+((?:the |our |a |an |this |last (?:week|night)['’]s )?[^,;.\n]*?\b(?:meet-?up|conference|conf|fair|expo|summit|event|talk|webinar|workshop|podcast|newsletter|linkedin|twitter|website|site|booth|trade show|dinner|drinks|party|hackathon|ad|ads|form)\b)/iu
const WANTS =
  /\b(?:wants?|needs?|is looking for|looking for|is interested in|interested in|asks? for|asked for|is after|would like)\b\s*(.+)$/iu
const ASKED = /\b(?:demo|pilot|trial|price|prices|pricing|quote|estimate|slot|call|meeting|proposal)\b/iu
const MEETING = /\b(?:demo|call|meeting|chat|coffee|lunch|walk ?through|kick-?off)\b/iu
const WHEN =
  /\b(?:today|tomorrow|tmrw|tonight|mon|tue|wed|thu|fri|sat|sun)\w*\b|\bn(?:e)?xt\s+(?:wk|week|month|mon|tue|wed|thu|fri)\w*|\bthis (?:wk|week|afternoon)\b|\b\d{1,2}(?::\d\d)?\s?(?:am|pm)\b|\bat \d{1,2}\b/iu
const DEAL = /\b(?:pipeline|(?:new |a )?deal|crm|opportunity)\b/iu
const REQUEST =
  /^(?:please |pls |and |also |then )*(?:send|forward|share|e-?mail|mail|write|draft|reply|answer|tell|thank|call|ping|invite|remind|put|add|log|create|open|book|schedule)\b/iu
const BUDGET =
  /\b(?:budget|worth|spend|pays?|up to)\b|[€$£]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:k|m|eur|euros?|usd|gbp|dollars?|pounds)\b/iu
const NEED =
  /\b(?:before|by|until|deadline|urgent|asap|this (?:quarter|year|month)|later this|no rush|just looking|some day|start(?:s|ing)? in)\b/iu

/** Cuts a line where commas, pluses and lines do; addresses and "Smith, Jones & Co" inside names are left to other readers. */
export function clausesOf(text: string): Clauses {
  const clauses = stretchesOf(text)
  const sentBy = clauses.flatMap((one) => {
    const match = SENT_BY.exec(one.text)
    return match?.[1] === undefined ? [] : [{ ...one, text: match[1] }]
  })[0]
  const deal = clauses.find(({ text: said }) => REQUEST.test(said) && DEAL.test(said))
  const others = clauses.filter((one) => one !== deal && REQUEST.test(one.text) && !SENT_BY.test(one.text))
  const rest = clauses.filter((one) => one !== deal && !others.includes(one) && one.from !== sentBy?.from)
  const wanting = rest.find(({ text: said }) => WANTS.test(said))
  const wants = wanting ? (WANTS.exec(wanting.text)?.[1]?.trim() ?? null) : null
  const asking = rest.find(({ text: said }) => ASKED.test(said))
  const meeting = rest.find(({ text: said }) => MEETING.test(said) && WHEN.test(said))
  const source = SOURCE.exec(rest.map(({ text: said }) => said).join(', '))?.[1] ?? null
  return {
    described: rest.map(({ text: said }) => said).join(', '),
    sentBy: sentBy ?? null,
    source,
    wants: wants ?? (asking ? asking.text : null),
    asked: asking ? asking.text : null,
    meeting: meeting ? (WANTS.exec(meeting.text)?.[1] ?? meeting.text).trim() : null,
    deal: deal?.text ?? null,
    budget: rest.find(({ text: said }) => BUDGET.test(said))?.text ?? null,
    need: rest.find(({ text: said }) => NEED.test(said))?.text ?? null,
    others: others.map(({ text: said }) => said).slice(0, 5),
    apart: [...clauses.filter((one) => one.from === sentBy?.from), ...others, ...(deal ? [deal] : [])],
  }
}

const CUT =
  /[;\n]+|,(?=\s)|\s\+\s|\s&\s(?=(?:send|put|book|add|log|remind)\b)|\s(?:and|then)\s(?=(?:send|put|book|add|log|remind|schedule|draft)\b)/giu
/** What opens the line and names no lead: "new lead:". */
const OPENS =
  /^\s*(?:[/!]\w+\s+)?(?:(?:please|pls|hey|ok|just|we|i|have|got|have got|a|an|add|create|log|met|write down|save|another|fresh|new|inbound|the|two|scanned|business)\s+)*(?:leads?|prospects?|cards?)\s*(?:for you|in)?\s*[:,–-]*\s*/iu

/** The text without the words that open it, every letter where it was: "scanned cards:" makes a phone number look like a card's. */
export const opened = (text: string): string => text.replace(OPENS, (words) => ' '.repeat(words.length))

function stretchesOf(text: string): Stretch[] {
  const begins = text.length - text.trimStart().length
  const cuts = [...text.matchAll(CUT)].filter(({ index }) => index >= begins)
  const starts = [begins, ...cuts.map((cut) => cut.index + cut[0].length)]
  const ends = [...cuts.map((cut) => cut.index), text.length]
  return starts.flatMap((from, at) => {
    const to = ends[at] ?? text.length
    const said = text.slice(from, to).trim()
    return said === '' ? [] : [{ from, to, text: said }]
  })
}
