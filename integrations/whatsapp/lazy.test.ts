import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const LOADED = `
import { createRequire } from 'node:module'
import { readConfig } from '#app/config.ts'
import { openChannels } from '#app/channels.ts'
const { channels } = readConfig({})
const opened = await openChannels(channels, { clock: { nowMs: () => 0 }, log: null, policy: () => ({ people: [] }) })
const cache = Object.keys(createRequire(process.cwd() + '/x.js').cache)
console.log(JSON.stringify([opened.length, cache.filter((file) => file.includes('node_modules/twilio')).length]))
`

test('a desk without WhatsApp loads nothing of it', () => {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', LOADED], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
  })
  expect(JSON.parse(out)).toEqual([0, 0])
})
