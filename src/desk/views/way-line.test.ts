import { expect, test } from 'vitest'
import { SetClock } from '#app/system.ts'
import type { Way } from '#kernel/reach.ts'
import { parsePolicy } from '#policy/policy.ts'
import { wayLine } from './way-line.ts'

const NOW = Date.parse('2026-11-23T09:00:00Z')
const policy = parsePolicy(
  'version: 1\ncompany: {name: N, timezone: Europe/London}\npeople: [{id: mia, name: Mia Chen}]\n',
  {
    file: 'p',
  },
)
const desk = { clock: new SetClock(NOW), policy: () => policy }
const way = (some: Partial<Way>): Way => ({
  channel: 'whatsapp',
  conversation: 'whatsapp:+447700900123',
  address: '+447700900123',
  heardMs: NOW - 1000,
  toldMs: null,
  windowUntilMs: NOW + 1000,
  template: null,
  consent: { state: 'given', how: 'member', by: 'mia', words: 'yes\u202E please', atMs: NOW },
  barred: null,
  takenBy: null,
  fromMs: NOW,
  waits: null,
  ...some,
})
const line = (some: Partial<Way>) => wayLine(desk, way(some), { name: 'Pia Lund' })

test('an open way says how it can be used, and who heard the consent in which words', () => {
  expect(line({})).toEqual({
    name: 'WhatsApp (+44•••123)',
    isOpen: true,
    says: ['Free text may go now'],
    heardMs: NOW - 1000,
    consent: 'Agreed as Mia Chen heard',
    consentMs: NOW,
    words: 'yes please',
  })
  const late = line({ windowUntilMs: NOW - 1, template: 'update', waits: 'quiet_hours', takenBy: 'mia' })
  expect(late.says).toEqual([
    'Only the template "update" may go now',
    'It would wait for their hours or a limit',
    'Mia Chen answers there',
  ])
})

test.each([
  ['opted_out', /asked for silence on WhatsApp/],
  ['no_consent', /has not agreed/],
  ['window_closed', /too long ago/],
  ['unreachable', /cannot be reached/],
] as const)('a way that is closed by %s says so', (barred, says) => {
  const { isOpen, says: said } = line({ barred })
  expect(isOpen).toBe(false)
  expect(said[0]).toMatch(says)
})

test('who said nothing is not said to have agreed; who asked for silence did so themselves', () => {
  expect(line({ consent: null }).consent).toBe('Nothing is known of their consent')
  const stop = { state: 'withdrawn', how: 'words', by: null, words: 'STOP', atMs: NOW } as const
  expect(line({ consent: stop }).consent).toBe('Asked for silence in their own words')
})
