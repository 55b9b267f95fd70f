import type twilio from 'twilio'
import { DeskError } from '#kernel/errors.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import type { ChannelKit, Delivery, Sent } from '#ports/channel.ts'
import { consequenceOf } from '../faults.ts'
import { addressOf, numberIn } from '../number.ts'
import { statusUrl } from '../receive/status.ts'
import { asPassing, refusalOf } from '../rest.ts'
import type { WhatsAppSettings } from '../settings.ts'
import { ContentShapes } from './content.ts'
import { draw } from './draw.ts'
import type { Drawn } from './drawn.ts'
import { BODY_LENGTH } from './text.ts'

/** Messages looked through for one that an earlier try may have sent. */
const LOOK_BACK = 50
/** Twilio's clock and this one may differ by so much. */
const CLOCK_SLACK_MS = MINUTE_MS

/** They came to nothing, so they are no earlier try. */
const FAILED: ReadonlySet<string> = new Set(['failed', 'undelivered', 'canceled'])

type Create = Parameters<twilio.Twilio['messages']['create']>[0]
/** What a message carries, besides from whom and to whom. */
type Said = Pick<Create, 'body' | 'contentSid' | 'contentVariables' | 'mediaUrl'>

/**
 * Sends what the desk says, each part once. Twilio does not know a second try from a second message, so before one it is looked
 * through what went to that number since the first, and a part that is found there is not sent again.
 */
export class Sender {
  readonly #client: twilio.Twilio
  readonly #settings: WhatsAppSettings
  readonly #kit: ChannelKit
  readonly #shapes: ContentShapes

  constructor(client: twilio.Twilio, settings: WhatsAppSettings, kit: ChannelKit) {
    this.#client = client
    this.#settings = settings
    this.#kit = kit
    this.#shapes = new ContentShapes(client.content.v1.contents, kit)
  }

  /** @throws DeskError INTEGRATION_DOWN, RATE_LIMITED */
  async send(delivery: Delivery): Promise<Sent> {
    const to = this.#numberFor(delivery)
    if (to === null) return { unsent: 'no_address' }
    try {
      const sids: string[] = []
      const earlier = delivery.again ? await this.#earlier(delivery, to) : []
      for (const said of await this.#saidBy(delivery, to)) sids.push(await this.#once(delivery, to, said, earlier))
      return { providerId: sids.length === 0 ? null : sids.join(' ') }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw asPassing(error)
      this.#kit.log.warn({ problem: refusal.code ?? refusal.status }, 'Twilio did not take a message')
      const unsent = refusal.status === 401 || refusal.status === 403 ? 'setup' : consequenceOf(refusal.code)
      if (unsent === 'passing') throw new DeskError('INTEGRATION_DOWN', { name: 'Twilio' }, { cause: error })
      return { unsent }
    }
  }

  /** A conversation of WhatsApp's is answered where it is; everything else goes to the member's own number. */
  #numberFor({ conversation, to }: Delivery): string | null {
    return numberIn(conversation) ?? this.#kit.people().find(({ id }) => id === to[0])?.handle ?? null
  }

  async #saidBy(delivery: Delivery, to: string): Promise<Said[]> {
    const { template } = delivery
    if (template) return [{ contentSid: template.id, ...variablesOf(template.variables) }]
    const member = this.#kit.people().find(({ handle }) => handle === to)
    const drawn = draw(delivery, { isMember: member !== undefined, zone: member?.zone ?? 'Etc/UTC' })
    const all: Said[] = []
    for (const one of drawn) {
      const said = await this.#saidAs(one)
      const before = one.options && !said.contentSid ? all.at(-1) : undefined
      const together = before && `${before.body}\n\n${said.body}`
      // A list that is written out stands in the message it belongs to.
      if (together !== undefined && together.length <= BODY_LENGTH) all[all.length - 1] = { ...before, body: together }
      else all.push(said)
    }
    return all
  }

  async #saidAs(drawn: Drawn): Promise<Said> {
    const { body, plain, media } = drawn
    const content = drawn.options ? await this.#shapes.of(drawn) : null
    if (content) return { body, ...content }
    return { body: plain ?? body, ...(media && { mediaUrl: [...media] }) }
  }

  async #once({ row }: Delivery, to: string, said: Said, earlier: Earlier[]): Promise<string> {
    const at = earlier.findIndex((one) => isSame(one, said))
    const [found] = at === -1 ? [] : earlier.splice(at, 1)
    if (found) return found.sid
    const { publicUrl, from } = this.#settings
    const { body, ...content } = said
    const { sid } = await this.#client.messages.create({
      from: addressOf(from),
      to: addressOf(to),
      ...(content.contentSid ? content : { body, ...content }),
      ...(publicUrl !== null && row !== undefined && { statusCallback: statusUrl(publicUrl, row) }),
    })
    return sid
  }

  /** What went to a number since the first try, other than what is known to be something else; oldest first. */
  async #earlier({ tried }: Delivery, to: string): Promise<Earlier[]> {
    const sinceMs = (tried?.sinceMs ?? 0) - CLOCK_SLACK_MS
    const known = new Set(tried?.others ?? [])
    const found = await this.#client.messages.list({
      to: addressOf(to),
      from: addressOf(this.#settings.from),
      limit: LOOK_BACK,
    })
    return found
      .filter(
        ({ sid, dateCreated, direction, status }) =>
          direction.startsWith('outbound') &&
          !FAILED.has(status) &&
          !known.has(sid) &&
          dateCreated.getTime() >= sinceMs,
      )
      .map(({ sid, body }) => ({ sid, body }))
      .reverse()
  }
}

interface Earlier {
  sid: string
  body: string
}

const plainly = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** A template is told by Twilio with its words filled in, which are not known here: any message of that time that has words may be it. */
const isSame = (one: Earlier, said: Said): boolean =>
  said.body === undefined ? true : plainly(one.body) === plainly(said.body)

/** Variables may hold neither line breaks nor many spaces, and none may be empty. Source: https://www.twilio.com/docs/api/errors/63013 */
function variablesOf(variables: Readonly<Record<string, string>>): Pick<Create, 'contentVariables'> {
  const given = Object.entries(variables).map(([name, value]) => [name, value.replace(/\s+/g, ' ').trim() || '-'])
  return given.length === 0 ? {} : { contentVariables: JSON.stringify(Object.fromEntries(given)) }
}
