import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import twilio from 'twilio'

export const ACCOUNT = 'AC0123456789abcdef0123456789abcdef'
export const TOKEN = 'a-twilio-auth-token'
export const DESK_NUMBER = '+14155238886'

/** A message as a phone shows it. */
export interface Shown {
  sid: string
  to: string
  /** What is read: the body, with what a template was filled with. */
  body: string
  /** What can be tapped, with what it carries. */
  options: { label: string; payload: string }[]
  /** Name of the template it was sent by, where it was one of the policy's. */
  template: string | null
  media: string[]
  callback: string | null
  status: string
  dateMs: number
  /** Every argument of the call. */
  args: Record<string, string>
}

/** What goes wrong with the next message: a status, an error code of Twilio's, silence, a cut line; `taken`: done, and the line cut. */
export type Fault = number | 'hang' | 'reset' | 'taken' | { code: number; status?: number }

/** A file as Twilio keeps it, by the path of its address; or what goes wrong when it is asked for. */
export type Kept =
  | { type: string; bytes: number; unsaid?: boolean }
  | { sentOnTo: string }
  | { status: number }
  | 'hang'

interface Content {
  sid: string
  friendly_name: string
  types: Record<string, { body: string; actions?: Line[]; items?: Line[] }>
}
interface Line {
  id: string
  title?: string
  item?: string
}

/**
 * A small Twilio of our own, for what test servers lack: the 24 hours, contents, reports in any order, faults on demand. It judges
 * nothing.
 */
