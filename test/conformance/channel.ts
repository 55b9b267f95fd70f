import { describe, expect, test } from 'vitest'
import { DeskError } from '#kernel/errors.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { type Card, Outbound } from '#kernel/outbound.ts'
import type { Channel, ChannelDesk, Delivery } from '#ports/channel.ts'
import { skipsOf } from './skips.ts'

/** What the desk was handed, in the place of a desk. */
export class HeardDesk implements ChannelDesk {
  readonly heard: InboundDraft[] = []
  /** Events that are not kept: the channel must not acknowledge them. */
  full = false
  /** Why the channel said that it was closed for good. */
  readonly faults: DeskError[] = []
  readonly #ids = new Set<string>()

  async receive(event: InboundDraft): Promise<{ duplicate: boolean }> {
    if (this.full) throw new DeskError('DISK_FULL', { home: 'here' })
    const key = JSON.stringify([event.account, event.from.id, event.id])
    const duplicate = this.#ids.has(key)
    this.#ids.add(key)
    if (!duplicate) this.heard.push(event)
    return { duplicate }
  }
  heardSince = async (): Promise<{ id: string; conversation: string }[]> => []
  missed = async (): Promise<void> => undefined
  delivered = async (): Promise<void> => undefined
  takesPart = async (): Promise<boolean> => true
  editForm: ChannelDesk['editForm'] = async () => ({
    headline: 'Book it?',
    zone: 'Europe/London',
    fields: [{ name: '0.title', label: 'Title', type: 'text', value: 'Jo' }],
  })
  home = async () => null
  named = async () => []
  readonly #kept = new Map<string, string>()
  kept = async (name: string): Promise<string | null> => this.#kept.get(name) ?? null
  closed(fault: DeskError): void {
    this.faults.push(fault)
  }
  async keep(name: string, value: string | null): Promise<void> {
    if (value === null) this.#kept.delete(name)
    else this.#kept.set(name, value)
  }
}

/** What a person sees of a message, as the provider holds it. */
export interface Seen {
  /** Everything that is shown, with the provider's own escaping taken off; never what buttons carry. */
  text: string
  /** Verbs or labels of what can be tapped. */
  buttons: string[]
  /** Whatever the provider was sent for it, to look for what must not be in it. */
  raw: string
}

/** A channel with a provider of its own, and somebody who uses it. */
export interface ChannelUnderTest {
  channel: Channel
  desk: HeardDesk
  /** A conversation with a member, as the channel names it. */
  conversation: string
  /** The policy id of a member the channel reaches. */
  member: string
  /** That member writes. Twice the same `id` is the provider delivering it again. Resolves with whether it was acknowledged. */
  write(text: string, id: string): Promise<boolean>
  /** That member taps a button of the last card. */
  tap(verb: 'approve' | 'take_over', id: string): Promise<void>
  /** That member changes what the last card proposes and saves it. */
  edit(title: string): Promise<void>
  /** What is to be seen, oldest first. */
  seen(): Seen[]
  /** The next send meets this. */
  failNext(how: 'limit' | 'down' | 'taken'): void
  /** What is said is plain there: nothing that is written could call somebody. */
  plain?: true
  /** Seconds that the provider asks to wait where it meets a limit. */
  limitSeconds: number
  /** Loses the line to the provider; resolves when it is back. */
  reconnect(): Promise<void>
}

const CARD: Card = {
  flag: 'f123456789ab',
  headline: 'Decide: Book "Jo" on Thursday?',
  what: 'Sam asked for it.',
  quote: 'book <b>Jo</b> & co @everyone',
  reason: 'AUTHORITY',
  rule: 'scheduling.autonomy.external_new is act_with_approval',
  proposed: ['Book "Jo" on Thu 26 Nov, 11:00'],
  verbs: ['approve', 'edit', 'decline', 'take_over', 'snooze'],
  evidence: [{ text: 'Jo is new here', source: 'contacts' }],
  owner: 'mia',
  backup: 'lee',
  expiresAtMs: Date.parse('2026-11-23T17:00:00Z'),
  onExpiry: 'Nothing is done.',
  task: 't1234567890',
  agent: 'scheduling',
}
const TICKET = 'a-ticket-of-128-bits-00'

