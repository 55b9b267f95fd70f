import { expect, test } from 'vitest'
import { ROUTE_PACK } from '#graphs/route/pack.ts'
import { auditPage } from '#store/audit/read.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import { modelThat } from '../../src/cli/eval/model-that.ts'
import { playedDesk } from '../../src/cli/eval/played-desk.ts'
import { Scenario } from '../../src/cli/eval/scenario.ts'

const SAID = 'the folks at globex will not decide before march'
const scenario = Scenario.parse({
  id: '1.1',
  title: 'a job that only a model finds',
  clock: '2026-11-23T08:00:00Z',
  accounts: [{ id: 'a1', name: 'Globex' }],
  turns: [
    { from: 'mia', text: SAID, expect: {} },
    { from: 'mia', text: 'note on globex: likes short mails', expect: {} },
  ],
})
const read = {
  changes: [],
  notes: [{ record: 'globex', text: 'will not decide before march' }],
  tasks: [],
  question: null,
}
const model = modelThat(({ name }) =>
  name === 'jobs' ? { jobs: [{ job: 'crm-update/note', words: SAID, read }] } : undefined,
)

test('where a model found the job, task, audit row and why name the pack it was told by', async () => {
  const { composition, say, close } = await playedDesk(scenario, { models: { for: () => model } })
  const [found, known] = scenario.turns
  if (!found || !known) throw new Error('the scenario has two turns')
  const by = `${ROUTE_PACK.version}#${ROUTE_PACK.hash}`
  try {
    const ids = [(await say(found)).tasks[0]?.task ?? '', (await say(known)).tasks[0]?.task ?? '']
    const rows = await composition.sql.read(function* () {
      const tasks = []
      for (const id of ids) tasks.push((yield* taskOnFile(id)).task)
      return tasks
    })
    expect(rows).toMatchObject([
      { tier: 'model', routedBy: by, pointed: null },
      { tier: 'rules', routedBy: null, pointed: null },
    ])
    const audit = (await composition.sql.read(() => auditPage(0, 100))).filter(({ what }) => what === 'action.done')
    expect(audit.map(({ versions }) => JSON.parse(versions ?? '{}').route)).toEqual([by, undefined])
    const why = await say({ ...found, text: `why ${ids[0]}` })
    expect(why.reply).toContain(`job found by the router's pack ${ROUTE_PACK.version}, ${ROUTE_PACK.hash}`)
    expect(model.asked.map(({ name }) => name)).toEqual(['jobs'])
  } finally {
    await close()
  }
})
