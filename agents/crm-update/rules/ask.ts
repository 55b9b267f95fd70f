import { cleanLine } from '#kernel/display.ts'
import { minorDigits } from '#kernel/money.ts'
import type { Choice, Question } from '#kernel/ruling.ts'
import { spoken } from '../read/stage.ts'
import { sayDay, sayMoney } from './say.ts'

/** Something that must be known first, as one question. */
export interface Need {
  text: string
  slots: string[]
  choices: Choice[]
}

/** What answers that are taps come back as, beside `field=value` and `record=kind:id`. */
export const YES = 'yes'
export const NO = 'no'
export const ONLY_NOTE = 'note'
export const NEW = 'new'

const MOST_CHOICES = 8
const need = (text: string, slots: string[], choices: Choice[] = []): Need => ({
  text,
  slots,
  choices: choices.slice(0, MOST_CHOICES),
})

/** `closeDate`: close date; `custom.product_interest`: product interest. */
export const fieldWords = (field: string): string =>
  (FIELD_WORDS[field] ?? field.replace(/^(?:custom|unknown)\./u, '')).replace(/[_-]+/gu, ' ')

const FIELD_WORDS: Readonly<Record<string, string>> = {
  closeDate: 'close date',
  nextStep: 'next step',
  lostReason: 'reason',
  amountMinor: 'amount',
  phones: 'phone number',
  emails: 'e-mail address',
}
const said = (words: string): string => `"${cleanLine(words, 80)}"`
const stageChoices = (stages: readonly string[]): Choice[] =>
  stages.map((stage) => ({ label: spoken(stage), value: `stage=${stage}` }))

/** The questions about single values, each saying what is wrong with what was said and what would do. */
export const askFor = {
  stage: (words: string, near: string | null, stages: readonly string[]): Need => {
    const ordered = near ? [near, ...stages.filter((stage) => stage !== near)] : stages
    const meant = near ? ` Did you mean ${spoken(near)}?` : ''
    const known = `There are ${stages.map(spoken).join(', ')}.`
    return need(
      words === '' ? `Which stage now? ${known}` : `There is no stage ${said(words)}.${meant} ${known}`,
      ['stage'],
      stageChoices(ordered),
    )
  },
  amount: (words: string): Need =>
    need(
      words === '' ? 'What is it worth?' : `${said(words)} is no amount of money. What is it worth, such as "24k EUR"?`,
      ['amount'],
    ),
  either: (field: string, low: string, high: string, currency: string): Need => {
    const middle = String((Number(low) + Number(high)) / 2)
    return need(
      `From ${say(low, currency)} to ${say(high, currency)}: which figure shall stand there?`,
      [field],
      [low, high, middle].map((one) => ({ label: say(one, currency), value: `${field}=${one} ${currency}` })),
    )
  },
  reading: (field: string, one: string, other: string, currency: string): Need =>
    need(
      `Is that ${say(one, currency)} or ${say(other, currency)}?`,
      [field],
      [one, other].map((amount) => ({ label: say(amount, currency), value: `${field}=${amount} ${currency}` })),
    ),
  changed: (now: number, nowCurrency: string, was: number, next: number, currency: string): Need =>
    need(
      `It stands at ${sayMoney(now, nowCurrency)}, not at ${sayMoney(was, currency)}. Set it to ${sayMoney(next, currency)} all the same?`,
      ['confirm'],
      yesOrNo(`Yes, ${sayMoney(next, currency)}`, 'No, leave it'),
    ),
  date: (words: string, why: string): Need =>
    need(words === '' ? 'Which close date?' : `${said(words)} is ${why}. Which day shall it be?`, ['close_date']),
  day: (one: string, other: string): Need =>
    need(
      `Is that ${sayDay(one)} or ${sayDay(other)}?`,
      ['close_date'],
      [one, other].map((date) => ({ label: sayDay(date), value: `closeDate=${date}` })),
    ),
  past: (date: string): Need => {
    const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
    return need(
      `${sayDay(date)} is over, and the deal is open. Which close date shall it be?`,
      ['close_date'],
      [{ label: sayDay(next), value: `closeDate=${next}` }, ...yesOrNo(`${sayDay(date)} all the same`, 'Leave it')],
    )
  },
  owner: (words: string, people: readonly { id: string; name: string }[]): Need =>
    need(
      words === '' ? 'Whose shall it be?' : `Who is ${said(words)} in the team?`,
      ['owner'],
      people.map(({ id, name }) => ({ label: name, value: `owner=${id}` })),
    ),
  phone: (words: string): Need =>
    need(
      words === ''
        ? 'What is the new number?'
        : `${said(words)} is no number I can dial. What is it with its country code, such as +44 7700 900123?`,
      ['phone'],
    ),
  email: (words: string): Need =>
    need(words === '' ? 'What is the new address?' : `${said(words)} is no e-mail address. What is it?`, ['email']),
  taken: (address: string, whose: string): Need =>
    need(`${address} is the address of ${cleanLine(whose, 80)} already. Which one is it?`, ['email']),
  value: (field: string): Need => need(`What shall the ${fieldWords(field)} be?`, ['value']),
  unused: (field: string, words: string, near: string | null, used: readonly string[]): Need => {
    const ordered = near ? [near, ...used.filter((one) => one !== near)] : used
    return need(
      `No record has the ${fieldWords(field)} ${said(words)}. ${near ? `Did you mean ${near}? ` : ''}In use are ${used.join(', ')}.`,
      ['value'],
      [
        ...ordered.map((one) => ({ label: one, value: `${field}=${one}` })),
        ...yesOrNo(`${words}, all the same`, 'Leave it'),
      ],
    )
  },
}

export const yesOrNo = (yes: string, no: string): Choice[] => [
  { label: yes, value: YES },
  { label: no, value: NO },
]

const say = (amount: string, currency: string): string =>
  sayMoney(Math.round(Number(amount) * 10 ** minorDigits(currency)), currency)

export const questionOf = ({ text, slots, choices }: Need): Question => ({ text, slots, choices, kind: 'input' })