/** The suite every channel passes; what one cannot do is named in the list of skips. */
export function channelConformance(name: string, open: () => Promise<ChannelUnderTest>): void {
  const skips = skipsOf('channel', name)
  const it = (what: string, run: (under: ChannelUnderTest) => Promise<void>) =>
    test.skipIf(skips(what))(what, async () => run(await open()))
  const reply = (under: ChannelUnderTest, text: string, key = 'reply:1'): Delivery => ({
    key,
    conversation: under.conversation,
    to: [],
    message: Outbound.parse({ type: 'reply', text }),
  })
  const card = (under: ChannelUnderTest): Delivery => ({
    key: 'card:f123456789ab:mia',
    conversation: `flags:${under.member}`,
    to: [under.member],
    message: { type: 'card', to: [under.member], card: CARD },
    ticket: TICKET,
  })

  describe(`channel ${name}`, () => {
    it('receive: what a member writes is handed in, by a verified member, in a conversation', async (under) => {
      expect(await under.write('book 30 min with Sam', 'm1')).toBe(true)
      const [event] = under.desk.heard
      expect(event).toMatchObject({ kind: 'message', text: 'book 30 min with Sam', channel: under.channel.name })
      expect(event?.from).toMatchObject({ kind: 'member', id: under.member })
      expect(event?.from.assurance).not.toBe('claimed')
      expect(event?.conversation).toBe(under.conversation)
    })

    it('duplicate delivery: the same message again is the same event', async (under) => {
      for (let delivery = 0; delivery < 4; delivery++) expect(await under.write('hello', 'm1')).toBe(true)
      expect(under.desk.heard).toHaveLength(1)
    })

    it('acknowledgement: what is not kept is not acknowledged, and is taken when it comes again', async (under) => {
      under.desk.full = true
      expect(await under.write('hello', 'm1')).toBe(false)
      under.desk.full = false
      expect(await under.write('hello', 'm1')).toBe(true)
      expect(under.desk.heard).toHaveLength(1)
    })

    it('order: messages are handed in as they came, and sent as they were given', async (under) => {
      for (const text of ['one', 'two', 'three']) await under.write(text, text)
      expect(under.desk.heard.map((event) => event.text)).toEqual(['one', 'two', 'three'])
      for (const text of ['first', 'second']) await under.channel.send(reply(under, text, text))
      expect(under.seen().map((one) => one.text)).toEqual(['first', 'second'])
    })

    it('reply: it is said where it was asked, with what can be tapped', async (under) => {
      const choices = [
        { label: 'Yes', value: 'yes' },
        { label: 'No', value: 'no' },
      ]
      const message = Outbound.parse({ type: 'reply', text: 'Book it?', choices })
      await under.channel.send({ ...reply(under, ''), message })
      const [said] = under.seen()
      expect(said?.text).toContain('Book it?')
      if (under.channel.capabilities.buttons) expect(said?.buttons).toEqual(expect.arrayContaining(['Yes', 'No']))
    })

    it('card: it shows what is wanted, why, and what would happen, and offers what may be done', async (under) => {
      await under.channel.send(card(under))
      const [shown] = under.seen()
      for (const part of [
        'Book "Jo" on Thursday?',
        CARD.rule,
        'Book "Jo" on Thu 26 Nov, 11:00',
        'Jo is new here',
        'Nothing is done.',
      ])
        expect(shown?.text).toContain(part)
      expect(shown?.buttons).toEqual(expect.arrayContaining(['Approve', 'Edit', 'Take over', 'Decline']))
      // What a button carries is the ticket, and nothing of the flag.
      expect(shown?.raw).not.toContain(CARD.flag)
    })

    it('edit: what is changed in the form comes back with the ticket', async (under) => {
      await under.channel.send(card(under))
      await under.edit('Jo and Sam')
      expect(under.desk.heard).toMatchObject([
        { from: { id: under.member }, press: { ticket: TICKET, verb: 'edit', fields: { '0.title': 'Jo and Sam' } } },
      ])
    })

    it('decision once: a button tapped twice is one event', async (under) => {
      await under.channel.send(card(under))
      await under.tap('approve', 'p1')
      await under.tap('approve', 'p1')
      expect(under.desk.heard).toMatchObject([
        { kind: 'decision', from: { id: under.member }, press: { ticket: TICKET, verb: 'approve' } },
      ])
    })

    it('take over: it is one tap', async (under) => {
      await under.channel.send(card(under))
      await under.tap('take_over', 'p1')
      expect(under.desk.heard).toMatchObject([{ press: { ticket: TICKET, verb: 'take_over' } }])
    })

    it('close: a decided card says by whom, where it stands, and has nothing left to tap', async (under) => {
      const sent = await under.channel.send(card(under))
      const copy = 'providerId' in sent ? sent.providerId : null
      const message = {
        type: 'card_closed' as const,
        flag: CARD.flag,
        headline: CARD.headline,
        outcome: 'approved by Mia Chen',
      }
      await under.channel.send({
        key: 'closed:f1',
        conversation: `flags:${under.member}`,
        to: [under.member],
        message,
        replaces: copy === null ? [] : [copy],
      })
      const [closed, ...others] = under.seen()
      expect(closed?.text).toMatch(/approved by Mia Chen/i)
      expect([closed?.buttons, others]).toEqual([[], []])
    })

    it('long text split: it arrives whole and in order', async (under) => {
      const lines = Array.from({ length: 1500 }, (_none, at) => `line ${at} & more`)
      await under.channel.send(reply(under, lines.join('\n')))
      const shown = under
        .seen()
        .map((one) => one.text)
        .join('\n')
      expect(shown.split('\n').filter((line) => line.startsWith('line '))).toEqual(lines)
    })

    it('escaping: text is shown as it is written, and calls nobody', async (under) => {
      const text = 'a < b & c > d <!channel> <@U0MIA> @everyone [x](https://evil.example)'
      await under.channel.send(reply(under, text))
      const [said] = under.seen()
      expect(said?.text).toBe(text)
      if (!under.plain) expect(said?.raw).not.toMatch(/<!channel>|<@U0MIA>/)
    })

    it('rate limit: a limit is passed on with the time to wait', async (under) => {
      under.failNext('limit')
      await expect(under.channel.send(reply(under, 'hi'))).rejects.toMatchObject({
        code: 'RATE_LIMITED',
        details: { seconds: under.limitSeconds },
      })
    })

    it('outage: a service that is down is to be tried again', async (under) => {
      under.failNext('down')
      await expect(under.channel.send(reply(under, 'hi'))).rejects.toMatchObject({ retry: true })
      await under.channel.send({ ...reply(under, 'hi'), again: true })
      expect(under.seen()).toHaveLength(1)
    })

    it('once: what was taken and not answered is not sent twice', async (under) => {
      under.failNext('taken')
      await expect(under.channel.send(reply(under, 'hi'))).rejects.toMatchObject({ retry: true })
      await under.channel.send({ ...reply(under, 'hi'), again: true })
      expect(under.seen()).toHaveLength(1)
    })

    it('reconnect: after the line was lost, what people write comes in again', async (under) => {
      await under.reconnect()
      expect(await under.write('still there?', 'm9')).toBe(true)
      expect(under.desk.heard).toHaveLength(1)
    })

    it('reach: a member the channel does not know is not written to', async (under) => {
      expect([under.channel.reaches?.(under.member) ?? true, under.channel.reaches?.('nobody')]).toEqual([true, false])
    })
  })
}
