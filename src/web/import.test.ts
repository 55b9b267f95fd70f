import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let mia: string
let sam: string
beforeEach(async () => {
  made = await harness()
  const visited = visit(made)
  ask = visited.ask
  mia = await visited.signIn()
  sam = await visited.signIn('sam')
})
afterEach(() => made.close())

const ORIGIN = 'http://localhost:4040'
const page = async (path: string, cookie = mia): Promise<string> => (await ask(path, { cookie })).text()

/** Brings a file as a browser's form does. */
async function bring(
  kind: string,
  content: string | Uint8Array<ArrayBuffer>,
  cookie = mia,
  name = 'f.csv',
): Promise<Response> {
  const body = new FormData()
  body.set('kind', kind)
  body.set('file', new File([content], name))
  const headers = { host: 'localhost:4040', origin: ORIGIN, cookie }
  return made.app.request(`${ORIGIN}/records/import`, { method: 'POST', headers, body })
}
const begin = (cookie = mia) => ask('/records/import/begin', { cookie, form: {} })
const names = async () => (await made.made.context.crm.list('account')).map(({ name }) => name).sort()

test('a file is tried first, then taken in; what is on file already is told', async () => {
  expect((await bring('accounts', 'id,name\r\na1,Globex\r\na2,Initech\r\n')).status).toBe(303)
  expect(await page('/records/import')).toMatch(/2 new, 0 changed, 0 as they are[\s\S]*Nothing has been written yet/)
  expect(await names()).toEqual([])
  await begin()
  await vi.waitFor(async () => expect(await page('/records/import')).toContain('2 new, 0 changed, 0 as they are'))
  await vi.waitFor(async () => expect(await names()).toEqual(['Globex', 'Initech']))
  await bring('accounts', 'id,name\r\na1,Globex GmbH\r\na2,Initech\r\nb1,initech\r\n')
  expect(await page('/records/import')).toMatch(
    /1 new, 1 changed, 1 as they are[\s\S]*look like duplicates[\s\S]*line 4/,
  )
  await ask('/records/import/drop', { cookie: mia, form: {} })
  await begin()
  expect(await page('/records/import')).not.toContain('line 4')
  expect(await names()).toEqual(['Globex', 'Initech'])
})

test.each([
  [
    'contacts',
    'name,email,E-Mail Address,email\r\nJo,a@x.example,b@x.example,c@x.example\r\n',
    /line 1: the columns 2 \(&quot;email&quot;\) and 4 .* would both be email/,
  ],
  ['contacts', 'name,notes\r\nJo,"never closed\r\nAl,x\r\n', /line 2: .*[Qq]uote/],
  ['deals', 'name,stage\r\nShop,propsal\r\n', /line 2: there is no stage &quot;propsal&quot;; the nearest is proposal/],
  ['deals', 'name,amount\r\nShop,12 apples\r\n', /line 2: the amount &quot;12 apples&quot; is not a number such as/],
  ['accounts', 'colour\r\nred\r\n', /line 1: no column is called name/],
])('what is wrong with a file of %s is named, and nothing is written', async (kind, text, problem) => {
  await bring(kind, text)
  expect(await page('/records/import')).toMatch(problem)
  await begin()
  expect(await page('/records/import')).toMatch(problem)
})

test('more rows than a file may hold are refused with the limit, and a file that is no text by its name', async () => {
  await bring('contacts', `name\r\n${'Jo\r\n'.repeat(100_001)}`)
  expect(await page('/records/import')).toContain('holds more than 100000 contacts')
  const latin = await bring('contacts', Uint8Array.from([0x6e, 0x61, 0x6d, 0x65, 0x0a, 0xfc]), mia, '<b>x.csv')
  expect(latin.status).toBe(303)
  expect(await page('/records/import')).toContain('&lt;b&gt;x.csv cannot be read: it is not UTF-8')
  expect((await bring('leads', 'name\r\nJo\r\n')).status).toBe(422)
})

test('what a file says is text', async () => {
  await bring('accounts', 'name\r\n<script>alert(1)</script>\r\n<script>alert(1)</script>\r\n', mia, '<img src=x>.csv')
  const text = await page('/records/import')
  expect(text).toContain('&lt;img src=x&gt;.csv')
  expect(text).not.toMatch(/<img|<script>alert/)
})

test('only an approver imports, and sees only their own file', async () => {
  await bring('accounts', 'name\r\nGlobex\r\n')
  expect((await bring('accounts', 'name\r\nX\r\n', sam)).status).toBe(403)
  expect((await begin(sam)).status).toBe(403)
  expect(await page('/records/import', sam)).not.toContain('1 new')
  expect(await page('/records/import', '')).not.toContain('1 new')
})

test('records that look alike are listed, and merged only after a yes', async () => {
  const { crm } = made.made.context
  const [one, other] = [
    await crm.create('account', { name: 'Acme Kitchens GmbH', domains: ['acme.example'] }, 'a'),
    await crm.create('account', { name: 'Acme Kitchens', domains: ['acme.example'] }, 'b'),
  ]
  const listed = await page('/records/duplicates')
  expect(listed).toMatch(/Acme Kitchens[\s\S]*Merge…/)
  const form = { kind: 'account', one: one.id, other: other.id }
  expect((await ask('/records/merge', { cookie: mia, form })).status).toBe(303)
  expect(await names()).toHaveLength(2)
  expect(await page('/')).toMatch(/Merge Acme Kitchens/)
  await ask('/say', { cookie: mia, form: { text: 'yes' } })
  expect(await names()).toHaveLength(1)
  expect((await ask('/records/merge', { cookie: mia, form: { ...form, one: 'none' } })).status).toBe(404)
})
