import { expect, test } from 'vitest'
import { turnVersions } from '#desk/in/turn-versions.ts'
import { verifyAudit } from '#desk/watch/audit.ts'
import type { Principal } from '#kernel/principal.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import type { Scope } from '#ports/agent.ts'
import { auditPage } from '#store/audit/read.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import { type Script, type ScriptedDesk, scriptedDesk } from '../harness/scripted.ts'

/** Says on which pack it runs; `job` fails on the second one more often than not. */
const SCRIPT: Script = {
  ask: ({ answer }, { pack }) =>
    answer === null
      ? { type: 'ask', question: { text: `When? (${pack.version})`, slots: ['when'] } }
      : { type: 'answer', text: `Done on ${pack.version}.` },
  job: ({ text }, { pack }) => {
    if (pack.version === '1.1.0' && text.length > 0) throw new Error('this version cannot do it')
    return { type: 'answer', text: `Done on ${pack.version}.` }
  },
}
/** One notice goes each of them once. */
const WAYS_TO_A_MEMBER = ['console', 'slack', 'whatsapp', 'form']
const PACKS = ['1.0.0', '1.1.0']
const open = () => scriptedDesk(SCRIPT, { packs: PACKS })

const versionOf = async ({ composition }: ScriptedDesk, id = ''): Promise<string | null> =>
  (await composition.sql.read(() => taskOnFile(id))).task.pack
const noticesTo = async ({ composition }: ScriptedDesk, member: string): Promise<string[]> => {
  const messages = await composition.sql.read(() => messagesIn(`flags:${member}`, 50))
  return messages.flatMap(({ message }) => (message.type === 'notice' ? [message.text] : []))
}
const replyTo = async (desk: ScriptedDesk, text: string, who = 'mia') => (await desk.say(who, text, 'desk')).reply

test('a version put in force and taken back: what was begun finishes on what it was begun on', async () => {
  const desk = await open()
  expect(await replyTo(desk, 'versions')).toMatch(/^scripted 1\.0\.0: pack 1\.0\.0 \(\w{16}\), as it came\.$/m)
  const first = await desk.start('mia', 'ask', 'one')
  expect(first.reply).toBe('When? (1.0.0)')
  expect(await replyTo(desk, 'use scripted 1.1.0')).toBe(
    'scripted is on 1.1.0 from now on; what was begun on 1.0.0 finishes on it.',
  )
  const second = await desk.start('mia', 'ask', 'two')
  expect(second.reply).toBe('When? (1.1.0)')
  expect((await desk.say('mia', 'monday', 'one')).reply).toBe('Done on 1.0.0.')
  expect(await replyTo(desk, 'rollback scripted')).toBe(
    'scripted is back on 1.0.0. What was begun on 1.1.0 finishes on it.',
  )
  expect((await desk.say('mia', 'tuesday', 'two')).reply).toBe('Done on 1.1.0.')
  expect((await desk.start('mia', 'ask', 'three')).reply).toBe('When? (1.0.0)')
  expect(await replyTo(desk, 'rollback scripted')).toBe("I can't do that: scripted has no version before 1.0.0.")
  expect(await replyTo(desk, 'versions')).toMatch(/pack 1\.0\.0 .*since .* by Mia Chen\. Of its last 1 tasks 0 were/)
})

