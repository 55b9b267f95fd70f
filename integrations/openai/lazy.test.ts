import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const LOADED = `
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
const { readConfig } = await import('#app/config.ts')
const { openProvider } = await import('#app/models.ts')
await import('#app/compose.ts')
const provider = await openProvider(readConfig(JSON.parse(process.argv[1] ?? '{}')).models)
const ofIts = loaded.filter((url) => /node_modules\\/(@langchain\\/openai|openai)\\//.test(url))
console.log(JSON.stringify([provider?.name ?? null, ofIts.length > 0]))
`

const loadedWith = (environment: object): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', LOADED, JSON.stringify(environment)], {
      cwd: new URL('../..', import.meta.url),
      encoding: 'utf8',
    }),
  )

test('a desk without a key loads nothing of it; one with a key does', () => {
  expect(loadedWith({})).toEqual([null, false])
  expect(loadedWith({ OPENAI_API_KEY: 'sk-something' })).toEqual(['openai', true])
})
