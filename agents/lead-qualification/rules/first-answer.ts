import { minorDigits } from '#kernel/money.ts'
import type { Policy } from '#policy/policy.ts'
import type { Phrases } from '../phrases/phrases.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'

type Service = Policy['facts']['services'][number]
type Money = NonNullable<Service['from']>

/** Services of an answer; more are a list nobody reads. */
const MOST_SERVICES = 2
const MOST_LISTED = 6

/**
 * What the policy's facts answer to what was asked: yes and no, prices, how long it takes. What does not stand there is not
 * said.
 */
export function answerFrom(request: Inbound, policy: Policy): string[] {
  const say = phrasesIn(request.language)
  const { services, serves } = policy.facts
  const named = request.services
    .flatMap(({ name }) => services.find((one) => one.name === name) ?? [])
    .slice(0, MOST_SERVICES)
  const { price, duration, offer } = request.wants
  const lines: string[] = []
  if (named.length > 0 && price === undefined && duration === undefined)
    lines.push(say.yesWeDo(say.list(named.map(({ name }) => name))))
  const priced = named.length > 0 ? named : price !== undefined && services.length === 1 ? services : []
  for (const service of priced) {
    const range = rangeOf(service, say, request)
    if (range !== null && price !== undefined) lines.push(say.price(service.name, range))
    if (service.takes !== null && (duration !== undefined || price !== undefined))
      lines.push(say.takes(service.name, service.takes))
  }
  if (priced.length === 0 && services.length > 0 && (offer !== undefined || request.asks || price !== undefined))
    lines.push(say.weDo(say.list(namesOf(policy))))
  const { discounts } = policy.facts
  if (request.wants.discount !== undefined && discounts !== null) lines.push(say.discounts(discounts))
  for (const sector of request.sectors) {
    const served = serves[sector]
    if (served !== undefined && asksWhom(request))
      lines.push((served ? say.serves : say.doesNotServe)(say.sector(sector)))
  }
  return lines
}

/** What is done, by name, as far as a list is read. */
export const namesOf = ({ facts }: Policy): string[] => facts.services.slice(0, MOST_LISTED).map(({ name }) => name)

/** Whether they ask if somebody of their kind is worked with, rather than only saying what they are. */
export const asksWhom = ({ asks, services, text }: Inbound): boolean =>
  asks && services.length === 0 && text.includes('?')

/** `4,000 € to 15,000 €`, in the words and signs of the language; null where the policy names no price. */
export function rangeOf(
  { from, to, per }: Service,
  say: Phrases,
  { language }: Pick<Inbound, 'language'>,
): string | null {
  const money = (amount: Money) => sayPrice(amount, language)
  const range =
    from && to ? say.between(money(from), money(to)) : from ? say.from(money(from)) : to ? say.upTo(money(to)) : null
  return range !== null && per !== null ? say.per(range, per) : range
}

export function sayPrice({ amountMinor, currency }: Money, language: string): string {
  const amount = amountMinor / 10 ** minorDigits(currency)
  const digits = Number.isInteger(amount) ? 0 : minorDigits(currency)
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(amount)
    .replace(/[\u00a0\u202f]/g, ' ')
}
