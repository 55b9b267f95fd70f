import { expect, test } from 'vitest'
import type { ActionContext } from '#kernel/actions/definition.ts'
import { parsePolicy } from '#policy/policy.ts'
import { judgePlan } from './judge.ts'

const policy = parsePolicy(
  'version: 1\ncompany: {name: X, timezone: Europe/London}\npeople: [{id: mia, name: Mia, email: mia@x.example}]\nscheduling: {autonomy: {external_new: act}}\n',
  { file: 'policy.yaml' },
)
const plan = [
  {
    kind: 'calendar.create',
    before: null,
    args: {
      event: {
        title: 'Call',
        start: '2026-11-24T14:00:00Z',
        end: '2026-11-24T14:30:00Z',
        zone: 'Europe/London',
        organizer: 'mia@x.example',
        attendees: [{ address: 'jo@acme.example', name: null, reply: 'needs_action' }],
        shows: 'busy',
      },
    },
  },
]

test.each([
  ['verified', 'do'],
  ['claimed', 'ask'],
] as const)('where newcomers may act, somebody %s is answered "%s"', (assurance, verdict) => {
  const context: ActionContext = {
    principal: {
      kind: 'stranger',
      id: 'visitor-1',
      name: 'Jo',
      assurance,
      email: 'jo@acme.example',
      phone: null,
      zone: 'Europe/London',
      roles: [],
    },
    own: ['jo@acme.example'],
    party: (address) => (address === 'mia@x.example' ? 'member' : 'unknown'),
    nameOf: (address) => address,
    nowMs: Date.parse('2026-11-23T09:00:00Z'),
    zone: 'Europe/London',
  }
  const [judged] = judgePlan(plan, { policy, context, pausedBy: null, undoing: false })
  expect(judged?.verdict).toBe(verdict)
  const careful = judgePlan(plan, { policy, context, pausedBy: null, caution: 'be careful', undoing: false })
  expect(careful).toMatchObject([{ verdict: 'ask' }])
  if (verdict === 'do') expect(careful).toMatchObject([{ rule: 'be careful' }])
})
