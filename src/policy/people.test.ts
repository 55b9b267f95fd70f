import { expect, test } from 'vitest'
import {
  addressOf,
  approversOf,
  isOutOfHours,
  memberByAddress,
  memberByChannelId,
  memberById,
  ownerOf,
  workingWindowsMinutes,
} from './people.ts'
import { defaultPolicy, parsePolicy } from './policy.ts'

const TEAM = `
company: {name: Northwind Studio, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, roles: [founder], email: Mia@Northwind.example, slack: U1, discord: "999", whatsapp: "+44 7700 900123"}
  - {id: sam, name: Sam Reed, roles: [approver], timezone: America/New_York, working_hours: {mon-fri: "09:00-12:00, 13:00-17:00"}}
`
const team = (more = '') => parsePolicy(TEAM + more, { file: 'policy.yaml' })
const policy = team()
const [mia, sam] = policy.people

test('a member has the address of their mail in lower case, else one that can never be real', () => {
  expect(policy.people.map(addressOf)).toEqual(['mia@northwind.example', 'sam@desk.invalid'])
  expect(memberByAddress(policy, 'MIA@northwind.EXAMPLE')).toBe(mia)
  expect(memberByAddress(policy, 'sam@desk.invalid')).toBe(sam)
  expect(memberByAddress(policy, 'sam@northwind.example')).toBeUndefined()
})

test('somebody is found by the id a channel gave them, in that channel only', () => {
  expect(memberByChannelId(policy, 'slack', 'U1')).toBe(mia)
  expect(memberByChannelId(policy, 'discord', '999')).toBe(mia)
  expect(memberByChannelId(policy, 'whatsapp', 'whatsapp:+447700900123')).toBe(mia)
  expect(memberByChannelId(policy, 'email', 'MIA@northwind.example')).toBe(mia)
  expect(memberByChannelId(policy, 'console', 'sam')).toBe(sam)
  expect(memberByChannelId(policy, 'slack', 'sam')).toBeUndefined()
  expect(memberByChannelId(policy, 'discord', 'U1')).toBeUndefined()
  expect(memberById(policy, 'nobody')).toBeUndefined()
})

test('approvers decide; without any the founders; without those the first of the team', () => {
  const ids = (text: string) => approversOf(parsePolicy(text, { file: 'policy.yaml' })).map((one) => one.id)
  expect(ids(TEAM)).toEqual(['sam'])
  expect(ids(TEAM.replace('[approver]', '[]'))).toEqual(['mia'])
  expect(ids(TEAM.replace('[approver]', '[]').replace('[founder]', '[]'))).toEqual(['mia'])
})

test('a flag belongs to the owner of its matter, of its reason, the fallback, the first approver', () => {
  const owned = team('escalation: {legal: mia, TRUST: sam, fallback: mia}\n')
  expect(ownerOf(owned, 'TRUST', 'legal').id).toBe('mia')
  expect(ownerOf(owned, 'TRUST', 'press').id).toBe('sam')
  expect(ownerOf(owned, 'BUDGET').id).toBe('mia')
  expect(ownerOf(policy, 'BUDGET').id).toBe('sam')
  expect(ownerOf(defaultPolicy(), 'BUDGET').id).toBe('owner')
})

test('working hours are those of the weekday in the own zone, breaks and clock changes included', () => {
  if (!sam) throw new Error('no sam')
  expect(workingWindowsMinutes(sam, 1)).toHaveLength(2)
  expect(workingWindowsMinutes(sam, 7)).toEqual([])
  const at = (iso: string) => isOutOfHours(sam, Date.parse(iso))
  expect(at('2026-03-06T14:00:00Z')).toBe(false) // Friday 09:00, winter time
  expect(at('2026-03-09T13:00:00Z')).toBe(false) // Monday 09:00, summer time
  expect(at('2026-03-09T12:59:00Z')).toBe(true)
  expect(at('2026-03-09T16:30:00Z')).toBe(true) // 12:30, the break
  expect(at('2026-03-09T21:00:00Z')).toBe(true) // 17:00, the end
  expect(at('2026-03-08T15:00:00Z')).toBe(true) // Sunday
})
