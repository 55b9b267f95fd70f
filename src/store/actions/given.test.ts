import { expect, test } from 'vitest'
import { tempHome } from '#test/harness/home.ts'
import { openDesk } from '#test/harness/runner.ts'
import { leadsGivenSince } from './action-rows.ts'

test('whom leads were given to is found without going through all that was written of leads', async () => {
  const desk = await openDesk(tempHome())
  const { sql } = desk.runner.composition
  let text = ''
  await sql.read(function* () {
    const steps = leadsGivenSince(0)
    const { value } = steps.next()
    if (value && 'textFor' in value) text = value.textFor('sqlite')
    yield* []
  })
  const plan = sql.connection.prepare(`EXPLAIN QUERY PLAN ${text}`).all(0)
  expect(String(plan[0]?.detail)).toContain('actions_given')
  await desk.close()
})
