import { firstMoment } from '#desk/watch/pace.ts'
import { type Consent, consentInRecord } from '#kernel/consent.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Barred, Reach, Way } from '#kernel/reach.ts'
import { toMs } from '#kernel/time.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { readConsent } from '#language/consent.ts'
import { zonesOfNumber } from '#language/zones-of-number.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scenario } from '../../src/cli/eval/scenario.ts'

/** Where somebody wrote in the turns of a scenario so far, each conversation once, the last first. */
function heardIn({ turns, clock }: Scenario, contact: Contact, nowMs: number) {
  const heard = new Map<
    string,
    { channel: string; conversation: string; heardMs: number; stopped: boolean; words: string }
  >()
  let atMs = toMs(clock)
  for (const { at, from, channel, conversation, text } of turns) {
    if (at) atMs = toMs(at)
    if (atMs > nowMs || typeof from === 'string' || from.kind !== 'client' || from.id !== contact.id) continue
    const said = readConsent(text ?? '')
    const before = heard.get(conversation)
    const stopped = said === 'stop' || (before?.stopped === true && said !== 'start')
    heard.set(conversation, { channel, conversation, heardMs: atMs, stopped, words: text ?? '' })
  }
  return [...heard.values()].sort((a, b) => b.heardMs - a.heardMs)
}

/** What a scenario has come to. */
interface Standing {
  scenario: Scenario
  policy: Policy
  nowMs: number
  /** `whatsapp +44...`: consents that members noted. */
  agreed: ReadonlySet<string>
}

/** By which ways a contact of a scenario can be written to: where they wrote, WhatsApp for numbers, mail for addresses. */
export function reachIn({ scenario, policy, nowMs, agreed }: Standing, contact: Contact): Reach {
  const heard = heardIn(scenario, contact, nowMs)
  const zones = contact.phones.map(zonesOfNumber).find((found) => found.length > 0) ?? [policy.company.timezone]
  const placed = [
    ...contact.phones.map((address) => ({ channel: 'whatsapp', conversation: `whatsapp:${address}`, address })),
    ...contact.emails.map((address) => ({ channel: 'email', conversation: address, address })),
  ]
  const elsewhere = heard
    .filter(
      ({ channel, conversation }) => channel !== 'email' && !placed.some((one) => one.conversation === conversation),
    )
    .map(({ channel, conversation }) => ({ channel, conversation, address: null }))
  const ways = [...elsewhere, ...placed].map((place): Way => {
    const last = heard.find(({ conversation }) => conversation === place.conversation)
    const heardMs = last?.heardMs ?? null
    const isAgreed = agreed.has(`${place.channel} ${place.address ?? place.conversation}`)
    const heardSo: Consent = { state: 'given', how: 'member', by: null, words: '', atMs: nowMs }
    const noted: Consent | null = last
      ? { state: last.stopped ? 'withdrawn' : 'given', how: 'wrote', by: null, words: last.words, atMs: last.heardMs }
      : isAgreed
        ? heardSo
        : null
    const consent = noted ?? consentInRecord(place.channel, contact.custom)
    const isWhatsapp = place.channel === 'whatsapp'
    const windowUntilMs = isWhatsapp ? (heardMs ?? 0) + DAY_MS : null
    const template = ['update', 'reopen'].find((name) => name in policy.whatsapp.templates) ?? null
    const toMail = place.channel === 'email'
    const { atMs, waits } =
      heardMs !== null && nowMs - heardMs < HOUR_MS
        ? { atMs: nowMs, waits: null }
        : firstMoment(policy, { contact, zones, sent: [], toMail, nowMs })
    return {
      ...place,
      heardMs,
      toldMs: null,
      windowUntilMs,
      template,
      consent,
      barred: barredBy(consent, isWhatsapp, windowUntilMs !== null && windowUntilMs <= nowMs && template === null),
      takenBy: null,
      fromMs: atMs,
      waits,
    }
  })
  return {
    contact: contact.id,
    name: contact.name,
    company: contact.company,
    status: contact.status,
    vip: false,
    zones,
    ways: ways.sort((a, b) => (b.heardMs ?? 0) - (a.heardMs ?? 0)),
  }
}

function barredBy(consent: Consent | null, asks: boolean, isClosed: boolean): Barred | null {
  if (consent?.state === 'withdrawn') return 'opted_out'
  if (asks && consent?.state !== 'given') return 'no_consent'
  return isClosed ? 'window_closed' : null
}
