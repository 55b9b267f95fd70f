import fc from 'fast-check'
import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { formLetter } from '#desk/out/form-letter.ts'
import type { Entry } from '#desk/views/conversation.ts'
import type { CardView } from '#desk/views/flags.ts'
import { draw as drawDiscord } from '#integrations/discord/send/draw.ts'
import { emailChannel } from '#integrations/email/channel.ts'
import { draw } from '#integrations/slack/send/draw.ts'
import { editForm } from '#integrations/slack/views/forms.ts'
import { homeView } from '#integrations/slack/views/home.ts'
import { draw as drawWhatsApp } from '#integrations/whatsapp/send/draw.ts'
import { Card, Outbound } from '#kernel/outbound.ts'
import type { Mailbox } from '#ports/mailbox.ts'
import type { Letter } from '#ports/mailer.ts'
import { flagCard, receipt, smallCard } from '#web/pages/card.ts'
import { conversation } from '#web/pages/conversation.ts'
import { liveIn, UNSEEN } from '../harness/hostile/markup.ts'
import { hostileText } from '../harness/hostile/words.ts'
import { worstOf } from '../harness/hostile/worst.ts'
import { ANSWERS, PATIENCE_MS, SEED } from './size.ts'

const atMs = fc.integer({ min: 0, max: 4_000_000_000_000 })
/** Ids are the desk's own: no answer says them. */
const id = fc.constantFrom('f0a1b2c3', 't0a1b2c3')
const url = fc.constant('https://zz.example/x?a=<b>')
const meant = { expiresAtMs: atMs, untilMs: atMs, flag: id, task: id, action: id, url }
const cards = worstOf(Card, meant).map((one) => Card.parse(one))
const messages = worstOf(Outbound, { ...meant, card: cards })
  .filter((one) => Outbound.safeParse(one).success)
  .map((one) => Outbound.parse(one))
const fields = fc.record({
  name: fc.constant('0.title'),
  label: hostileText,
  type: fc.constant('text' as const),
  value: hostileText,
})

const options = { numRuns: Math.ceil(ANSWERS.render / 4), seed: SEED }

/** Every text that Slack would format, in whatever block it stands. */
function mrkdwnIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, text } = value as { type?: string; text?: unknown }
  const own = type === 'mrkdwn' && typeof text === 'string' ? [text] : []
  return [...own, ...Object.values(value).flatMap(mrkdwnIn)]
}

/** A mark of Slack's, unless it is a date as the desk itself writes them. */
const SLACK_MARK = /<(?!!date\^-?\d+\^\{date_short_pretty\} \{time\}\|[\dTZ:.+-]+>)/

test(
  'Slack: no text is a mark, in messages, cards, forms and Home',
  () => {
    fc.assert(
      fc.property(messages, cards, hostileText, fields, (message, card, words, field) => {
        const home = homeView({
          name: words,
          cards: [{ card, ticket: 'ticket', owner: words, editable: true }],
          done: [{ action: 't1.0', sentence: words, atMs: 0, undoable: true, undone: true }],
          paused: false,
          autonomy: [],
          cost: null,
        })
        const form = editForm({ headline: words, zone: 'Etc/UTC', fields: [field] }, 'ticket')
        for (const one of [...draw({ message, ticket: 'ticket' }), home, form]) {
          const said = [...('text' in one ? [one.text] : []), ...mrkdwnIn(one)]
          expect(said.filter((text) => SLACK_MARK.test(text) || UNSEEN.test(text))).toEqual([])
        }
      }),
      options,
    )
  },
  PATIENCE_MS,
)

/** Every text there is in a value. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : []

/** What Discord would follow, call or paint, unless it is a date or an address as the desk itself writes them, or escaped. */
const DISCORD_MARK = /(?<!\\)(?:\\\\)*(?:<(?!t:-?\d+:[a-zA-Z]>|https?:\/\/[^\s<>]+>)|\[[^\]]*\]\()/

/** Every text of a message that Discord formats: its content, and what stands in embeds. Buttons and footers are plain. */
const discordTexts = ({ content, embeds }: ReturnType<typeof drawDiscord>[number]): string[] => [
  content,
  ...embeds.flatMap(({ title, description, fields = [] }) => [
    title ?? '',
    description ?? '',
    ...fields.map(({ value }) => value),
  ]),
]

