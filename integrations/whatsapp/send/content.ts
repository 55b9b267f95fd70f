import type twilio from 'twilio'
import { cut } from '#kernel/pieces.ts'
import { HOUR_MS } from '#kernel/units.ts'
import type { Clock } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'
import { refusalOf } from '../rest.ts'
import type { Drawn, Option } from './drawn.ts'

/** Limits in a session. Sources: https://www.twilio.com/docs/content/twilio-quick-reply, .../twiliolist-picker */
const MOST_BUTTONS = 3
const MOST_LINES = 10
const BODY_LENGTH = 1024
const BUTTON_LENGTH = 20
const ITEM_LENGTH = 24
const DESCRIPTION_LENGTH = 72

/** Twilio is not asked for shapes again so soon where it refused one. */
const REST_MS = HOUR_MS
/** Shapes the account has already are looked for among so many of its contents. */
const LOOK_THROUGH = 500

/** What a message with things to tap is sent by. */
export interface Content {
  contentSid: string
  contentVariables: string
}

type Shape = { kind: 'buttons' | 'list'; count: number }
type Contents = twilio.Twilio['content']['v1']['contents']

/**
 * Quick replies and lists. Twilio sends them by a content that exists beforehand, so there is one for each shape (kind and number of
 * options), in which everything else is a variable; it is made when it is first needed, and found again by its name. These are for
 * answers within the 24 hours and need nobody's approval.
 */
export class ContentShapes {
  readonly #contents: Contents
  readonly #clock: Clock
  readonly #log: Log
  #known: Promise<Map<string, string>> | null = null
  #restsUntilMs = 0

  constructor(contents: Contents, { clock, log }: { clock: Clock; log: Log }) {
    this.#contents = contents
    this.#clock = clock
    this.#log = log
  }

  /** What to send a message by, or null where it has to be said in plain text. @throws DeskError INTEGRATION_DOWN, RATE_LIMITED */
  async of({ body, options = [] }: Drawn): Promise<Content | null> {
    const shape = shapeFor(body, options)
    if (!shape || this.#clock.nowMs() < this.#restsUntilMs) return null
    try {
      const contentSid = await this.#sidOf(shape)
      return { contentSid, contentVariables: JSON.stringify(variablesOf(shape, body, options)) }
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      this.#restsUntilMs = this.#clock.nowMs() + REST_MS
      this.#known = null
      this.#log.warn(
        { problem: refusal.code ?? refusal.status },
        'Twilio keeps no shapes of messages; lists are written out',
      )
      return null
    }
  }

  async #sidOf(shape: Shape): Promise<string> {
    this.#known ??= this.#list()
    const known = await this.#known.catch((error: unknown) => {
      this.#known = null
      throw error
    })
    const name = nameOf(shape)
    const found = known.get(name) ?? (await this.#make(shape))
    known.set(name, found)
    return found
  }

  async #list(): Promise<Map<string, string>> {
    const all = await this.#contents.list({ limit: LOOK_THROUGH })
    return new Map(all.map(({ friendlyName, sid }) => [friendlyName, sid]))
  }

  async #make(shape: Shape): Promise<string> {
    // Twilio's client sends what it is given, under the names its description uses.
    const content = { friendly_name: nameOf(shape), language: 'en', variables: samplesOf(shape), types: typesOf(shape) }
    const { sid } = await this.#contents.create(content as unknown as Parameters<Contents['create']>[0])
    return sid
  }
}

function shapeFor(body: string, options: readonly Option[]): Shape | null {
  const count = options.length
  if (count === 0 || count > MOST_LINES || body.length > BODY_LENGTH || body.trim() === '') return null
  const fits = count <= MOST_BUTTONS && options.every(({ label }) => label.length <= BUTTON_LENGTH)
  return { kind: fits ? 'buttons' : 'list', count }
}

const nameOf = ({ kind, count }: Shape): string => `nightdesk_${kind}_${count}_v1`

const each = <T>({ count }: Shape, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_none, at) => make(at))

/** `b` is the body; of each option `t` is the label, `d` its description and `p` what it carries. */
const typesOf = (shape: Shape): object =>
  shape.kind === 'buttons'
    ? {
        'twilio/quick-reply': {
          body: '{{b}}',
          actions: each(shape, (at) => ({ type: 'QUICK_REPLY', title: `{{t${at}}}`, id: `{{p${at}}}` })),
        },
      }
    : {
        'twilio/list-picker': {
          body: '{{b}}',
          button: 'Choose',
          items: each(shape, (at) => ({ item: `{{t${at}}}`, id: `{{p${at}}}`, description: `{{d${at}}}` })),
        },
      }

const samplesOf = (shape: Shape): Record<string, string> =>
  variablesOf(
    shape,
    'Which one?',
    each(shape, (at) => ({ label: `Option ${at + 1}`, payload: `${at + 1}` })),
  )

function variablesOf(shape: Shape, body: string, options: readonly Option[]): Record<string, string> {
  const variables: Record<string, string> = { b: body }
  for (const [at, { label, payload }] of options.entries()) {
    variables[`t${at}`] = cut(label, shape.kind === 'buttons' ? BUTTON_LENGTH : ITEM_LENGTH)
    variables[`p${at}`] = payload
    // A variable may not be empty.
    if (shape.kind === 'list') variables[`d${at}`] = cut(label, DESCRIPTION_LENGTH)
  }
  return variables
}
