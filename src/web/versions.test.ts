import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepShadowRun } from '#store/versions/shadow-runs.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'

const PACK = new URL('../../agents/scheduling/packs/1.0.0.yaml', import.meta.url)

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let signIn: ReturnType<typeof visit>['signIn']
let cookie: string
beforeAll(async () => {
  made = await harness((folder) => {
    mkdirSync(join(folder, 'packs/scheduling'), { recursive: true })
    const pack = readFileSync(PACK, 'utf8').replace(/^version: .*$/m, 'version: 9.0.0')
    writeFileSync(join(folder, 'packs/scheduling/9.0.0.yaml'), pack)
  })
  ;({ ask, signIn } = visit(made))
  cookie = await signIn()
})
afterAll(() => made.close())

const page = async () => (await ask('/versions', { cookie })).text()
let nth = 0
const change = (text: string, as = cookie) => ask('/versions', { cookie: as, form: { text, id: `c${++nth}` } })

test('every agent stands with its version, and the newer pack of the home may be tried or used', async () => {
  const shown = await page()
  expect(shown).toMatch(/<strong>1\.0\.0<\/strong> <span class="pill yes">in force<\/span>/)
  expect(shown).toContain('as it came')
  expect(shown).toContain('value="try scheduling 9.0.0 in shadow"')
  expect(shown).toContain('value="use scheduling 9.0.0"')
  expect(await (await ask('/activity', { cookie })).text()).toContain('<a href="/versions">')
})

test('a version is tried, and what it ruled otherwise is listed as text', async () => {
  expect(await (await change('try scheduling 9.0.0 in shadow')).text()).toContain(
    'scheduling tries 9.0.0 in its shadow, acting on nothing, beside 1.0.0.',
  )
  const ruled = (says: string) => ({ type: 'answer' as const, actions: [], details: [], says })
  const run = { agent: 'scheduling', task: 't1', active: '1.0.0', candidate: '9.0.0', same: false }
  await made.made.sql.write(() =>
    keepShadowRun({ ...run, was: ruled('fine'), would: ruled('<img src=x onerror=alert(1)>') }, made.clock.nowMs()),
  )
  const shown = await page()
  expect(shown).toContain('<span class="pill wait">tried</span>')
  expect(shown).toContain('It ran beside 1 task, acting on nothing, and ruled otherwise on 1.')
  expect(shown).toContain('Was: answer (“fine”)'.replace(/[“”]/g, '&quot;'))
  expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(shown).not.toContain('<img src=x')
})

test('a version is used and taken back, each once however often it is sent', async () => {
  expect(await (await change('use scheduling 9.0.0')).text()).toContain('scheduling is on 9.0.0 from now on')
  expect(await page()).toMatch(/<strong>9\.0\.0<\/strong> <span class="pill yes">in force<\/span>[\s\S]*by Mia Chen/)
  const back = { cookie, form: { text: 'rollback scheduling', id: 'back' } }
  expect(await (await ask('/versions', back)).text()).toContain('scheduling is back on 1.0.0')
  expect((await ask('/versions', back)).status).toBe(200)
  expect(await page()).toMatch(/<strong>1\.0\.0<\/strong> <span class="pill yes">in force<\/span>/)
})

test('who is no approver reads, and changes nothing; nor does a form of another site', async () => {
  const sam = await signIn('jo')
  const shown = await (await ask('/versions', { cookie: sam })).text()
  expect(shown).toContain('in force')
  expect(shown).not.toContain('action="/versions"')
  expect((await change('use scheduling 9.0.0', sam)).status).toBe(403)
  const elsewhere = { cookie, form: { text: 'use scheduling 9.0.0' }, headers: { origin: 'https://evil.example' } }
  expect((await ask('/versions', elsewhere)).status).toBe(403)
  expect(await page()).toMatch(/<strong>1\.0\.0<\/strong> <span class="pill yes">in force<\/span>/)
})

test('words that change no version are not said', async () => {
  expect((await change('erase everybody')).status).toBe(422)
})
