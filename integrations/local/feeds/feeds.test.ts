import { expect, test } from 'vitest'
import { EventDraft } from '#kernel/event.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { LocalCalendar } from '../calendar/local-calendar.ts'
import { feedText } from './feed-text.ts'
import { Feeds } from './feeds.ts'

const NOW = Date.parse('2026-11-20T00:00:00Z')
let seed = 0
const random = { bytes: (length: number) => new Uint8Array(length).fill(++seed) }

test('a token opens its feed until it is taken back, and is not stored', async () => {
  const { sql, close } = await localStore()
  const feeds = new Feeds(sql)
  const { token, feed } = await feeds.create('mia', 'busy', random, NOW)
  const other = await feeds.create('sam', 'full', random, NOW)
  expect(token).toMatch(/^[a-v0-9]{32}$/)
  expect(await feeds.byToken(token)).toEqual(feed)
  expect(JSON.stringify(await feeds.ofPerson('mia'))).not.toContain(token)
  expect(await feeds.revoke(other.feed.hash, 'mia')).toBe(false)
  expect(await feeds.revoke(feed.hash, 'mia')).toBe(true)
  expect(await feeds.byToken(token)).toBeNull()
  expect(await feeds.byToken(feed.hash)).toBeNull()
  expect((await feeds.byToken(other.token))?.person).toBe('sam')
  close()
})

test('busy-only says when and nothing else; full says it all, to its owner', async () => {
  const { sql, close } = await localStore()
  const calendar = new LocalCalendar(sql)
  const draft = (over: Partial<EventDraft>) =>
    EventDraft.parse({
      title: 'Firing Bob',
      start: '2026-11-24T15:00:00Z',
      end: '2026-11-24T15:30:00Z',
      zone: 'Asia/Kathmandu',
      organizer: 'mia@northwind.example',
      attendees: [{ address: 'lawyer@firm.example', name: 'Ada Law', reply: 'accepted' }],
      location: 'Room 9',
      description: 'severance',
      ...over,
    })
  await calendar.create(draft({ recurrence: 'FREQ=WEEKLY;COUNT=2' }), 'k1')
  await calendar.create(draft({ title: 'Lunch', shows: 'free' }), 'k2')
  await calendar.create(draft({ title: 'Not hers', organizer: 'sam@northwind.example', attendees: [] }), 'k3')
  const ask = { address: 'Mia@Northwind.example', isMember: () => true, nowMs: NOW }
  const busy = await feedText(sql, { ...ask, feed: { hash: 'h1', mode: 'busy' } })
  expect(busy.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(busy).toContain('DTSTART:20261124T150000Z')
  expect(busy).not.toMatch(/firing|bob|law|severance|room|kathmandu|mia|lunch|rrule|organizer|attendee/i)
  const uids = (text: string): string[] => text.match(/^UID:.*$/gm) ?? []
  const elsewhere = await feedText(sql, { ...ask, feed: { hash: 'h2', mode: 'busy' } })
  expect(uids(busy).filter((uid) => uids(elsewhere).includes(uid))).toEqual([])
  const full = await feedText(sql, { ...ask, feed: { hash: 'h1', mode: 'full' } })
  expect(full.match(/SUMMARY:Firing Bob/g)).toHaveLength(2)
  expect(full).toContain('SUMMARY:Lunch')
  expect(full).toContain('TZID:Asia/Kathmandu')
  expect(full).not.toContain('Not hers')
  close()
})