test('task, audit row and why name agent, pack and model; the chain verifies with them', async () => {
  const desk = await open()
  const { tasks } = await desk.start('mia', 'job')
  const id = tasks[0]?.task ?? ''
  const { task } = await desk.composition.sql.read(() => taskOnFile(id))
  expect(task).toMatchObject({ agentVersion: '1.0.0', pack: '1.0.0', packHash: expect.any(String), model: null })
  expect((await desk.start('mia', 'broken')).tasks[0]?.status).toBe('failed')
  const { sql, context } = desk.composition
  const rows = await sql.read(() => auditPage(0, 50))
  const versions = `{"agent":"scripted@1.0.0","model":null,"pack":"1.0.0#${task.packHash}"}`
  expect(rows.map(({ what, versions: by }) => [what, by])).toEqual([['task.failed', versions]])
  expect((await desk.say('mia', `why ${id}`)).reply).toContain(
    `scripted 1.0.0 (pack 1.0.0, ${task.packHash}; no model)`,
  )
  expect((await verifyAudit(sql, context.audit.key, [])).problem).toBeNull()
  sql.connection.exec("UPDATE audit SET versions = replace(versions, '1.0.0#', '9.0.0#')")
  expect((await verifyAudit(sql, context.audit.key, [])).problem).toMatchObject({ row: 1 })
})

test('only approvers choose, and only among what there is', async () => {
  const desk = await open()
  for (const verb of ['use scripted 1.1.0', 'try scripted 1.1.0 on 10%', 'rollback scripted'])
    expect(await replyTo(desk, verb, 'sam')).toMatch(/choosing the version of an agent is for Mia Chen/)
  expect(await replyTo(desk, 'versions', 'sam')).toMatch(/^scripted/)
  expect(await replyTo(desk, 'use scripted 2.0.0')).toMatch(
    /scripted has no version 2\.0\.0; there are 1\.0\.0, 1\.1\.0/,
  )
  expect(await replyTo(desk, 'rollback sales')).toMatch(/there is no agent sales; known are scripted/)
  expect(await replyTo(desk, 'try scripted 1.0.0 on 10%')).toMatch(
    /1\.0\.0 is the version of scripted that is in force/,
  )
  expect(await replyTo(desk, 'try scripted 1.1.0 for nobody')).toMatch(/nobody in the team is called nobody/)
})

test('a canary does its share of the tasks and all of a member; ending it leaves what it began to it', async () => {
  const desk = await open()
  expect(await replyTo(desk, 'try scripted 1.1.0 on 30% and for Sam')).toBe(
    'scripted tries 1.1.0 on 30 % of its tasks and every task of sam, beside 1.0.0.',
  )
  const drawn: (string | null)[] = []
  for (let nth = 0; nth < 40; nth++) {
    const { tasks } = await desk.start('priya', 'ask', `place-${nth}`)
    drawn.push(await versionOf(desk, tasks[0]?.task))
  }
  const canaries = drawn.filter((version) => version === '1.1.0').length
  expect(canaries).toBeGreaterThan(3)
  expect(canaries).toBeLessThan(25)
  const sams = await desk.start('sam', 'ask', 'sam')
  expect(sams.reply).toBe('When? (1.1.0)')
  await replyTo(desk, 'rollback scripted')
  expect((await desk.start('sam', 'ask', 'sam-2')).reply).toBe('When? (1.0.0)')
  expect((await desk.say('sam', 'monday', 'sam')).reply).toBe('Done on 1.1.0.')
})

test('a canary that misbehaves is taken back by the desk, once, when twenty of its tasks have ended', async () => {
  const desk = await open()
  for (let nth = 0; nth < 30; nth++) await desk.start('priya', 'job', `before-${nth}`)
  expect((await desk.start('sam', 'ask', 'begun-before')).reply).toBe('When? (1.0.0)')
  await replyTo(desk, 'try scripted 1.1.0 for sam')
  const inHand = await desk.start('sam', 'ask', 'in-hand')
  expect(inHand.reply).toBe('When? (1.1.0)')
  const versions: (string | null)[] = []
  for (let nth = 0; nth < 25; nth++) {
    const { tasks } = await desk.start('sam', 'job', `after-${nth}`)
    versions.push(await versionOf(desk, tasks[0]?.task))
  }
  expect(versions).toEqual([...Array(20).fill('1.1.0'), ...Array(5).fill('1.0.0')])
  const told =
    'scripted is back on 1.0.0: of the last 20 tasks on 1.1.0, 20 were undone, edited or failed; on 1.0.0 0 of 30. What was begun on 1.1.0 finishes on it.'
  expect(await noticesTo(desk, 'mia')).toEqual(WAYS_TO_A_MEMBER.map(() => told))
  expect((await desk.say('sam', 'monday', 'in-hand')).reply).toBe('Done on 1.1.0.')
  expect((await desk.say('sam', 'monday', 'begun-before')).reply).toBe('Done on 1.0.0.')
  expect(await replyTo(desk, 'versions')).toMatch(/since .* by desk/)
  const { sql } = desk.composition
  const changes = (await sql.read(() => auditPage(0, 200))).filter(({ what }) => what.startsWith('versions.'))
  expect(changes.map(({ what, payload }) => [what, JSON.parse(payload ?? '{}').by])).toEqual([
    ['versions.try', 'mia'],
    ['versions.rollback', 'desk'],
  ])
})

