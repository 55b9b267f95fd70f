import { streamSSE } from 'hono/streaming'
import type { DeskChange } from '#desk/context.ts'
import { sessionViewer } from '#desk/views/sessions.ts'
import type { Viewer } from '#desk/views/viewer.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { ConsoleParts, WebContext } from './parts.ts'

/** Proxies cut a silent stream; this keeps it open. */
const HEARTBEAT_MS = 25 * SECOND_MS

/** Conversations are their member's own; everything else concerns the whole team. */
const concerns = (change: DeskChange, { id }: Viewer): boolean =>
  change.topic !== 'conversation' ||
  change.id === `console:${id}` ||
  change.id === `flags:${id}` ||
  change.id.startsWith(`rehearsal:${id}:`)

/**
 * Live news as server-sent events: `{"topic"}`, nothing else; the page asks for what it shows. The stream ends with the
 * session.
 */
export function live(parts: ConsoleParts, c: WebContext): Response {
  const viewer = c.get('viewer')
  const session = c.get('session')
  c.header('cache-control', 'no-store')
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const check = async () => {
      if (!(await sessionViewer(parts.desk.context, session))) end()
    }
    const leave = parts.hub.listen((change) => {
      if (change.topic === 'desk') check().catch(() => end())
      if (concerns(change, viewer))
        void stream.writeSSE({ event: 'change', data: JSON.stringify({ topic: change.topic }) })
    })
    const heartbeat = setInterval(() => {
      void stream.writeSSE({ event: 'beat', data: '' })
      check().catch(() => end())
    }, HEARTBEAT_MS)
    heartbeat.unref()
    stream.onAbort(end)
    await stream.writeSSE({ event: 'hello', data: '' })
    await ended
    clearInterval(heartbeat)
    leave()
  })
}
