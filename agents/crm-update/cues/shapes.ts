const PLEASE = String.raw`^\s*(?:(?:hey|hi|ok|so|and|also)[,\s]+)?(?:(?:can|could|would) (?:you|u)\s+|please\s+|pls\s+|i (?:need|want)(?: you)? to\s+|we (?:need|have) to\s+|we(?:['’]re| are)\s+|i(?:['’]m| am)\s+)*`
const ENDS = String.raw`(?:\s+(?:please|pls))?\s*[?.!]*\s*$`
/** Another request behind it: then the message is cut into its parts, and this is none of a whole one. */
const ALONE = String.raw`(?![\s\S]*\b(?:and|then)\s+(?:then\s+|also\s+|please\s+)?(?:book|schedule|set up|remind|send|tell|e-?mail|write|create|add|draft|call)\b)`
/** Other trades whose things are many, too. */
const OTHERS = String.raw`(?![\s\S]*\b(?:meetings?|events?|appointments?|calendar|e-?mails|reminders?|tickets?|playlists?|songs?|alarms?)\b)`

const RECORDS =
  '(?:deals|opportunities|pipeline|leads|contacts|customers|clients|accounts|prospects|open tasks|overdue tasks)'
const shape = (source: string): RegExp => new RegExp(ALONE + OTHERS + source, 'iu')

/** Questions that are no more than what they ask for: "sam's deals", "deals over 20k", "my open tasks". */
export const LISTS: readonly RegExp[] = [
  shape(
    String.raw`^\s*(?:(?:my|our|all|any|the|open|overdue|stale|unassigned|lost|won|closed|\p{L}+['’]s)\s+)*${RECORDS}(?:\s+(?:in|at|with|without|over|under|above|below|by|for|of|closing|due|owned|from|that|which|who|not|worth|closed|won|lost|this|next|last)\b[\s\S]*|\s*[<>≥≤][\s\S]*)?${ENDS}`,
  ),
  shape(
    String.raw`^\s*(?:what(?:['’]s|s| is)|anything|what deals are|which deals are)\s+(?:closing|overdue|stale)\b.{0,40}${ENDS}`,
  ),
  shape(
    String.raw`${PLEASE}(?:are there|is there|any|find|show|list|check for|look for)\b.{0,20}\b(?:duplicates?|dupes)\b.{0,30}${ENDS}`,
  ),
  shape(
    String.raw`${PLEASE}(?:import|upload)\b.{0,30}\b(?:csv|spreadsheet|contacts|deals|accounts|excel|leads)\b.{0,40}${ENDS}`,
  ),
  shape(String.raw`^\s*who do we (?:know|have) at\s+.{2,60}${ENDS}`),
  shape(
    String.raw`^\s*who (?:have|haven['’]?t) we (?:not )?(?:spoken|talked|been in touch|contacted|heard)\b.{2,60}${ENDS}`,
  ),
  shape(
    String.raw`^\s*what(?:['’]s|s| is) (?:left|open|still)(?: open)?(?: to do)? (?:for|on|with|at)\s+.{2,60}${ENDS}`,
  ),
  shape(String.raw`^\s*(?:show|tell|give) me everything (?:on|about)\s+.{2,60}${ENDS}`),
  shape(String.raw`^\s*what did we (?:last )?(?:note|say|agree|discuss)\b.{2,60}${ENDS}`),
  shape(String.raw`^\s*(?:the\s+)?(?:last\s+|latest\s+)?notes? (?:on|about)\s+[^:\n]{2,60}${ENDS}`),
  shape(
    String.raw`^\s*(?:who|when|why)\s+(?:was|were|did|has)?\s*.{2,60}['’]s?\s+(?:amount|stage|owner|close date|value|next step|status)\b.{0,40}\b(?:changed?|moved?|set|raised|lowered|go|went)\b.{0,40}${ENDS}`,
  ),
]

/** A change and the word "all": whatever else is said, it is one change for many. */
export const MANY: readonly RegExp[] = [
  shape(
    String.raw`${PLEASE}(?:delet(?:e|ing)|remov(?:e|ing)|archiv(?:e|ing)|clos(?:e|ing)|mark(?:ing)?|mov(?:e|ing)|re-?assign(?:ing)?|assign(?:ing)?|transfer(?:ring)?|hand(?:ing)? over|set(?:ting)?|updat(?:e|ing)|chang(?:e|ing)|put(?:ting)?|giv(?:e|ing))\s+(?:[\s\S]{0,60}\b)?(?:all|every|each)\b[\s\S]*\b(?:deals?|opportunit(?:y|ies)|leads?|contacts?|customers?|clients?|accounts?|prospects?)\b[\s\S]*$`,
  ),
]

/** Two names that somebody says are one. */
export const SAME: readonly RegExp[] = [
  shape(
    String.raw`^\s*.{2,60}\s+(?:and|&)\s+.{2,60}\s+are\s+(?:actually\s+|really\s+)?(?:the same|one and the same)(?:\s+(?:company|account|person|contact|client|customer))?${ENDS}`,
  ),
]
