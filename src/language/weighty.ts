import type { Weighty } from '#kernel/actions/message-send.ts'

const DAY =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|today|tonight|tomorrow|next week|this week|end of (?:the )?(?:week|month|day)|eod|eow'

/** What makes a text weigh more than news, in the words of a message to a client. Reading one too many only asks once more. */
const SIGNS: Readonly<Record<Weighty, RegExp>> = {
  commitment: new RegExp(
    `\\b(?:we|i)(?:['’]ll| will| shall| promise| guarantee| commit)\\b|\\b(?:promised?|guaranteed?|committed|deadline)\\b|\\b(?:by|on|until|before|instead|is|are|comes?|ready|due|deliver(?:ed|y)?)\\b[^.!?\\n]{0,30}\\b(?:${DAY})\\b|\\b(?:${DAY})\\b[^.!?\\n]{0,20}\\binstead\\b`,
    'iu',
  ),
  bad_news:
    /\b(?:late|later than|delay(?:ed|s)?|behind schedule|unfortunately|postponed?|push(?:ed|ing)? (?:it )?back|slipp(?:ed|ing)|missed|overdue|outage|(?:is|are|went) down|broken|cancel(?:l?ed|ling)?|(?:can|could|will|wo|do|does|is|are|has|have)(?:n['’]?t| not)|cannot|no longer|problem|fail(?:ed|s)?|lost)\b/iu,
  price:
    /[€$£¥]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:eur|usd|gbp|euros?|dollars?|pounds?|%|percent)\b|\b(?:prices?|pricing|discount|fee|fees|rate|invoice|refund|budget|quote)\b/iu,
  legal:
    /\b(?:contract|legal|lawyer|liab(?:le|ility)|terms|nda|lawsuit|sue|breach|gdpr|compliance|indemnif\w+|warranty|termination)\b/iu,
  apology:
    /\b(?:sorry|apolog\w+|our (?:fault|mistake|bad)|my (?:fault|mistake|bad)|make (?:it )?up for|compensat\w+)\b/iu,
}

/** What of a text to somebody outside a person should look at before it goes; empty for plain news. */
export const weightyIn = (text: string): Weighty[] =>
  (Object.keys(SIGNS) as Weighty[]).filter((one) => SIGNS[one].test(text))
