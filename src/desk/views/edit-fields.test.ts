import { expect, test } from 'vitest'
import type { ActionContext } from '#kernel/actions/definition.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { editFields, editFrom } from './edit-fields.ts'

const editorIn = (zone: string): ActionContext => ({
  principal: {
    ...{ kind: 'member', id: 'mia', name: 'Mia', assurance: 'verified' },
    email: null,
    phone: null,
    zone,
    roles: [],
  },
  own: [],
  party: () => 'unknown',
  nameOf: (address) => address,
  nowMs: 0,
  zone,
})

const action = (kind: string, args: Record<string, unknown>): ActionRow => ({
  id: 't1.0',
  task: 't1',
  position: 0,
  kind,
  args,
  because: '',
  verdict: 'ask',
  rule: '',
  facts: {},
  key: '',
  status: 'proposed',
  problem: null,
  record: null,
  before: null,
  after: null,
  conversation: '',
  principal: 'mia',
  undoUntilMs: null,
  performedMs: null,
})
const meeting = (start: string, end: string) =>
  action('calendar.create', {
    event: {
      title: 'Renewal',
      start,
      end,
      zone: 'Europe/London',
      organizer: 'mia@northwind.example',
      attendees: [{ address: 'dana@acme.example', name: 'Dana', reply: 'accepted' }],
    },
  })
const valuesOf = (plan: ActionRow[], zone: string) =>
  Object.fromEntries(editFields(plan, editorIn(zone)).map((field) => [field.name, field.value]))

test.each([
  ['Europe/London', '2026-07-01T15:00'],
  ['America/New_York', '2026-07-01T10:00'],
  ['Asia/Kolkata', '2026-07-01T19:30'],
])('times stand on the wall of the editor: %s', (zone, wall) => {
  expect(valuesOf([meeting('2026-07-01T14:00:00Z', '2026-07-01T14:30:00Z')], zone)['0.start']).toBe(wall)
})

test.each(['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
  'a form that is sent as it was filled changes nothing: %s',
  (zone) => {
    const plan = [
      meeting('2026-07-01T14:00:00Z', '2026-07-01T14:30:00Z'),
      action('reminder.create', { text: 'x' }),
      action('calendar.move', { id: 'e', version: '1', start: '2026-12-24T23:30:00Z', end: '2026-12-25T00:15:00Z' }),
      meeting('2026-07-01', '2026-07-03'),
      action('calendar.split', { change: { start: '2026-12-24T23:30:00Z', end: '2026-12-25T00:15:00Z' } }),
      action('calendar.split', { change: { title: 'Check-in' } }),
    ]
    expect(editFrom(plan, valuesOf(plan, zone), zone)).toEqual([
      {
        event: {
          title: 'Renewal',
          start: '2026-07-01T14:00:00Z',
          end: '2026-07-01T14:30:00Z',
          attendees: [{ address: 'dana@acme.example', name: 'Dana', reply: 'accepted' }],
        },
      },
      null,
      { start: '2026-12-24T23:30:00Z', end: '2026-12-25T00:15:00Z' },
      {
        event: {
          title: 'Renewal',
          start: '2026-07-01',
          end: '2026-07-03',
          attendees: [{ address: 'dana@acme.example', name: 'Dana', reply: 'accepted' }],
        },
      },
      { change: { start: '2026-12-24T23:30:00Z', end: '2026-12-25T00:15:00Z' } },
      { change: {} },
    ])
  },
)

test('guests are addresses, however they are separated, each once', () => {
  const plan = [meeting('2026-07-01T14:00:00Z', '2026-07-01T14:30:00Z')]
  const form = { '0.attendees': 'Dana@acme.example; zoe@x.example\n zoe@x.example,' }
  expect(editFrom(plan, form, 'UTC')).toMatchObject([
    {
      event: {
        attendees: [
          { address: 'dana@acme.example', name: 'Dana' },
          { address: 'zoe@x.example', name: null },
        ],
      },
    },
  ])
})

test.each([
  [{ '0.start': '2026-07-01T15:00', '0.end': '2026-07-01T15:00' }, 'it ends before it starts'],
  [{ '0.start': 'soon' }, 'start is no date and time'],
  [{ '0.attendees': 'zoe' }, '"zoe" is no e-mail address'],
])('what cannot be read is refused with a sentence: %o', (form: Record<string, string>, problem) => {
  const plan = [meeting('2026-07-01T14:00:00Z', '2026-07-01T14:30:00Z')]
  expect(() => editFrom(plan, form, 'UTC')).toThrow(problem)
})
