import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '#app/config.ts'
import { checkDatabase, checkLock, checkPolicy } from '../../src/cli/doctor/home.ts'
import { checkClock, checkDisk, checkNode, checkPorts, checkZones } from '../../src/cli/doctor/machine.ts'
import { tempFolder, tempHome } from '../harness/home.ts'
import { mailServer } from '../harness/smtp.ts'
import { nightdesk } from './nightdesk.ts'

const NOON = Date.parse('2026-11-23T12:00:00Z')

test('a sound home is a line of ok for each check, and status 0', async () => {
  const home = tempFolder()
  const { status, out, err } = await nightdesk(['doctor', '--home', home], { env: { PORT: '0' } })
  expect({ status, err }).toEqual({ status: 0, err: '' })
  const states = out
    .trim()
    .split('\n')
    .map((line) => line.slice(0, 17).trim().split(/ {2,}/))
  expect(states.map(([, about]) => about)).toEqual(
    expect.arrayContaining([
      'Node',
      'disk',
      'time zones',
      'clock',
      'home',
      'lock',
      'database',
      'audit',
      'policy',
      'port 0',
    ]),
  )
  expect(states.filter(([state]) => state === 'fail')).toEqual([])
})

test('what must be mended is a fail with the fix, and status 1', async () => {
  const home = tempFolder()
  writeFileSync(join(home, 'policy.yaml'), 'company: {name: Acme}\n')
  writeFileSync(join(home, 'desk.db'), 'this is no database at all, but long enough to be taken for one'.repeat(20))
  const { status, out } = await nightdesk(['doctor', '--home', home], { env: { PORT: 'many' } })
  expect(status).toBe(1)
  expect(out).toMatch(/^fail +database .*restore a backup\.$/m)
  expect(out).toMatch(/^fail +policy .*policy\.yaml, line 1: `company\.timezone` is missing/m)
  expect(out).toMatch(/^fail +settings +PORT is "many"/m)
})

test('booking pages are named with their address, and with what is missing to reach them', async () => {
  const home = tempFolder()
  const policy = `version: 1\ncompany: {name: Acme, timezone: Europe/London}\npeople: [{id: mia, name: Mia}]\nbooking: {pages: {mia: {people: [mia]}}}\n`
  writeFileSync(join(home, 'policy.yaml'), policy)
  const says = async (env: Record<string, string>) => {
    const { out } = await nightdesk(['doctor', '--home', home], { env: { PORT: '0', ...env } })
    return /^\w+ +booking .*$/m.exec(out)?.[0]
  }
  expect(await says({})).toMatch(/^warn .*set PUBLIC_PORT\.$/)
  expect(await says({ PUBLIC_PORT: '0' })).toMatch(/^warn .*set PUBLIC_URL/)
  expect(await says({ PUBLIC_PORT: '0', PUBLIC_URL: 'https://desk.example/' })).toMatch(
    /^ok .* https:\/\/desk\.example\/book\/mia$/,
  )
})

test('looking at a home that is not there does not make it', async () => {
  const home = join(tempFolder(), 'none')
  const { out } = await nightdesk(['doctor', '--home', home], { env: { PORT: '0' } })
  expect(out).toMatch(/^warn +home .*nightdesk init makes it\.$/m)
  expect(existsSync(home)).toBe(false)
})

test('a clock that is behind what the desk wrote, or years behind, fails', () => {
  expect(checkClock(NOON, NOON - 1).state).toBe('ok')
  expect(checkClock(NOON, null).state).toBe('ok')
  expect(checkClock(NOON, NOON + 60_000)).toMatchObject({ state: 'fail', says: expect.stringContaining('12:01') })
  expect(checkClock(0, null).state).toBe('fail')
})

test('an old Node fails; the time zones and the disk of this machine are looked at', () => {
  expect(['20.20.0', '22.12.9', '22.13.0', '24.1.0'].map((version) => checkNode(version).state)).toEqual([
    'fail',
    'fail',
    'ok',
    'ok',
  ])
  expect(checkZones().state).toBe('ok')
  expect(checkDisk('/no/such/folder').says).toMatch(/GB free/)
})

