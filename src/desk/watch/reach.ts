import { consentInRecord } from '#kernel/consent.ts'
import type { Contact } from '#kernel/contact.ts'
import { cleanName } from '#kernel/display.ts'
import type { Barred, Reach, Way } from '#kernel/reach.ts'
import { isZone } from '#kernel/time.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { zonesOfNumber } from '#language/zones-of-number.ts'
import { isVip } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { nextLoudMs } from '#policy/quiet-hours.ts'
import type { Channel } from '#ports/channel.ts'
import type { Operation } from '#ports/sql.ts'
import { messagesSince } from '#store/actions/messages.ts'
import { consentOf } from '#store/consents.ts'
import { lastHeard } from '#store/heard.ts'
import { conversationsWith } from '#store/journal/history.ts'
import { takenOver } from '#store/taken-over.ts'
import { isUnreachable } from '#store/unreachable.ts'
import type { DeskContext } from '../context.ts'
import { isBadTemplate } from '../out/first-words.ts'
import { REOPEN } from '../out/window.ts'
import { companyOf, firstMoment, type Sent } from './pace.ts'

type Parts = Pick<DeskContext, 'sql' | 'channels' | 'clock' | 'policy' | 'crm' | 'mailbox'>

/** How far back messages count for the limits. */
const COUNTED_MS = 30 * DAY_MS
/** Whoever wrote so lately is answered at any hour. */
const JUST_WROTE_MS = HOUR_MS

/** Name of the template that carries a message itself, in its first variable. */
export const UPDATE = 'update'

/** By which ways somebody on file can be written to now, the one they last used first; null for nobody on file. */
export async function reachOf(desk: Parts, contactId: string): Promise<Reach | null> {
  const contact = await desk.crm.get('contact', contactId)
  if (!contact) return null
  const nowMs = desk.clock.nowMs()
  const sent = await sentLately(desk, nowMs)
  const zones = zonesOf(desk, contact)
  const ways: Way[] = []
  for (const place of await placesOf(desk, contact))
    ways.push(await wayAt(desk, contact, { ...place, zones, sent, nowMs }))
  return {
    contact: contact.id,
    name: contact.name === null ? null : cleanName(contact.name),
    company: contact.company,
    status: contact.status,
    vip: contact.emails.some((address) => isVip(desk.policy(), address.toLowerCase())),
    zones,
    ways: ways.sort((a, b) => (b.heardMs ?? 0) - (a.heardMs ?? 0)),
  }
}

/**
 * From when on somebody on file may be written to by the quiet hours in force, where their last words came at `heardMs`: now, or when
 * theirs end. Whoever wrote just now is answered at any hour.
 */
export async function awakeMs(desk: Parts, contactId: string, heardMs: number | null): Promise<number> {
  const nowMs = desk.clock.nowMs()
  const contact = await desk.crm.get('contact', contactId)
  if (!contact || (heardMs !== null && nowMs - heardMs < JUST_WROTE_MS)) return nowMs
  return nextLoudMs(desk.policy().outreach.quietHours, zonesOf(desk, contact), nowMs)
}

interface Place {
  channel: Channel
  conversation: string
  address: string | null
  heardMs: number | null
}

/** Where they have written, and where their addresses lead; each conversation once. */
async function placesOf({ sql, channels, mailbox }: Parts, { id, emails, phones }: Contact): Promise<Place[]> {
  const found = new Map<string, Place>()
  for (const { channel: name, conversation, atMs } of await sql.read(() => conversationsWith(id))) {
    const channel = channels.get(name)
    // Of several conversations on one channel the last is where they are.
    if (channel?.capabilities.speaksFirst && ![...found.values()].some((one) => one.channel === channel))
      found.set(`${name} ${conversation}`, { channel, conversation, address: null, heardMs: atMs })
  }
  for (const address of [...phones, ...emails]) {
    for (const channel of channels.values()) {
      const conversation = channel.placeFor?.(address) ?? null
      if (conversation === null) continue
      const key = `${channel.name} ${conversation}`
      const heardMs = found.get(key)?.heardMs ?? (address.includes('@') ? await mailedMs(mailbox, address) : null)
      found.set(key, { channel, conversation, address, heardMs })
    }
  }
  return [...found.values()]
}

