import { expect, test } from 'vitest'
import { checkedFields } from '#kernel/field-ops.ts'
import type { FieldOp } from '#kernel/record.ts'
import { parsePolicy } from '#policy/policy.ts'
import { checkedChange } from './edited-change.ts'

const policy = parsePolicy(
  `version: 1
company: {name: X, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, email: mia@x.example}
  - {id: sam, name: Sam Reed}
`,
  { file: 'policy.yaml' },
)
const ops: FieldOp[] = [
  { path: 'stage', before: 'lead', after: 'somewhere else' },
  { path: 'owner', before: null, after: 'left@x.example' },
  { path: 'closeDate', before: null, after: '2026-11-30' },
]
const before = { id: 'd1', version: '1', ...checkedFields('deal', { name: 'Acme', stage: 'lead' }) }
const action = { kind: 'deal.update', args: { id: 'd1', version: '1', ops }, before }

/** What becomes of an edit of one field. */
function edited(path: string, after: FieldOp['after']): unknown {
  const wanted = ops.map((op) => (op.path === path ? { ...op, after } : op))
  const args = checkedChange(policy, action, { ...action.args, ops: wanted })
  return (args.ops as FieldOp[]).find((op) => op.path === path)?.after
}

test('what was left as it was proposed is not looked at again', () => {
  expect(checkedChange(policy, action, action.args)).toEqual(action.args)
})

test('stages and members are called by any of their names', () => {
  expect(edited('stage', 'Closed Won')).toBe('closed_won')
  expect(edited('owner', 'mia chen')).toBe('mia@x.example')
  expect(edited('owner', 'sam')).toBe('sam')
})

test.each([
  ['stage', 'propsal', 'there is no stage "propsal"; the nearest is proposal'],
  [
    'stage',
    'xyz',
    'there is no stage "xyz"; there are: lead, qualified, proposal, negotiation, closed_won, closed_lost',
  ],
  ['owner', 'Mia Chan', 'nobody of the team is called "Mia Chan"; the nearest is Mia Chen'],
  ['closeDate', 'soon', 'closeDate'],
  ['closeDate', 12, 'closeDate'],
])('%s cannot be %j', (path, after, problem) => {
  expect(() => edited(path, after)).toThrow(problem)
})
