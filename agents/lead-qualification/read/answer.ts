import { PERIODS } from '#kernel/deal.ts'
import { minorDigits } from '#kernel/money.ts'
import type { Inbound } from '../request.ts'
import type { Budget } from './budget.ts'
import { readPlace } from './place.ts'
import { anyOf, type Read, type Said } from './said.ts'
import { readSizeField } from './size.ts'

/** Longest answer that may be nothing but the value asked for. */
const MOST_BARE = 60

const DOES_NOT_SAY = anyOf(`
  (?:i )?(?:don't|do not|dont) know(?: yet)?|no idea|not sure(?: yet)?|rather not(?: say)?|none of your business|depends|pass|skip|whatever
  no (?:lo )?se|ni idea|depende|prefiero no decirlo|(?:je ne|j'en) sais (?:pas|rien)|aucune idee|ca depend|weiss (?:ich )?(?:noch )?nicht|keine ahnung|kommt darauf an`)

/** What a short answer says to the one thing that was asked ("40", "COO", "berlin", "5000"), where no sentence says it. */
export function readBareAnswer(said: Said, slot: string | undefined, read: Inbound): Partial<Inbound> {
  const text = said.text.trim()
  if (text === '' || text.length > MOST_BARE || DOES_NOT_SAY.test(said.plain)) return {}
  switch (slot) {
    case 'headcount':
      return { headcount: read.headcount ?? readSizeField(text) }
    case 'region':
      return { region: read.region ?? readPlace(said, true) }
    case 'role':
      return { role: read.role ?? { value: text, span: text } }
    case 'industry':
      return { industry: read.industry ?? { value: text, span: text } }
    case 'budget':
      return { budget: read.budget ?? bareAmount(said) }
    case 'authority':
      return { authority: read.authority ?? yesOrNo(said) }
    default:
      return {}
  }
}

/** "5000", "about 5k a month" */
function bareAmount({ text, plain, currency }: Said): Read<Budget> | null {
  const match = /(\d[\d.,' ]*)\s?(k)?\b/u.exec(plain)
  const amount = Number((match?.[1] ?? '').replace(/[^\d]/gu, '')) * (match?.[2] ? 1000 : 1)
  if (!match || !Number.isSafeInteger(amount) || amount <= 0) return null
  const period = PERIODS.find((one) => plain.includes(one)) ?? null
  return { value: { amountMinor: amount * 10 ** minorDigits(currency), currency, period }, span: text.trim() }
}

function yesOrNo({ text, plain }: Said): Read<boolean> | null {
  const alone = anyOf('(?:just )?(?:me|myself|alone)|yes|yep|i do|si|yo|solo yo|oui|moi|seule?|ja|ich|allein')
  const others = anyOf(
    'together|with|we|my (?:boss|partner|board)|no|both|con|juntos|ensemble|avec|zusammen|mit|nein|non',
  )
  if (others.test(plain)) return { value: false, span: text.trim() }
  return alone.test(plain) ? { value: true, span: text.trim() } : null
}