/** When mail last came from an address. A From line is a claim, and all it does here is to order what is on file. */
async function mailedMs(mailbox: Parts['mailbox'], address: string): Promise<number | null> {
  const [last] = await mailbox.find({ person: address, folder: 'inbox', limit: 1 })
  return last?.sentAt ? Date.parse(last.sentAt) : null
}

interface At extends Place {
  zones: readonly string[]
  sent: readonly Sent[]
  nowMs: number
}

async function wayAt(desk: Parts, contact: Contact, at: At): Promise<Way> {
  const { channel, conversation, address, nowMs } = at
  const policy = desk.policy()
  const place = { channel: channel.name, conversation }
  const known = await desk.sql.read(function* () {
    const where = { channel: channel.name, place: conversation }
    return {
      noted: yield* consentOf(place),
      taken: yield* takenOver(conversation, nowMs),
      wroteMs: yield* lastHeard(where),
      gone: yield* isUnreachable(where),
      templates: yield* usableTemplates(policy),
    }
  })
  const heardMs = known.wroteMs ?? at.heardMs
  const consent = known.noted ?? consentInRecord(channel.name, contact.custom)
  const told = at.sent.find((one) => one.contact === contact.id && one.conversation === conversation)
  const toldMs = told?.atMs ?? null
  const { windowMs } = channel.capabilities
  const windowUntilMs = windowMs === undefined ? null : (known.wroteMs ?? 0) + windowMs
  const template = [UPDATE, REOPEN].find((name) => known.templates.includes(name)) ?? null
  const barred = barredBy({
    withdrawn: consent?.state === 'withdrawn',
    unasked: channel.capabilities.optIn === true && policy.whatsapp.optInRequired && consent?.state !== 'given',
    gone: known.gone,
    closed: windowUntilMs !== null && windowUntilMs <= nowMs && template === null,
  })
  const isTalking = heardMs !== null && nowMs - heardMs < JUST_WROTE_MS && heardMs > (toldMs ?? 0)
  const first = isTalking
    ? { atMs: nowMs, waits: null }
    : firstMoment(policy, { ...at, contact, toMail: address?.includes('@') === true })
  return {
    channel: channel.name,
    conversation,
    address,
    heardMs,
    toldMs,
    windowUntilMs,
    template,
    consent,
    barred,
    takenBy: known.taken?.by ?? null,
    fromMs: first.atMs,
    waits: first.waits,
  }
}

/** Names of the templates that the provider takes. */
function* usableTemplates({ whatsapp }: Policy): Operation<string[]> {
  const names: string[] = []
  for (const [name, id] of Object.entries(whatsapp.templates)) if (!(yield* isBadTemplate(id))) names.push(name)
  return names
}

/** The first thing that keeps the desk from writing there; what nobody can change comes first. */
function barredBy(why: { withdrawn: boolean; unasked: boolean; gone: boolean; closed: boolean }): Barred | null {
  if (why.withdrawn) return 'opted_out'
  if (why.unasked) return 'no_consent'
  if (why.gone) return 'unreachable'
  return why.closed ? 'window_closed' : null
}

async function sentLately({ sql, crm }: Parts, nowMs: number): Promise<Sent[]> {
  const rows = await sql.read(() => messagesSince(nowMs - COUNTED_MS))
  const sent: Sent[] = []
  for (const { args, performedMs } of rows) {
    const { to, way } = args as { to: string; way: Way }
    const contact = performedMs > nowMs - DAY_MS ? await crm.get('contact', to) : null
    const company = contact && companyOf(contact)
    sent.push({
      contact: to,
      company,
      conversation: way.conversation,
      isMail: way.address?.includes('@') === true,
      atMs: performedMs,
    })
  }
  return sent
}

/** What a record of their own says, else their number's country, else the company's. */
function zonesOf({ policy }: Parts, { custom, phones }: Contact): readonly string[] {
  const { company, outreach } = policy()
  if (outreach.quietHours.zone === 'company') return [company.timezone]
  const said = Object.entries(custom).find(
    ([name, value]) => /^time ?zone$|^zone$/iu.test(name.replace(/_/gu, ' ')) && isZone(value),
  )
  if (said) return [said[1]]
  const found = phones.map(zonesOfNumber).find((zones) => zones.length > 0)
  return found ?? [company.timezone]
}
