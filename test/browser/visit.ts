import type { Harness } from './harness.ts'

const HOST = 'localhost:4040'
const ORIGIN = `http://${HOST}`

export interface Ask {
  method?: string
  /** In the place of what a browser would send; an empty value leaves the header out. */
  headers?: Record<string, string>
  form?: Record<string, string>
  json?: unknown
  cookie?: string
}

/** Requests to a console as a browser on its own pages sends them. */
export function visit(made: Pick<Harness, 'app' | 'link'>) {
  function ask(path: string, { method, headers, form, json, cookie }: Ask = {}): Promise<Response> {
    const posts = form !== undefined || json !== undefined
    const given: Record<string, string> = {
      host: HOST,
      ...(posts && { origin: ORIGIN }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(cookie && { cookie }),
      ...headers,
    }
    return Promise.resolve(
      made.app.request(`${ORIGIN}${path}`, {
        method: method ?? (posts ? 'POST' : 'GET'),
        headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
        ...(form && { body: new URLSearchParams(form) }),
        ...(json !== undefined && { body: JSON.stringify(json) }),
      }),
    )
  }

  return {
    ask,
    /** The cookie of a fresh session. */
    async signIn(member = 'mia'): Promise<string> {
      const answer = await ask(await made.link(member), { form: {} })
      return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
  }
}
