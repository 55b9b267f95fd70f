import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { Forks } from '../../src/cli/fork.ts'
import { RunLine } from '../../src/cli/run-line.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'
import { answering, mailServer } from '../harness/smtp.ts'

afterEach(() => vi.unstubAllEnvs())

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString()
const jo = { kind: 'stranger' as const, id: 'jo@acme.example', email: 'jo@acme.example' }
const mail = (id: string, minute: number, text: string, more: Partial<Line> = {}): Line => ({
  ...{ id, at: at(minute), channel: 'email', from: jo, subject: 'Meeting', text },
  ...more,
})
const ASKED = 'book 30 min with Mia on Thursday at 11am'

const mails = async ({ runner }: TestDesk) => (await runner.composition.local.records()).mail
const folders = async (desk: TestDesk) => (await mails(desk)).map(({ folder }) => folder).sort()

async function deskWithServer(options?: Parameters<typeof mailServer>[0]) {
  const server = await mailServer(options)
  vi.stubEnv('SMTP_URL', `smtp://desk:secret@127.0.0.1:${server.port}`)
  vi.stubEnv('MAIL_FROM', 'desk@northwind.example')
  const home = tempHome()
  return { server, home, desk: await openDesk(home) }
}

test('without a mail server an answer by mail is a draft, and nothing is called sent', async () => {
  const desk = await openDesk(tempHome())
  const { reply } = await desk.send(mail('1', 0, ASKED))
  expect(reply).not.toBeNull()
  const [inbox, draft] = (await mails(desk)).sort((a, b) => (a.folder < b.folder ? 1 : -1))
  expect(inbox).toMatchObject({ folder: 'inbox', from: jo.id, subject: 'Meeting', body: ASKED })
  expect(draft).toMatchObject({ folder: 'drafts', from: null, to: [jo.id], subject: 'Re: Meeting', sentAt: null })
  expect([draft?.body, draft?.threadId]).toEqual([`${reply}\n`, inbox?.threadId])
})

test('with one it leaves at once, to whom the mail is from, and the conversation goes on in its thread', async () => {
  const { server, desk } = await deskWithServer()
  await desk.send(mail('1@acme.example', 0, ASKED))
  expect(server.taken.map(({ to }) => to)).toEqual([[jo.id]])
  expect(server.taken[0]?.text).toMatch(/In-Reply-To: <1@acme\.example>/i)
  expect(server.taken[0]?.text).toMatch(/Auto-Submitted: auto-replied/i)
  const [sent] = (await mails(desk)).filter(({ folder }) => folder === 'sent')
  expect(sent).toMatchObject({ from: 'desk@northwind.example', to: [jo.id], sentAt: '2026-11-23T09:00:00Z' })
  const fields = { 'In-Reply-To': `<${sent?.id}>` }
  await desk.send(mail('2@acme.example', 5, 'the first one', { subject: 'Re: Meeting', fields }))
  expect(await folders(desk)).toEqual(['inbox', 'inbox', 'sent', 'sent'])
  expect(new Set((await mails(desk)).map(({ threadId }) => threadId)).size).toBe(1)
})

test('a server that is away gets the answer when it is back; one that refuses it never does, and it is a draft', async () => {
  let answer: number | null = 451
  const { server, desk } = await deskWithServer({
    onRcptTo: (_to, _session, done) => (answer === null ? done() : done(answering(answer))),
  })
  await desk.send(mail('1', 0, ASKED))
  expect([await folders(desk), server.taken.length]).toEqual([['inbox', 'outbox'], 0])
  answer = null
  await desk.send({ id: 't', at: at(10), tick: true })
  expect([await folders(desk), server.taken.length]).toEqual([['inbox', 'sent'], 1])
  answer = 550
  await desk.send(mail('2', 11, 'Could I get 30 min with Sam on Friday?'))
  await desk.send({ id: 't2', at: at(40), tick: true })
  expect([await folders(desk), server.taken.length]).toEqual([['drafts', 'inbox', 'inbox', 'sent'], 1])
})

