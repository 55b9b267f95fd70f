import type { Account } from '#kernel/account.ts'
import type { Contact } from '#kernel/contact.ts'
import { cleanLine, masked } from '#kernel/display.ts'
import type { Choice } from '#kernel/ruling.ts'
import { pickByName } from '#language/same/pick.ts'
import { type Book, labelOf, namesOfAccount, namesOfContact } from '../book.ts'
import type { Whom } from '../request.ts'
import type { Facts, OutreachPolicy } from './facts.ts'

/** Who somebody that was named is, or what has to be asked or said instead. */
export type Who =
  | { type: 'contact'; contact: Contact }
  | { type: 'which'; text: string; choices: Choice[] }
  | { type: 'member'; name: string }
  | { type: 'nobody'; words: string }

const MOST_CHOICES = 8
const PRONOUN = /^(?:them|they|him|her)$/iu

/** Who is meant: a contact, or the one at a company whom it is said to. */
export function whoIs(whom: Whom, facts: Facts, policy: OutreachPolicy): Who {
  const { book, aliases, recent } = facts
  if (whom.record === null && PRONOUN.test(whom.words)) {
    const last = book.contacts.find(({ id }) => id === recent[0])
    return last ? { type: 'contact', contact: last } : { type: 'nobody', words: '' }
  }
  const known = recordOf(whom.record ?? aliases[whom.words.toLowerCase()] ?? null, book)
  if (known) return 'contact' in known ? { type: 'contact', contact: known.contact } : mainContact(known.account, facts)
  const member = book.members.find(({ id, name }) =>
    [id, name, name.split(' ')[0]].some((one) => one?.toLowerCase() === whom.words.toLowerCase()),
  )
  const limits = { accept: policy.crm.match.accept, ask: policy.crm.match.ask }
  const people = pickByName(
    whom.words,
    book.contacts.map((value) => ({ value, names: namesOfContact(value) })),
    limits,
  )
  const firms = pickByName(
    whom.words,
    book.accounts.map((value) => ({ value, names: namesOfAccount(value) })),
    limits,
  )
  const [person] = people.choices
  const [firm] = firms.choices
  if (people.same === 'yes' && person) return { type: 'contact', contact: person.candidate }
  if (firms.same === 'yes' && firm && (firm.score === 1 || people.same === 'no'))
    return mainContact(firm.candidate, facts)
  if (member) return { type: 'member', name: member.name }
  const choices = [
    ...people.choices.map(({ candidate }) => contactChoice(candidate)),
    ...firms.choices.map(({ candidate }) => accountChoice(candidate, book)),
  ].slice(0, MOST_CHOICES)
  if (choices.length > 0) return { type: 'which', text: `Which "${cleanLine(whom.words, 60)}" is it for?`, choices }
  return { type: 'nobody', words: whom.words }
}

function recordOf(key: string | null, book: Book): { contact: Contact } | { account: Account } | null {
  const [kind, ...rest] = (key ?? '').split(':')
  const id = rest.join(':')
  const contact = kind === 'contact' ? book.contacts.find((one) => one.id === id) : undefined
  const account = kind === 'account' ? book.accounts.find((one) => one.id === id) : undefined
  return contact ? { contact } : account ? { account } : null
}

const OVER = /^closed|^won$|^lost$/u

/** Of a company's people the only one, the one of its open deals, or whoever wrote last; several without a difference are asked about. */
function mainContact(account: Account, { book, reach }: Facts): Who {
  const people = peopleAt(account, book)
  const [only] = people
  if (people.length === 0) return { type: 'nobody', words: account.name }
  if (only && people.length === 1) return { type: 'contact', contact: only }
  const dealt = new Set(
    book.deals
      .filter((deal) => deal.account === account.id && !OVER.test(deal.stage ?? ''))
      .flatMap(({ contact }) => (contact === null ? [] : [contact])),
  )
  const partners = people.filter(({ id }) => dealt.has(id))
  if (partners.length === 1 && partners[0]) return { type: 'contact', contact: partners[0] }
  const heardMs = ({ id }: Contact) => reach.get(id)?.ways[0]?.heardMs ?? 0
  const last = people.filter((one) => heardMs(one) > 0).sort((a, b) => heardMs(b) - heardMs(a))[0]
  if (last) return { type: 'contact', contact: last }
  return {
    type: 'which',
    text: `Who at ${cleanLine(account.name, 80)} is it for?`,
    choices: people.slice(0, MOST_CHOICES).map(contactChoice),
  }
}

/** Whoever names the company as theirs, or has an address of it. */
export function peopleAt({ name, aliases, domains }: Account, { contacts }: Book): Contact[] {
  const names = [name, ...aliases].map((one) => one.toLowerCase())
  return contacts.filter(
    ({ company, emails }) =>
      (company !== null && names.includes(company.toLowerCase())) ||
      emails.some((address) => domains.includes(address.split('@')[1]?.toLowerCase() ?? '')),
  )
}

function contactChoice(contact: Contact): Choice {
  const [address] = [...contact.emails, ...contact.phones]
  const told = [contact.company, address && address !== labelOf(contact) ? masked(address) : null].filter(Boolean)
  return {
    label: `${cleanLine(labelOf(contact), 60)}${told.length === 0 ? '' : ` (${cleanLine(told.join(', '), 80)})`}`,
    value: `contact:${contact.id}`,
  }
}

function accountChoice(account: Account, book: Book): Choice {
  const people = peopleAt(account, book).map(labelOf)
  const at = [account.country, ...people.slice(0, 2)].filter(Boolean).join(', ')
  return {
    label: `${cleanLine(account.name, 60)}${at === '' ? '' : ` (${cleanLine(at, 80)})`}`,
    value: `account:${account.id}`,
  }
}
