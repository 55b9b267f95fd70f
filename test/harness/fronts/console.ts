import type { Entry } from '#desk/views/conversation.ts'
import type { CardView, Receipt } from '#desk/views/flags.ts'
import { signInPath } from '#desk/views/sessions.ts'
import { consoleParts } from '#test/browser/harness.ts'
import { type Ask, visit } from '#test/browser/visit.ts'
import { consoleApp } from '#web/console-app.ts'
import type { Front, Member, Running, ShownCard } from './front.ts'

interface Failure {
  error?: { message: string }
  reply?: string | null
  receipt?: Receipt | null
}

/** The console over HTTP, as its own pages use it: one session a member. */
export async function consoleFront(): Promise<Front> {
  let ask: (member: Member, path: string, more?: Ask) => Promise<Response> = async () => {
    throw new Error('no desk runs yet')
  }
  /** What answered a tap, by member. */
  const answered = new Map<Member, string[]>()
  /** Cards as they were seen last: a page shows what is open, and a list of receipts. */
  const seen = new Map<string, ShownCard>()

  function join({ made, hub }: Running): void {
    const app = consoleApp(consoleParts(made, hub))
    const { ask: bare, signIn } = visit({ app, link: (member = 'mia') => signInPath(made.context, member) })
    const cookies = new Map<Member, Promise<string>>()
    ask = async (member, path, more = {}) => {
      const cookie = cookies.get(member) ?? signIn(member)
      cookies.set(member, cookie)
      return bare(path, { cookie: await cookie, ...more })
    }
  }

  async function decide(member: Member, { copy }: ShownCard, body: Record<string, unknown>): Promise<void> {
    const { card, decision, closed } = copy as CardView
    const json = { decision: decision ?? '', ...body }
    const answer = await ask(member, `/api/flags/${card.flag}/decide`, { json })
    const { error, reply } = (await answer.json()) as Failure
    // A card that somebody may not decide says so in the place of its buttons.
    const said = closed ?? error?.message ?? reply
    if (said) answered.set(member, [...(answered.get(member) ?? []), said])
  }

  return {
    name: 'console',
    settings: {},
    handles: {},
    join,
    async say(member, text) {
      await ask(member, '/api/messages', { json: { text } })
    },
    async told(member) {
      const { entries } = (await (await ask(member, '/api/messages')).json()) as { entries: Entry[] }
      return [...entries.filter((one) => one.from === 'desk').map((one) => one.text), ...(answered.get(member) ?? [])]
    },
    async cards(member) {
      const { flags } = (await (await ask(member, '/api/flags')).json()) as { flags: CardView[] }
      for (const view of flags)
        seen.set(`${member} ${view.card.flag}`, { text: view.card.headline, open: view.decision !== null, copy: view })
      const page = flags.length === seen.size ? '' : await (await ask(member, '/flags')).text()
      return [...seen].flatMap(([name, shown]) => {
        const { flag } = (shown.copy as CardView).card
        if (!name.startsWith(`${member} `)) return []
        if (flags.some((view) => view.card.flag === flag)) return [shown]
        const [, receipt = ''] = page.split(`id="receipt-${flag}"`)
        return [{ ...shown, open: false, text: plain(receipt.split('</li>')[0] ?? '') }]
      })
    },
    press: (member, card, verb) => decide(member, card, { verb }),
    edit: (member, card, title) => decide(member, card, { verb: 'edit', fields: { '0.title': title } }),
    close: async () => undefined,
  }
}

const plain = (html: string): string =>
  html
    .replace(/^[^>]*>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
