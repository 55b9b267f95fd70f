import { expect, test } from 'vitest'
import { deskModels } from '#desk/model/models.ts'
import { Day, MONDAY, modelDesk } from '../harness/model/desk.ts'
import { answers } from '../harness/model/server.ts'

test("an outage is looked at also while nobody asks, with one small call on the desk's own account, and its end is told", async () => {
  const desk = await modelDesk([answers.error(401, 'invalid_api_key')])
  const { context } = desk.composition
  const models = deskModels(context, desk.provider, { firstLookMs: 60, halfOpenAfterMs: 50 })
  const ask = (text: string) =>
    models
      .for({ agent: 'scheduling', task: null, event: null })
      ?.ask({ tier: 'small', name: 'day', instruction: '', text, schema: Day })
  for (let nth = 0; nth < 5; nth++) await ask(`day ${nth}`)
  await expect.poll(() => models.trouble()).toBe('down')
  await models.start({ alarms: true })
  const before = desk.server.requests.length
  await expect.poll(() => desk.server.requests.length).toBeGreaterThan(before)
  expect(models.trouble()).toBe('down')
  desk.server.says(answers.value({ ok: true, ...MONDAY }))
  await expect.poll(() => models.trouble(), { timeout: 5_000 }).toBeNull()
  await models.stop()
  expect((await desk.calls()).at(-1)).toMatchObject({ agent: 'desk', task: null, outcome: 'ok' })
})
