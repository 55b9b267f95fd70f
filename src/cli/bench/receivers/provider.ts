import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Everybody who writes: a member each, in a conversation of their own. */
export const PEOPLE = 100

/** How the policy and a provider call the nth person: numbers of one length, so that they sort as they count. */
export const slackUser = (person: number): string => `U${String(person).padStart(8, '0')}`
export const discordUser = (person: number): string => String(1_400_000_000_000_000_000n + BigInt(person))
export const phoneOf = (person: number): string => `+4477009${String(person).padStart(5, '0')}`

/** Where the program is reached from outside. */
export interface Reached {
  /** Its public port's address, without a slash at the end. */
  publicUrl: string
}

/**
 * A provider's side of a receiver, as small as the channel's real client lets it be: it delivers messages and takes what the desk
 * answers. It judges nothing; ids of what it takes rise, so that their order can be read from the desk's own store.
 */
export interface Provider {
  /** With these the program meets it. */
  readonly settings: Readonly<Record<string, string>>
  /**
   * It posts, each message on a connection of its own: which of two arrives first is only sure where the first was acknowledged before
   * the second leaves.
   */
  readonly posts: boolean
  /** Whether the program listens. */
  isMet(reached: Reached): Promise<boolean>
  /**
   * Delivers a message; resolves when it was acknowledged. Ids rise with `nth`.
   * @returns false where this provider is never told: what it delivered is only seen in the store
   */
  deliver(message: { nth: number; person: number; text: string }, reached: Reached): Promise<boolean>
  close(): void
}

/** A server on a port of this machine, with its address. */
export async function serverAt(
  answer: (request: IncomingMessage, body: string) => Answer | Promise<Answer>,
): Promise<{ http: Server; port: number }> {
  const http = createServer((request, response) => void respond(request, response, answer))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return { http, port: (http.address() as AddressInfo).port }
}

/** A status with what is answered as JSON. */
export type Answer = readonly [status: number, json: unknown]

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, body: string) => Answer | Promise<Answer>,
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const [status, json] = await answer(request, Buffer.concat(parts).toString())
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(status === 204 ? undefined : JSON.stringify(json))
}
