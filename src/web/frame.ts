import { waitingFor } from '#desk/views/flags.ts'
import type { Html } from './pages/bits.ts'
import { framed } from './pages/layout.ts'
import type { ConsoleParts, WebContext } from './parts.ts'
import { themeOf } from './theme.ts'

/** Answers a page of a signed-in member, in the console's frame. */
export async function answerPage(
  parts: ConsoleParts,
  c: WebContext,
  { title, at, main }: { title: string; at: string; main: Html },
  status: 200 | 201 = 200,
): Promise<Response> {
  const viewer = c.get('viewer')
  const waiting = await waitingFor(parts.desk.context, viewer)
  const page = framed({ title, at, viewer, theme: themeOf(c), setup: parts.setup(), waiting }, main)
  c.header('cache-control', 'no-store')
  return c.html(page, status)
}
