import { afterEach, beforeEach, expect, test } from 'vitest'
import { MailDraft } from '#kernel/mail.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let mia: string
beforeEach(async () => {
  made = await harness()
  const visited = visit(made)
  ask = visited.ask
  mia = await visited.signIn()
})
afterEach(() => made.close())

const page = async (path: string): Promise<string> => (await ask(path, { cookie: mia })).text()
const file = (id: string, said: Partial<MailDraft>, folder = 'inbox') =>
  made.made.local.mailbox.add(MailDraft.parse({ from: 'dana@acme.example', ...said }), {
    ...{ id, folder },
    atMs: made.clock.nowMs(),
  })

const HOSTILE = '<img src="https://evil.example/p.gif"><script>alert(1)</script> \u202Eevil https://evil.example'

test('threads of a folder, one thread, and a draft can be read', async () => {
  await file('1@x', {
    subject: 'Kitchens',
    body: 'First\n\nSecond',
    sentAt: '2026-11-24T09:00:00Z',
    attachments: ['a.pdf'],
  })
  await file(
    '2@x',
    { from: null, to: ['dana@acme.example'], subject: 'Re: Kitchens', body: 'Yes.', inReplyTo: '1@x' },
    'drafts',
  )
  expect(await page('/mail')).toMatch(/Kitchens[\s\S]*Dana Field &lt;dana@acme\.example&gt;/)
  expect(await page('/mail?folder=drafts')).toContain('Re: Kitchens')
  const thread = await page('/mail/thread?id=1%40x')
  expect(thread).toMatch(/First\n\nSecond[\s\S]*a\.pdf[\s\S]*the desk[\s\S]*Drafts[\s\S]*not sent[\s\S]*Yes\./)
  expect(await page('/mail?words=second')).toContain('Kitchens')
  expect(await page('/mail?words=third')).toContain('Nothing has these words')
})

test('what a mail says is text: nothing of it is run, fetched or followed', async () => {
  const folder = '<img src=x><script>alert(1)</script>'
  const said = { from: HOSTILE, to: [HOSTILE], subject: HOSTILE, body: HOSTILE, attachments: [HOSTILE] }
  await file('<"1@x', said, folder)
  const paths = [`/mail?folder=${encodeURIComponent(folder)}`, `/mail/thread?id=${encodeURIComponent('<"1@x')}`]
  for (const path of paths) {
    const text = await page(path)
    expect(text).toContain('&lt;script&gt;alert(1)')
    expect(text).not.toMatch(/<img|<script>alert|href="https?:\/\/evil|\u202E/)
  }
})

test('whether mail is sent stands at the top', async () => {
  expect(await page('/mail')).toMatch(/Nothing is sent, because <code>SMTP_URL<\/code> is not set/)
  made.made.context.mailer = { ...made.made.context.mailer, configured: true, from: 'desk@northwind.example' }
  expect(await page('/mail')).toContain('The desk sends from <strong>desk@northwind.example</strong>')
})

test('nobody without a session reads mail, and a thread there is not is not found', async () => {
  await file('1@x', { subject: 'Kitchens' })
  for (const path of ['/mail', '/mail/thread?id=1%40x'])
    expect(await (await ask(path)).text()).not.toContain('Kitchens')
  for (const path of ['/mail/thread', '/mail/thread?id=none'])
    expect((await ask(path, { cookie: mia })).status).toBe(404)
})
