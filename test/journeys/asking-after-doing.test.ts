import { cpSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { TripPoint } from '#ports/trip.ts'
import { waitingIn } from '#store/tasks/task-rows.ts'
import { tempHome } from '../harness/home.ts'
import { type Script, scriptedDesk } from '../harness/scripted.ts'

const because = 'they wrote'
const VISITOR = { kind: 'stranger' as const, id: 'whatsapp:+447700900123', name: 'Ada', phone: '+447700900123' }

/** Files a lead, asks, and files the answer: what a qualifier does, without its judgement. */
const SCRIPT: Script = {
  hello: async ({ answer }, { conversation, lookups, principal }) => {
    const lead = await lookups['lead.mine']()
    const draft = { person: { name: principal.name, phone: principal.phone }, conversations: [conversation] }
    if (!lead)
      return {
        type: 'ask',
        question: { text: 'What is it for?', slots: ['need'] },
        actions: [{ kind: 'lead.create', args: { draft }, because }],
      }
    const ops = (status: string) => [
      { path: 'ask', before: lead.ask, after: answer },
      { path: 'status', before: lead.status, after: status },
    ]
    const update = (status: string) => ({
      kind: 'lead.update',
      args: { id: lead.id, version: lead.version, ops: ops(status) },
      because,
    })
    if (lead.ask === null)
      return {
        type: 'ask',
        question: { text: 'By when?', slots: ['when'] },
        actions: [update('engaged'), { kind: 'lead.update', args: { ...update('spam').args }, because }],
      }
    return { type: 'propose', actions: [update('qualified')], notes: ['Thank you, Sam will write.'] }
  },
}

test('what is filed is filed before the question, and the visitor hears the question only', async () => {
  const desk = await scriptedDesk(SCRIPT)
  const first = await desk.start(VISITOR, 'hello')
  expect(first.reply).toBe('What is it for?')
  expect(first.tasks[0]).toMatchObject({
    status: 'waiting_requester',
    actions: [{ kind: 'lead.create', status: 'done' }],
  })
  const { crm } = desk.composition.local
  expect(await crm.list('lead')).toMatchObject([{ person: { name: 'Ada' }, status: 'new' }])
  const second = await desk.say(VISITOR, 'a web shop')
  expect(second.reply).toBe('By when?')
  expect(await crm.list('lead')).toMatchObject([{ ask: 'a web shop' }])
  const third = await desk.say(VISITOR, 'in May')
  expect(third.reply).toBe('Thank you, Sam will write.')
  expect(await crm.list('lead')).toMatchObject([{ ask: 'in May', status: 'qualified' }])
})

test('of what goes before a question, what policy would ask about is left out', async () => {
  const desk = await scriptedDesk(SCRIPT, { policy: '\nleads: {autonomy: {disqualify: act_with_approval}}\n' })
  await desk.start(VISITOR, 'hello')
  const second = await desk.say(VISITOR, 'a web shop')
  expect(second.tasks[0]?.actions.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'lead.create done',
    'lead.update done',
  ])
  expect(await desk.composition.local.crm.list('lead')).toMatchObject([{ status: 'engaged' }])
})

test('nobody vouches for who fills a form in, and their lead is filed all the same; no other is theirs', async () => {
  const desk = await scriptedDesk({
    ...SCRIPT,
    steal: async (_input, _scope) => {
      const [lead] = await desk.composition.local.crm.list('lead')
      const ops = [{ path: 'status', before: 'new', after: 'qualified' }]
      return {
        type: 'propose',
        actions: [{ kind: 'lead.update', args: { id: lead?.id, version: lead?.version, ops }, because }],
      }
    },
  })
  const claimed = { ...VISITOR, assurance: 'claimed' as const }
  const first = await desk.start(claimed, 'hello')
  expect(first.tasks[0]?.actions).toMatchObject([{ kind: 'lead.create', status: 'done' }])
  const eve = { kind: 'stranger' as const, id: 'eve', email: 'eve@evil.example' }
  const other = await desk.start(eve, 'steal', 'elsewhere')
  expect(other.tasks[0]?.actions).toMatchObject([
    { status: 'refused', rule: 'fixed: only the team changes its records' },
  ])
})

test.each<TripPoint>(['after-plan', 'after-intent', 'after-port-call', 'after-read-back', 'after-perform'])(
  'a crash %s forgets neither what was filed nor the question',
  async (point) => {
    const after = tempHome()
    let copied = false
    const desk = await scriptedDesk(SCRIPT, {
      trip: {
        reach(at) {
          if (at !== point || copied) return
          copied = true
          for (const file of ['desk.db', 'desk.db-wal'])
            cpSync(`${desk.home.folder}/${file}`, `${after.folder}/${file}`)
        },
      },
    })
    await desk.start(VISITOR, 'hello')
    await desk.close()
    expect(copied).toBe(true)
    const again = await scriptedDesk(SCRIPT, { home: after })
    await again.composition.desk.drain()
    const { crm } = again.composition.local
    expect(await crm.list('lead')).toMatchObject([{ person: { name: 'Ada' }, ask: null }])
    const second = await again.say(VISITOR, 'a web shop')
    expect(second.reply).toBe('By when?')
    expect(await crm.list('lead')).toMatchObject([{ ask: 'a web shop' }])
  },
)

test('a crash between the last write and the question forgets neither', async () => {
  const desk = await scriptedDesk(SCRIPT)
  await desk.start(VISITOR, 'hello')
  await desk.close()
  // What the journal holds once the write is in the ledger and before the question is asked.
  const database = new DatabaseSync(desk.home.database)
  database.exec(`
    UPDATE tasks SET status = 'open', said = '{"lines":[],"choices":[]}';
    UPDATE inbound SET state = 'leased', result = NULL WHERE kind = 'message';
    DELETE FROM inbound WHERE kind = 'timer';
    DELETE FROM outbox;
  `)
  database.close()
  const again = await scriptedDesk(SCRIPT, { home: desk.home })
  await again.composition.desk.drain()
  const row = (await again.composition.sql.read(() => waitingIn('main')))[0]
  expect(row).toMatchObject({ task: { status: 'waiting_requester' }, question: { text: 'What is it for?' } })
  expect(await again.composition.local.crm.list('lead')).toHaveLength(1)
  expect((await again.say(VISITOR, 'a web shop')).reply).toBe('By when?')
})
