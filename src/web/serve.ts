import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'

/** How long open answers may take when the server closes; live pages are cut after it. */
const GRACE_MS = SECOND_MS

export interface Listening {
  port: number
  /** Takes no new requests, lets open ones end, and cuts what is left. */
  close(): Promise<void>
}

/**
 * Serves an app over HTTP.
 * @param setting the name of the setting the port came from, for the error
 * @throws DeskError PORT_TAKEN, CONFIG_INVALID where the address is not this machine's
 */
export async function serve(
  app: Pick<Hono, 'fetch'>,
  { host, port, setting }: { host: string; port: number; setting: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(named(error, host, port, setting)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

function named(error: NodeJS.ErrnoException, host: string, port: number, setting: string): Error {
  if (error.code === 'EADDRINUSE') return new DeskError('PORT_TAKEN', { port, host, setting }, { cause: error })
  if (error.code === 'EACCES')
    return new DeskError('CONFIG_INVALID', {
      name: setting,
      value: port,
      problem: 'this user may not listen on it; choose a port above 1023',
    })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new DeskError('CONFIG_INVALID', { name: 'HOST', value: host, problem: 'this machine has no such address' })
  return error
}
