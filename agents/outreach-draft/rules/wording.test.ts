import { expect, test } from 'vitest'
import { bannedIn, letter, sentence } from './wording.ts'

const at = (iso: string): number => Date.parse(iso)
const zone = 'Europe/London'
const voice = { greeting: 'Hi {first_name},', signOff: 'Best, {first_name}' }

test('days that are counted from now get their date where the words leave on another day', () => {
  const nowMs = at('2026-11-23T22:00:00Z')
  const later = { nowMs, fromMs: at('2026-11-24T08:30:00Z'), zone }
  expect(sentence('we ship tomorrow, not today', later)).toBe('We ship tomorrow (Tue 24 Nov), not today (Mon 23 Nov).')
  expect(sentence('we ship tomorrow', { nowMs, fromMs: nowMs, zone })).toBe('We ship tomorrow.')
  expect(sentence('we ship friday', later)).toBe('We ship Friday.')
})

test('greeting and farewell bear first names, and stand without them where none is known', () => {
  expect(letter('Done.', voice, { to: 'Pia Lund', from: 'Mia Chen' })).toBe('Hi Pia,\n\nDone.\n\nBest, Mia')
  expect(letter('Done.', voice, { to: null, from: null })).toBe('Hi,\n\nDone.\n\nBest,')
  expect(letter('Done.', voice, { to: 'pia@acme.example', from: 'Mia' })).toBe('Hi,\n\nDone.\n\nBest, Mia')
  expect(letter('Done.', { greeting: '', signOff: '' }, { to: 'Pia', from: 'Mia' })).toBe('Done.')
})

test('words that never go out are found whatever their case', () => {
  expect(bannedIn('Real SYNERGY here', ['synergy'])).toBe('synergy')
  expect(bannedIn('fine', ['synergy'])).toBeNull()
})
