import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * Where a request comes from, for counting. A proxy on this machine says for whom it asks: the last address of
 * `X-Forwarded-For` is the one it added itself. Nobody else is believed.
 */
export function addressOf(c: Context): string {
  const peer = peerOf(c)
  if (!LOOPBACK.test(peer)) return peer
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || peer
}

/** Without a socket there is nobody to tell apart. */
function peerOf(c: Context): string {
  const bindings = c.env as { incoming?: unknown } | undefined
  return bindings?.incoming === undefined ? '' : (getConnInfo(c).remote.address ?? '')
}
