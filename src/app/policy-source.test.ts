import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { silentLog } from '#ports/log.ts'
import { PolicySource } from './policy-source.ts'

const team = (name: string) =>
  `version: 1\ncompany: {name: ${name}, timezone: Europe/London}\npeople:\n  - {id: mia, name: Mia Chen, roles: [approver]}\n`

function source(text: string | null) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'))
  const file = join(folder, 'policy.yaml')
  if (text !== null) writeFileSync(file, text)
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const made = new PolicySource({ file, zone: 'Europe/Paris', log: silentLog, changed: () => undefined })
  onTestFinished(() => {
    made.stop()
    told.mockRestore()
    rmSync(folder, { recursive: true, force: true })
  })
  return { file, made, told: () => told.mock.calls.map(([line]) => String(line)).join('') }
}

test('a saved file is in force without a restart', async () => {
  const { file, made } = source(team('Before'))
  writeFileSync(file, team('After'))
  await vi.waitFor(() => expect(made.current().company.name).toBe('After'), { timeout: 5000 })
})

test('a bad new file never replaces a good one, and says where and what is wrong', async () => {
  const { file, made, told } = source(team('Good'))
  writeFileSync(file, `${team('Bad')}sheduling: {}\n`)
  await vi.waitFor(() => expect(made.problem).toMatch(/line 5.*`?sheduling`?.*scheduling/s), { timeout: 5000 })
  expect(made.current().company.name).toBe('Good')
  expect(told()).toContain('the one before stays in force')
  writeFileSync(file, team('Mended'))
  await vi.waitFor(() => expect(made.current().company.name).toBe('Mended'), { timeout: 5000 })
  expect(made.problem).toBeNull()
})

test('without a file there are defaults; taking the file away brings them back and is no mistake', async () => {
  const { file, made, told } = source(null)
  expect(made.current()).toMatchObject({ people: [{ id: 'owner' }], company: { timezone: 'Europe/Paris' } })
  writeFileSync(file, team('Now there'))
  await vi.waitFor(() => expect(made.current().company.name).toBe('Now there'), { timeout: 5000 })
  rmSync(file)
  await vi.waitFor(() => expect(made.current().people[0]?.id).toBe('owner'), { timeout: 5000 })
  expect(told()).toBe('')
})

test('a file that is bad at the start keeps the desk shut', () => {
  expect(() => source('version: 2\n')).toThrow(/version/)
})
