import { expect, test } from 'vitest'
import { SetClock } from '#app/system.ts'
import { LocalMailbox } from '#integrations/local/mailbox/local-mailbox.ts'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { MailDraft, messageIdOf } from '#kernel/mail.ts'
import type { Principal } from '#kernel/principal.ts'
import { parsePolicy } from '#policy/policy.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { judgePlan } from './judge.ts'
import { mailHand } from './mail-hand.ts'

const policy = (draft: string) =>
  parsePolicy(
    `version: 1\ncompany: {name: X, timezone: Europe/London}\npeople: [{id: mia, name: Mia, email: mia@x.example}]\noutreach: {autonomy: {draft: ${draft}}}\n`,
    { file: 'p.yaml' },
  )
const ARGS = { to: ['ada@kitchen.example'], subject: 'Offer', body: 'Dear Ada\n', thread: null, from: null }

async function handOver() {
  const { sql } = await localStore()
  const mailbox = new LocalMailbox(sql)
  return { mailbox, hand: mailHand({ mailbox, clock: new SetClock(Date.parse('2026-11-23T09:00:00Z')) }) }
}

function judged(args: object, principal: Partial<Principal> = {}, level = 'act') {
  const who = { kind: 'member', id: 'mia', name: 'Mia', assurance: 'verified', email: null, phone: null, ...principal }
  const context = {
    principal: { ...who, zone: 'Etc/UTC', roles: [] } as Principal,
    own: ['mia@x.example'],
    party: () => 'unknown' as const,
    nameOf: (address: string) => address,
    nowMs: 0,
    zone: 'Etc/UTC',
  }
  const plan = [{ kind: 'mail.draft', args: { ...ARGS, ...args }, before: null }]
  return judgePlan(plan, { policy: policy(level), context, pausedBy: null, undoing: false })[0]
}

test('a draft is written once, lies among the drafts, and is taken away again', async () => {
  const { mailbox, hand } = await handOver()
  expect(await hand.landed('mail.draft', ARGS, 'k1', null)).toBeNull()
  const { record } = await hand.call('mail.draft', ARGS, 'k1')
  expect(await hand.call('mail.draft', ARGS, 'k1')).toEqual({ record })
  const { after, asAsked } = await hand.verify('mail.draft', ARGS, record)
  expect(asAsked).toBe(true)
  expect(after).toMatchObject({ id: messageIdOf('k1'), folder: 'drafts', sentAt: null, subject: 'Offer' })
  expect(await mailbox.list('drafts', 5)).toEqual([after])
  const inverse = ACTIONS.get('mail.draft')?.inverse(ARGS, null, after)
  expect(inverse?.kind).toBe('mail.discard')
  const args = inverse?.args ?? {}
  await hand.call('mail.discard', args, 'k2')
  expect(await hand.verify('mail.discard', args, record)).toEqual({ after: null, asAsked: true })
  expect(await hand.landed('mail.discard', args, 'k2', after)).toEqual({ record, after: null })
})

test('one that somebody changed since is not taken away', async () => {
  const { mailbox, hand } = await handOver()
  const { record } = await hand.call('mail.draft', ARGS, 'k1')
  const draft = await mailbox.get(record)
  await mailbox.rewrite(record, { body: 'Shorter\n' }, draft?.version ?? '')
  const discard = hand.call('mail.discard', { id: record, version: draft?.version }, 'k2')
  await expect(discard).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('a draft in a thread answers its last message; a thread there is not is refused', async () => {
  const { mailbox, hand } = await handOver()
  const said = { from: 'ada@kitchen.example', subject: 'AW: Offer', sentAt: '2026-11-23T08:00:00Z' }
  const first = await mailbox.add(MailDraft.parse({ ...said, references: ['0@k'] }), { id: '1@k', folder: 'inbox' })
  const args = { ...ARGS, subject: '', thread: first.threadId }
  const { record } = await hand.call('mail.draft', args, 'k1')
  const { after, asAsked } = await hand.verify('mail.draft', args, record)
  expect(asAsked).toBe(true)
  const answers = { threadId: first.threadId, subject: 'Re: Offer', inReplyTo: '1@k', references: ['0@k', '1@k'] }
  expect(after).toMatchObject(answers)
  await expect(hand.call('mail.draft', { ...args, thread: 'x@y' }, 'k2')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('the policy says whether; only the team has mail written, and only in its own name', () => {
  expect(judged({})).toMatchObject({ verdict: 'do', facts: { recipients: 1, by: 'member' } })
  expect(judged({}, {}, 'act_with_approval')).toMatchObject({ verdict: 'ask', rule: expect.stringContaining('draft') })
  expect(judged({}, { kind: 'client' })?.verdict).toBe('refuse')
  expect(judged({}, { kind: 'stranger', assurance: 'claimed' })?.verdict).toBe('refuse')
  expect(judged({}, { assurance: 'claimed' })?.verdict).toBe('ask')
  expect(judged({ from: 'MIA@x.example' })?.verdict).toBe('do')
  expect(judged({ from: 'sam@x.example' })?.verdict).toBe('refuse')
})

test('what could open a header of its own is no argument', () => {
  const { args } = ACTIONS.get('mail.draft') ?? {}
  expect(args?.safeParse(ARGS).success).toBe(true)
  for (const bad of [
    { to: ['a@b\r\nBcc: c@d'] },
    { to: ['a@b, c@d'] },
    { to: ['Ada <a@b>'] },
    { to: ['ada'] },
    { subject: 'Hi\nBcc: c@d' },
    { from: 'a@b>' },
  ])
    expect([bad, args?.safeParse({ ...ARGS, ...bad }).success]).toEqual([bad, false])
})