export class TwilioServer {
  readonly messages: Shown[] = []
  readonly contents: Content[] = []
  /** Approved templates, by ContentSid: their text with `{{1}}` in it. */
  readonly templates = new Map<string, { name: string; body: string }>()
  /** Numbers to which only templates go. */
  readonly closed = new Set<string>()
  /** Files that came in; what is not here is not found. */
  readonly media = new Map<string, Kept>()
  /** False: this account keeps no contents. */
  keepsContents = true
  /** How often each call was made, as `POST /Messages`. */
  readonly calls: string[] = []
  readonly #nowMs: () => number
  readonly #faults: Fault[] = []
  readonly #http = createServer((request, response) => void this.#answer(request, response))

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
  }
  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }
  async close(): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  /** The next messages go wrong, one after the other. */
  fault(...faults: Fault[]): void {
    this.#faults.push(...faults)
  }

  /** What a number was sent, oldest first. */
  to(number: string): Shown[] {
    return this.messages.filter((one) => one.to === `whatsapp:${number}`)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://twilio')
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString()
    const path = pathname.replace(/^\/2010-04-01\/Accounts\/\w+|\.json$/g, '').replace(/\.json$/, '') || '/'
    this.calls.push(`${request.method} ${path}`)
    const answer = (status: number, json: unknown, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(json))
    }
    const given = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString()
    if (given !== `${ACCOUNT}:${TOKEN}`) return answer(401, { code: 20003, message: 'Authenticate', status: 401 })
    if (pathname.includes('/Media/')) return this.#file(pathname, response)
    if (path === '/v1/Content') {
      const [status, json] = this.#content(request.method ?? '', body)
      return answer(status, json)
    }
    if (path !== '/Messages')
      return answer(200, { sid: ACCOUNT, friendly_name: 'Northwind', status: 'active', type: 'Full' })
    if (request.method === 'GET') return answer(200, this.#listed(searchParams.get('To') ?? ''))
    const fault = this.#faults.shift()
    if (fault === 'reset') return void request.socket.destroy()
    if (fault === 'hang') return
    if (typeof fault === 'number')
      return answer(fault, { code: 20429, status: fault }, fault === 429 ? { 'retry-after': '7' } : {})
    if (typeof fault === 'object') return answer(fault.status ?? 400, { code: fault.code, status: 400, message: 'no' })
    const sent = this.#send(Object.fromEntries(new URLSearchParams(body)))
    if (fault === 'taken') return void request.socket.destroy()
    if ('code' in sent) return answer(400, { ...sent, status: 400, message: 'no' })
    answer(201, told(sent))
  }

  #file(path: string, response: ServerResponse): void {
    const kept = this.media.get(path) ?? { status: 404 }
    if (kept === 'hang') return
    if ('sentOnTo' in kept) return void response.writeHead(307, { location: kept.sentOnTo }).end()
    if ('status' in kept) return void response.writeHead(kept.status).end()
    const { type, bytes, unsaid } = kept
    response.writeHead(200, { 'content-type': type, ...(!unsaid && { 'content-length': bytes }) })
    response.end(Buffer.alloc(bytes))
  }

  #send(args: Record<string, string>): Shown | { code: number } {
    const number = (args.To ?? '').replace('whatsapp:', '')
    const { body, options, template } = this.#read(args)
    if (body.length > 1600) return { code: 21617 }
    if (this.closed.has(number) && template === null) return { code: 63016 }
    const shown: Shown = {
      sid: `SM${randomBytes(16).toString('hex')}`,
      to: args.To ?? '',
      body,
      options,
      template,
      media: args.MediaUrl ? [args.MediaUrl] : [],
      callback: args.StatusCallback ?? null,
      status: 'queued',
      dateMs: this.#nowMs(),
      args,
    }
    this.messages.push(shown)
    return shown
  }

  #read({
    Body = '',
    ContentSid,
    ContentVariables = '{}',
  }: Record<string, string>): Pick<Shown, 'body' | 'options' | 'template'> {
    const variables = JSON.parse(ContentVariables) as Record<string, string>
    const filled = (text = ''): string => text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => variables[name] ?? '')
    const template = ContentSid ? this.templates.get(ContentSid) : undefined
    if (template) return { body: filled(template.body), options: [], template: template.name }
    const [type] = Object.values(this.contents.find(({ sid }) => sid === ContentSid)?.types ?? {})
    if (!type) return { body: Body, options: [], template: null }
    const lines = type.actions ?? type.items ?? []
    const options = lines.map(({ title, item, id }) => ({ label: filled(title ?? item), payload: filled(id) }))
    return { body: filled(type.body), options, template: null }
  }

  #listed(to: string): object {
    const messages = this.messages.filter((one) => one.to === to).map(told)
    return { messages: messages.reverse(), next_page_uri: null, page: 0, page_size: 50 }
  }

  #content(method: string, body: string): [status: number, json: unknown] {
    if (!this.keepsContents) return [404, { code: 20404, status: 404, message: 'not found' }]
    if (method === 'GET') return [200, { contents: this.contents, meta: { key: 'contents' } }]
    const content = { ...(JSON.parse(body) as Omit<Content, 'sid'>), sid: `HX${randomBytes(16).toString('hex')}` }
    this.contents.push(content)
    return [201, content]
  }
}

const told = ({ sid, to, body, status, dateMs }: Shown): object => ({
  sid,
  to,
  from: `whatsapp:${DESK_NUMBER}`,
  body,
  direction: 'outbound-api',
  status,
  date_created: new Date(dateMs).toUTCString(),
})

/** A post of Twilio's, signed as it signs: for `url`, with whatever parameters. */
export function signed(url: string, params: Record<string, string>, token = TOKEN): Request {
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(token, url, params),
    },
    body: new URLSearchParams(params).toString(),
  })
}

/** A file that Twilio keeps from now on, as the parameters that say so; the post may name another type than it has. */
export function sentFile(twilio: TwilioServer, kept: Kept, postedType = 'image/png'): Record<string, string> {
  const path = `/2010-04-01/Accounts/${ACCOUNT}/Messages/MM1/Media/ME${twilio.media.size}`
  twilio.media.set(path, kept)
  return { NumMedia: '1', MediaUrl0: `https://api.twilio.com${path}`, MediaContentType0: postedType }
}