test('a port that somebody else has fails and names the setting; the running desk may have it', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const config = readConfig({ PORT: '0', PUBLIC_PORT: String(port) })
  expect(await checkPorts(config, false)).toEqual([
    expect.objectContaining({ state: 'ok' }),
    expect.objectContaining({ state: 'fail', says: expect.stringContaining('set PUBLIC_PORT') }),
  ])
  expect((await checkPorts(config, true)).map((finding) => finding.state)).toEqual(['ok', 'ok'])
  server.close()
})

test('the lock names who runs, and a policy or a database that is not there is no fault', () => {
  const home = tempHome()
  expect(checkLock(home)).toMatchObject({ state: 'ok', isRunning: false })
  writeFileSync(join(home.folder, 'lock'), JSON.stringify({ pid: 2 ** 22 - 1, since: 'then' }))
  expect(checkLock(home)).toMatchObject({ isRunning: false, says: expect.stringContaining('takes it over') })
  expect(checkDatabase(home).state).toBe('ok')
  expect(checkPolicy(home, undefined).state).toBe('warn')
})

test('mail: the server is greeted and signed in to, and what is wrong is named without the password', async () => {
  const home = tempFolder()
  const server = await mailServer()
  const says = async (env: Record<string, string>) => {
    const { status, out } = await nightdesk(['doctor', '--home', home], { env: { PORT: '0', ...env } })
    return `${status} ${/^\w+ +mail .*$/m.exec(out)?.[0]}`
  }
  const MAIL_FROM = 'desk@northwind.example'
  const at = (user: string) => `smtp://${user}@127.0.0.1:${server.port}`
  expect(await says({})).toMatch(/^0 ok .*nothing is sent, because SMTP_URL is not set; answers to mail stay drafts$/)
  expect(await says({ MAIL_FROM })).toMatch(/^0 warn .*SMTP_URL is not set\.$/)
  expect(await says({ SMTP_URL: at('desk:secret'), MAIL_FROM })).toMatch(
    /^0 ok .*takes mail from desk@northwind\.example$/,
  )
  const wrong = await says({ SMTP_URL: at('desk:hunter2'), MAIL_FROM })
  expect(wrong).toMatch(/^1 fail .*does not take the user name and password of SMTP_URL.*waits in the outbox/)
  expect(wrong).not.toContain('hunter2')
  expect(await says({ SMTP_URL: at('desk:secret') })).toMatch(/^1 fail .*MAIL_FROM is not set/)
  expect(server.taken).toEqual([])
})

test('web forms are named with their address, with what is missing to reach them, and with secrets that fit none', async () => {
  const home = tempFolder()
  const policy = `version: 1\ncompany: {name: Acme, timezone: Europe/London}\npeople: [{id: mia, name: Mia}]\nforms: {contact: {origins: [https://acme.example]}}\n`
  writeFileSync(join(home, 'policy.yaml'), policy)
  const says = async (env: Record<string, string>) => {
    const { out } = await nightdesk(['doctor', '--home', home], { env: { PORT: '0', ...env } })
    return [...out.matchAll(/^\w+ +forms .*$/gm)].map(([line]) => line)
  }
  const reached = { PUBLIC_PORT: '0', PUBLIC_URL: 'https://desk.example/' }
  expect(await says({})).toEqual([expect.stringMatching(/^warn .*set PUBLIC_PORT\.$/)])
  expect(await says({ PUBLIC_PORT: '0' })).toEqual([expect.stringMatching(/^warn .*set PUBLIC_URL/)])
  expect(await says({ ...reached, FORM_SECRETS: 'shop=a-long-secret-of-the-shop-server' })).toEqual([
    expect.stringMatching(/^ok .* https:\/\/desk\.example\/hooks\/form\/contact$/),
    expect.stringMatching(/^warn .*"shop"/),
  ])
})

test('a secret that is too short is a sentence that does not show it', async () => {
  const { out } = await nightdesk(['doctor', '--home', tempFolder()], {
    env: { PORT: '0', FORM_SECRETS: 'contact=short' },
  })
  expect(out).toMatch(/^fail +settings +FORM_SECRETS is not what it should be/m)
  expect(out).not.toContain('=short')
})
