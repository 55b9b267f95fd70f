import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { TEAM_POLICY, tempHome } from '../harness/home.ts'
import { nightdesk, objects } from './nightdesk.ts'

const line = (id: string, text: string) =>
  `${JSON.stringify({ id, at: '2026-11-23T09:00:00Z', from: { kind: 'member', id: 'mia' }, text })}\n`

test('the chain verifies, comes out whole, and betrays a changed row and a cut tail', async () => {
  const home = tempHome()
  const of = ['--home', home.folder]
  const stdin = line('1', 'book 30 min tomorrow at 3pm') + line('2', 'remind me to call Jo at 5pm')
  expect((await nightdesk(['run', '-', '--policy', TEAM_POLICY, ...of], { stdin })).status).toBe(0)

  const rows = objects((await nightdesk(['audit', 'export', '-', ...of])).out)
  expect(rows.length).toBeGreaterThan(2)
  expect(rows[0]).toEqual({
    seq: 1,
    at: '2026-11-23T09:00:00Z',
    what: 'plan.judged',
    task: expect.any(String),
    versions: {
      agent: expect.stringMatching(/^scheduling@\d/),
      pack: expect.stringMatching(/^\d+\.\d+\.\d+#\w{16}$/),
      model: null,
    },
    payload: expect.any(Object),
    salt: expect.any(String),
    commitment: expect.any(String),
    link: expect.any(String),
  })
  const last = rows.at(-1)
  expect(await nightdesk(['audit', 'verify', ...of])).toEqual({
    status: 0,
    out: `OK: ${rows.length} rows, 0 of them erased, 1 written down outside the database.\n`,
    err: '',
  })

  const tamper = (statement: string) => {
    const connection = new DatabaseSync(home.database)
    connection.exec(statement)
    connection.close()
  }
  tamper(`DELETE FROM audit WHERE seq = ${last?.seq}; DELETE FROM audit_payloads WHERE seq = ${last?.seq}`)
  const cut = await nightdesk(['audit', 'verify', ...of])
  expect(cut).toMatchObject({ status: 1, out: '' })
  expect(cut.err).toMatch(new RegExp(`^The audit chain is broken at row ${last?.seq}: the chain ends here`))

  tamper("UPDATE audit_payloads SET payload = replace(payload, '15:00', '16:00') || ' ' WHERE seq = 2")
  expect((await nightdesk(['audit', 'verify', ...of])).err).toBe(
    'The audit chain is broken at row 2: its payload was changed.\n',
  )
  expect((await nightdesk(['doctor', ...of], { env: { PORT: '0' } })).out).toMatch(
    /^fail +audit +row 2: its payload was changed/m,
  )
})
