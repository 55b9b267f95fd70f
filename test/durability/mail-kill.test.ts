import { expect, test } from 'vitest'
import { objects, spawned } from '../cli/nightdesk.ts'
import { TEAM_POLICY, tempFolder } from '../harness/home.ts'
import { mailServer } from '../harness/smtp.ts'

const JO = { kind: 'stranger', id: 'jo@acme.example', email: 'jo@acme.example' }
const ASKED = `${JSON.stringify({
  ...{ id: '1@acme.example', at: '2026-11-23T09:00:00Z', channel: 'email', from: JO },
  ...{ subject: 'Meeting', text: 'book 30 min with Mia on Thursday at 11am' },
})}\n`
const LATER = `${JSON.stringify({ id: 't', at: '2026-11-23T09:30:00Z', tick: true })}\n`

test.each(['after-journal', 'after-plan', 'after-outbox-send'])(
  'killed %s: the mail is filed once and answered once',
  async (point) => {
    const [home, server] = [tempFolder(), await mailServer()]
    const env = { SMTP_URL: `smtp://desk:secret@127.0.0.1:${server.port}`, MAIL_FROM: 'desk@northwind.example' }
    const run = (stdin: string, more: Record<string, string> = {}) =>
      spawned(['run', '-', '--home', home, '--policy', TEAM_POLICY], { stdin, env: { ...env, ...more } })
    const killed = await run(ASKED, { NIGHTDESK_KILL_AT: point })
    expect([killed.status, killed.err]).toEqual([null, expect.stringContaining(`killed at ${point}`)])
    await run(ASKED + LATER)
    const mails = objects((await spawned(['export', 'mail', '-', '--json', '--home', home])).out)
    expect(mails.map(({ folder }) => folder).sort()).toEqual(['inbox', 'sent'])
    expect(server.taken.map(({ to }) => to)).toEqual([[JO.id]])
  },
)