test('what is chosen outlives the process', async () => {
  const desk = await open()
  await replyTo(desk, 'use scripted 1.1.0')
  await desk.close()
  const again = await scriptedDesk(SCRIPT, { packs: PACKS, home: desk.home })
  expect((await again.start('mia', 'ask')).reply).toBe('When? (1.1.0)')
  await again.close()
  const without = await scriptedDesk(SCRIPT, { packs: ['1.0.0'], home: desk.home })
  expect((await without.start('mia', 'ask', 'other')).reply).toBe('When? (1.0.0)')
})

/** Reminds of what was lately done here; the second version shouts, unless it is asked to be quiet, and looks at more. */
const REMINDING: Script = {
  quiet: (_input, scope) => reminder(scope, ''),
  loud: async (_input, scope) => {
    if (scope.pack.version === '1.1.0') await scope.lookups['crm.list']('lead')
    return reminder(scope, scope.pack.version === '1.1.0' ? '!' : '')
  },
  broken: (_input, scope) => {
    if (scope.pack.version === '1.1.0') throw new Error('it cannot do this')
    return reminder(scope, '')
  },
  nosy: async (_input, scope) => {
    if (scope.pack.version === '1.1.0') await scope.lookups['calendar.events']({ fromMs: 0, toMs: 1 })
    return reminder(scope, '')
  },
}
const reminder = async ({ lookups, nowMs }: Scope, sign: string): Promise<RulingDraft> => {
  const { length } = await lookups['history.recent']()
  const args = { atMs: nowMs + 3_600_000, text: `Call ${length}${sign}`, person: 'mia', ...HERE }
  return { type: 'propose', actions: [{ kind: 'reminder.create', args, because: 'said so' }] }
}
const HERE = { conversation: 'main', channel: 'console' }