test('a forked run sends nothing, and shows what would have been sent', async () => {
  const { server, home, desk } = await deskWithServer()
  await desk.close()
  const policy = desk.runner.composition.context.policy()
  const forks = await Forks.open(home, { policy, dry: false, yes: false })
  onTestFinished(forks.close)
  const { changes } = await forks.line(RunLine.parse(mail('1', 0, ASKED)), 1)
  expect(changes.map(({ store, op, after }) => [store, op, (after as { folder?: string }).folder])).toEqual(
    expect.arrayContaining([['mail', 'added', 'sent']]),
  )
  expect(server.taken).toEqual([])
})

test('what a machine wrote is filed and not answered; an address in it changes nothing', async () => {
  const { server, desk } = await deskWithServer()
  const away = await desk.send(mail('1', 0, ASKED, { fields: { 'Auto-Submitted': 'auto-replied' } }))
  expect([away.tasks, away.reply]).toEqual([[], null])
  const bounce = { kind: 'stranger' as const, id: 'MAILER-DAEMON@acme.example' }
  expect((await desk.send(mail('2', 1, ASKED, { from: bounce }))).tasks).toEqual([])
  expect([server.taken, await folders(desk)]).toEqual([[], ['inbox', 'inbox']])
})

test('a From line is a claim: mail in the name of a member is no word of theirs', async () => {
  const { server, desk } = await deskWithServer()
  const mia = { kind: 'member' as const, id: 'mia', email: 'mia@northwind.example' }
  await desk.send({
    id: '1',
    at: at(0),
    from: { kind: 'member', id: 'mia' },
    text: 'book 30 min with Sam tomorrow at 10am called Layoffs',
  })
  const { reply, tasks } = await desk.send(mail('2', 1, "what's on tomorrow?", { from: mia }))
  expect(JSON.stringify([reply, tasks, server.taken])).not.toContain('Layoffs')
  const cancelled = await desk.send(mail('3', 2, 'cancel Layoffs', { from: mia }))
  expect(cancelled.tasks.flatMap(({ actions }) => actions.map(({ status }) => status))).not.toContain('done')
})

test('whatever leaves lies in sent, and leaves once', async () => {
  const { server, desk } = await deskWithServer()
  const { context } = desk.runner.composition
  await context.mailer.send({ key: 'k', to: [jo.id], subject: 'Thanks', text: 'We got it.', inReplyTo: null })
  await context.mailer.send({ key: 'k', to: [jo.id], subject: 'Thanks', text: 'We got it.', inReplyTo: null })
  expect(server.taken).toHaveLength(1)
  expect(await mails(desk)).toMatchObject([{ folder: 'sent', to: [jo.id], subject: 'Thanks', body: 'We got it.' }])
})

test('members are told nothing by mail: nobody can vouch for who reads and answers it', async () => {
  const { server, desk } = await deskWithServer()
  await desk.send(mail('1', 0, ASKED))
  await desk.send(mail('2', 1, '1'))
  await desk.send({ id: 't', at: at(50), tick: true })
  expect(server.taken.flatMap(({ to }) => to).filter((address) => address !== jo.id)).toEqual([])
})

test('a mail that is too long is kept, and its sender told', async () => {
  const desk = await openDesk(tempHome())
  const { reply } = await desk.send(mail('1', 0, 'x'.repeat(25_000)))
  expect(reply).toContain('the desk reads up to')
  expect(await folders(desk)).toEqual(['drafts', 'inbox'])
})

test('the same mail delivered twice is one mail, and answered once', async () => {
  const { server, desk } = await deskWithServer()
  await desk.send(mail('1', 0, ASKED))
  expect(await desk.send(mail('1', 1, ASKED))).toMatchObject({ duplicate: true })
  expect([server.taken.length, await folders(desk)]).toEqual([1, ['inbox', 'sent']])
})
