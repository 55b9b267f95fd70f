import { createMiddleware } from 'hono/factory'
import { DeskError } from '#kernel/errors.ts'

const OWN_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Health probes ask by whatever address they know, and are told nothing but "up". */
const ANY_NAME: ReadonlySet<string> = new Set(['/healthz', '/readyz'])

/** The name in a Host header without its port, in lower case. */
export const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')

/**
 * Answers only to names the console was given. A page elsewhere may point its own name at this machine (DNS rebinding); its
 * requests then bear that name.
 */
export function hostDoor(allowed: readonly string[]) {
  const names = new Set([...OWN_NAMES, ...allowed.map(nameOf)])
  return createMiddleware(async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!names.has(nameOf(host)) && !ANY_NAME.has(c.req.path))
      throw new DeskError('WRONG_HOST', { host: host.slice(0, 80).replace(/[^\w.:[\]-]/g, '?') })
    await next()
  })
}