test('in the shadow a version is given what the task was given, acts on nothing, and what it would do otherwise is listed', async () => {
  const desk = await scriptedDesk(REMINDING, { packs: PACKS })
  const { shadow, sql } = desk.composition
  const rows = (table: string) => Number(sql.connection.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n)
  await desk.start('mia', 'loud')
  expect(await replyTo(desk, 'differences scripted')).toBe('No version has run in the shadow of scripted yet.')
  expect(await replyTo(desk, 'try scripted 1.1.0 in shadow')).toBe(
    'scripted tries 1.1.0 in its shadow, acting on nothing, beside 1.0.0.',
  )
  const before = { actions: rows('actions'), outbox: rows('outbox'), tasks: rows('tasks'), audit: rows('audit') }
  const first = await desk.start('mia', 'quiet')
  const loud = await desk.start('mia', 'loud')
  const broken = await desk.start('mia', 'broken')
  const nosy = await desk.start('mia', 'nosy')
  const done = [first, loud, broken, nosy].flatMap(({ tasks }) => tasks)
  expect(await Promise.all(done.map(({ task }) => versionOf(desk, task)))).toEqual(Array(4).fill('1.0.0'))
  expect(done.flatMap(({ actions }) => actions.map(({ args }) => args.text))).toEqual([
    'Call 1',
    'Call 2',
    'Call 3',
    'Call 4',
  ])
  await shadow.idle()
  expect({ actions: rows('actions'), tasks: rows('tasks') }).toEqual({
    actions: before.actions + 4,
    tasks: before.tasks + 4,
  })
  expect(rows('outbox')).toBe(before.outbox + 4)
  expect(rows('audit')).toBe(before.audit + 8)
  const [head, ...lines] = (await replyTo(desk, 'differences scripted'))?.split('\n') ?? []
  expect(head).toBe('scripted 1.1.0 ran in the shadow of 4 tasks and ruled otherwise on 3.')
  expect(lines).toEqual([
    expect.stringMatching(/"nosy": propose reminder\.create .*; it: failed \("the contract does not name the lookup/),
    expect.stringMatching(/"broken": propose reminder\.create .*; it: failed \("it cannot do this"\)$/),
    expect.stringMatching(
      new RegExp(
        `^${loud.tasks[0]?.task} "loud": propose reminder\\.create .*Call 2".*; it: propose reminder\\.create .*Call 2!"`,
      ),
    ),
  ])
  expect(await replyTo(desk, 'differences scripted', 'sam')).toMatch(/is for Mia Chen/)
  expect(await replyTo(desk, 'use scripted 1.0.0')).toBe('scripted is on 1.0.0 from now on.')
  await desk.start('mia', 'loud')
  await shadow.idle()
  expect(await replyTo(desk, 'differences scripted')).toMatch(/in the shadow of 4 tasks/)
})

test('a shadow that has spent its tenth of the day runs no more that day', async () => {
  const desk = await scriptedDesk(REMINDING, { packs: PACKS })
  const { shadow, sql, context } = desk.composition
  const tenth = context.policy().budget.perDayUsdMicros / 10
  const spend = (usdMicros: number) =>
    sql.connection.exec(
      `INSERT OR REPLACE INTO model_days VALUES ('2026-11-23', 'scripted.shadow', 1, 1, ${usdMicros})`,
    )
  await replyTo(desk, 'try scripted 1.1.0 in shadow')
  spend(tenth - 1)
  await desk.start('mia', 'quiet')
  spend(tenth)
  await desk.start('mia', 'quiet')
  await shadow.idle()
  expect(await replyTo(desk, 'differences scripted')).toMatch(/in the shadow of 1 tasks/)
})

test('the cues of a pack are heard while it is in force, and no longer', async () => {
  const deaf = { version: '1.1.0', cues: { off: ['any'], examples: {} } }
  const desk = await scriptedDesk({ any: () => ({ type: 'answer', text: 'Heard.' }) }, { packs: ['1.0.0', deaf] })
  const heard = async (text: string) => (await desk.say('mia', text)).reply
  expect(await heard('a scripted script')).toBe('Heard.')
  await replyTo(desk, 'use scripted 1.1.0')
  expect(await heard('a scripted script')).not.toBe('Heard.')
  expect(await heard('/scripted script')).toBe('Heard.')
  await replyTo(desk, 'rollback scripted')
  expect(await heard('a scripted script')).toBe('Heard.')
})

test('a word that is delivered again changes nothing, and is told what it was told', async () => {
  const desk = await open()
  await replyTo(desk, 'use scripted 1.1.0')
  const { context, versions, sql } = desk.composition
  const principal = { kind: 'member', id: 'mia', zone: 'Europe/London' } as Principal
  const again = () => turnVersions(context, versions, { seq: 999, principal }, { verb: 'rollback', agent: 'scripted' })
  expect(await again()).toEqual(['scripted is back on 1.0.0. What was begun on 1.1.0 finishes on it.'])
  expect(await again()).toEqual(['scripted is back on 1.0.0. What was begun on 1.1.0 finishes on it.'])
  expect(sql.connection.prepare('SELECT what FROM versions').all()).toEqual([{ what: 'use' }, { what: 'rollback' }])
})