test(
  'Discord and WhatsApp: no text is a mark, and none holds what is not seen',
  () => {
    fc.assert(
      fc.property(messages, (message) => {
        const discord = drawDiscord({ message, ticket: 'ticket' })
        expect(discord.flatMap(discordTexts).filter((text) => DISCORD_MARK.test(text))).toEqual([])
        expect(
          textsIn(discord.map(({ content, embeds }) => [content, embeds])).filter((text) => UNSEEN.test(text)),
        ).toEqual([])
        const readers = [true, false].map((isMember) => ({ isMember, zone: 'Europe/London' }))
        const whatsApp = readers.flatMap((reader) => drawWhatsApp({ message, ticket: 'ticket' }, reader))
        const said = whatsApp.flatMap(({ body, plain = '', options = [] }) => [
          body,
          plain,
          ...options.map(({ label }) => label),
        ])
        expect(said.filter((text) => UNSEEN.test(text))).toEqual([])
      }),
      options,
    )
  },
  PATIENCE_MS,
)

test(
  'the console: no text is more than text, on cards and receipts and in conversations',
  async () => {
    await fc.assert(
      fc.asyncProperty(cards, hostileText, hostileText, fields, async (card, words, label, field) => {
        const view: CardView = {
          card,
          createdMs: 0,
          who: words,
          simulated: true,
          agent: words,
          owner: words,
          backup: label,
          reason: words,
          decision: 'd0',
          closed: null,
          edit: [{ ...field, change: { before: words, after: label, from: label } }],
          clash: [{ label, mine: words, theirs: label }],
          merge: {
            kind: 'contact',
            kept: words,
            gone: label,
            fields: [{ label, text: words, of: 'both' }],
            moves: [words],
          },
          final: false,
          version: '1',
        }
        const entry: Entry = {
          key: 'k1',
          atMs: 0,
          from: 'desk',
          text: words,
          notice: false,
          pending: false,
          tasks: [{ task: 't1', agent: words, status: 'waiting_human', waitsFor: label, flag: 'f1', cost: '$0.0004' }],
          choices: [{ label, value: words }],
          offered: [words],
          undo: [{ action: 't1.0', label, untilMs: 1 }],
        }
        const drawing = { zone: 'Europe/London', nowMs: 0, back: '/flags' }
        const talk = {
          ...drawing,
          entries: [entry],
          more: true,
          action: '/say',
          fields: [],
          nextId: 'n1',
          speaker: words,
        }
        const decided = {
          flag: 'f1',
          headline: words,
          outcome: label,
          tone: 'yes',
          atMs: 0,
          who: words,
          task: 't1',
        } as const
        const page =
          await html`${flagCard(view, drawing)}${smallCard(view, drawing)}${receipt(decided, drawing)}${conversation({ ...talk, prefill: words, placeholder: label, earlier: '/desk', opening: html`` })}`
        expect(liveIn(String(page))).toEqual([])
      }),
      options,
    )
  },
  PATIENCE_MS,
)

test(
  'mail: whoever wrote gets plain words, under a subject of one line, and nobody else gets any',
  async () => {
    const sent: Letter[] = []
    const mailer = {
      configured: true,
      from: 'desk@northwind.example',
      idOf: (key: string) => `${key}@northwind.example`,
      giveUp: async () => undefined,
      send: async (letter: Letter) => {
        sent.push(letter)
        return { id: letter.key, refused: [] }
      },
    }
    await fc.assert(
      fc.asyncProperty(messages, hostileText, async (message, subject) => {
        const last = { id: 'm1@x.example', from: 'jo@visitor.example', subject, references: [], threadId: null }
        const mailbox = { lastReceived: async () => last, get: async () => null, find: async () => [] }
        const channel = emailChannel({
          mailbox: mailbox as unknown as Mailbox,
          mailer,
          clock: { nowMs: () => 0 } as never,
        })
        await channel.send({ key: 'k1', conversation: 'thread-1', to: [], message })
        const letters = [sent.at(-1), formLetter(message, subject, 'en')]
        for (const letter of letters) {
          if (!letter) continue
          expect(letter.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
          expect(letter.text).not.toMatch(UNSEEN)
        }
      }),
      options,
    )
    expect(sent.length).toBeGreaterThan(100)
    expect(new Set(sent.flatMap(({ to }) => to))).toEqual(new Set(['jo@visitor.example']))
  },
  PATIENCE_MS,
)
