import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#ports/log.ts'
import { compose } from './compose.ts'
import { Demo } from './demo.ts'
import { openHome } from './home.ts'
import { PolicySource } from './policy-source.ts'
import { SetClock, systemRandom } from './system.ts'

test('the demo has meetings, clients and their deals, and leaves nothing of them behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-demo-'))
  const home = openHome(folder)
  const policy = new PolicySource({
    file: home.policy,
    zone: 'Europe/London',
    log: silentLog,
    changed: () => undefined,
  })
  const made = await compose({
    home,
    clock: new SetClock(Date.UTC(2026, 10, 21, 4, 30)),
    random: systemRandom,
    log: silentLog,
    policy: policy.current,
    channels: [],
    alarms: false,
  })
  onTestFinished(async () => {
    policy.stop()
    await made.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { crm, calendar } = made.context
  const names = async () => ({
    contacts: (await crm.list('contact')).map(({ name }) => name).sort(),
    accounts: (await crm.list('account')).map(({ name }) => name).sort(),
    deals: (await crm.list('deal')).map(({ name, stage, closeDate }) => `${name} ${stage} ${closeDate}`).sort(),
    meetings: (await calendar.list({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER / 2 })).length > 0,
  })
  const demo = await Demo.open(made, policy)
  await demo.startDemo()
  expect(await names()).toEqual({
    contacts: ['Ada Quist', 'Ben Hollis'],
    accounts: ['Hollis Bakery', 'Quist Interiors'],
    deals: ['Hollis shop front lead 2027-01-05', 'Quist kitchen proposal 2026-12-12'],
    meetings: true,
  })
  await demo.startReal()
  expect(await names()).toEqual({ contacts: [], accounts: [], deals: [], meetings: false })
})
