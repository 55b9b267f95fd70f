import { z } from 'zod'
import { flag, keys, list, money, named, oneOf, text, word } from '../kinds.ts'
import { moneyOf } from '../spans.ts'

const LINK_ERROR = 'an address such as https://northwind.example/jobs'
const link = z.string({ error: LINK_ERROR }).regex(/^https:\/\/[^\s"<>]+$/, { error: LINK_ERROR })

const Service = keys({
  name: text.describe('as it is said to people outside'),
  words: list(text, '[website, "sitio web", "site internet"]')
    .prefault([])
    .describe('what people call it, in any language; the name counts too'),
  from: money.optional().describe('usual price, low end'),
  to: money.optional().describe('usual price, high end'),
  per: oneOf(['hour', 'day', 'week', 'month', 'quarter', 'year'])
    .optional()
    .describe('what the price is paid for; none: once'),
  takes: text.optional().describe('how long it usually takes, in words'),
})

const Links = keys({
  careers: link.optional().describe('for people who look for work'),
  resource: link.optional().describe('for people you cannot help: a guide, a price list, a template'),
  security: link.optional().describe('what you publish about security'),
  partners: link.optional().describe('for people who want to work with you'),
})

export const Facts = keys({
  services: list(Service, '[{name: Websites, words: [website], from: 4000 EUR, to: 15000 EUR}]')
    .prefault([])
    .describe('what you do; a question about anything else is never answered with a guess'),
  links: Links.prefault({}).describe('pages to point to'),
  serves: named(word, flag)
    .prefault({})
    .describe(
      'whom you work with, and whom not, such as {ngo: true, gambling: false}; about anybody else a person is asked',
    ),
  discounts: text
    .optional()
    .meta({ example: '10 % off when a year is paid in advance' })
    .describe('what you publish about discounts; anything beyond it is for a person'),
})

export function factsOf(file: z.output<typeof Facts>) {
  return {
    services: file.services.map((one) => ({
      name: one.name,
      words: [one.name, ...one.words],
      from: one.from === undefined ? null : moneyOf(one.from),
      to: one.to === undefined ? null : moneyOf(one.to),
      per: one.per ?? null,
      takes: one.takes ?? null,
    })),
    links: {
      careers: file.links.careers ?? null,
      resource: file.links.resource ?? null,
      security: file.links.security ?? null,
      partners: file.links.partners ?? null,
    },
    serves: file.serves as Readonly<Record<string, boolean>>,
    discounts: file.discounts ?? null,
  }
}
