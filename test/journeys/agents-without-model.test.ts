import { describe, expect, test } from 'vitest'
import { agents } from '#agents/manifest.ts'
import type { TurnResult } from '#desk/out/result.ts'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { DeskError } from '#kernel/errors.ts'
import { answers } from '../harness/model/server.ts'
import { BASICS, type Basics, type Saying } from '../harness/office/basics.ts'
import { knowing, newsOf, type OfficeDesk, officeDesk } from '../harness/office/desk.ts'

const away = answers.error(401, 'invalid_api_key')
const ASKED_FIRST = 'fixed: the model does not answer, so it is asked first'

test('every installed agent has basics, and each of its verbs stands in them', () => {
  expect(Object.keys(BASICS).sort()).toEqual(agents.map(({ contract }) => contract.id).sort())
  for (const { contract, cues } of agents) {
    const verbs = new Set(cues.flatMap(({ slash }) => (slash === null ? [] : [slash])))
    const said = basicsOf(contract.id).verbs.map(({ text }) => /^\/(\S+)/.exec(text)?.[1])
    expect(new Set(said), contract.id).toEqual(verbs)
    expect(basicsOf(contract.id).plain.length, contract.id).toBeGreaterThan(0)
  }
})

describe.each(agents.map(({ contract }) => contract.id))('%s', (id) => {
  const { verbs, plain, modelOnly } = basicsOf(id)

  test('while all is well: verbs and plain words are the rules’, and no model is asked of them', async () => {
    const desk = await officeDesk([knowing])
    for (const saying of [...verbs, ...plain]) {
      const result = await desk.try(saying)
      expect(result.tasks, saying.text).toMatchObject([{ agent: id, intent: saying.intent, tier: 'rules' }])
      expectDone(saying, result)
    }
    expect(desk.server.requests).toEqual([])
  })

  test('while the model is down: the same is understood, and what is of more than low risk is asked first; a yes does it', async () => {
    const desk = await officeDesk([away])
    await outage(desk)
    const asked = desk.server.requests.length
    for (const saying of [...verbs, ...plain]) {
      const result = await desk.try(saying)
      expect(result.tasks, saying.text).toMatchObject([{ agent: id, intent: saying.intent, tier: 'rules' }])
      if (saying.does instanceof RegExp) expectDone(saying, result)
      else await expectCareful(desk, saying, result)
    }
    expect(desk.server.requests).toHaveLength(asked)
    expect(newsOf(desk)).toEqual([
      expect.stringMatching(/^The model does not answer: .*OPENAI_API_KEY; make a new one/),
    ])
  })

  test('what only a model reads: nothing is done and that is said, until it answers again, which is told once', async () => {
    const first = await officeDesk([knowing])
    expect((await first.try(modelOnly)).tasks).toMatchObject([
      { agent: id, intent: modelOnly.intent, tier: 'model', status: modelOnly.status },
    ])
    const desk = await officeDesk([away])
    await outage(desk)
    const lost = await desk.try(modelOnly)
    expect(lost.tasks).toEqual([])
    expect(lost.reply).toMatch(
      /^My rules do not know that, and the model does not answer at the moment, so nothing was done\./,
    )
    await desk.close()

    const next = await officeDesk([away], { home: desk.home })
    expect(next.composition.context.models.trouble()).toBe('down')
    expect((await next.try(modelOnly)).tasks).toEqual([])
    expect(newsOf(next)).toHaveLength(1)
    next.server.says(knowing)
    const told = await next.try(modelOnly)
    expect(told.tasks).toMatchObject([{ agent: id, tier: 'model', status: modelOnly.status }])
    for (const saying of verbs.filter(({ does }) => !(does instanceof RegExp))) {
      const result = await next.try(saying)
      expectDone(saying, result)
    }
    expect(newsOf(next)).toEqual([
      expect.stringMatching(/^The model does not answer/),
      expect.stringMatching(/^The model answers again/),
    ])
  })

  test('with the day used up in the middle of it: rules go on, it is told once, and the next day a model reads again', async () => {
    const desk = await officeDesk([knowing], { policy: 'budget: {per_day: 0.012 USD, per_task: 1 USD}\n' })
    let read = 0
    for (let nth = 0; desk.composition.context.models.trouble() === null && nth < 40; nth++)
      read += (await desk.try({ text: `${modelOnly.text}${' '.repeat(nth)}` })).tasks.length
    expect(desk.composition.context.models.trouble()).toBe('spent')
    expect(read).toBeGreaterThan(0)
    expect((await desk.try({ text: `${modelOnly.text}, ok?` })).reply).toContain(
      'the model may cost no more at the moment',
    )
    for (const saying of [...verbs, ...plain]) {
      const result = await desk.try(saying)
      expect(result.tasks, saying.text).toMatchObject([{ agent: id, intent: saying.intent, tier: 'rules' }])
      expectDone(saying, result)
    }
    expect(newsOf(desk)).toEqual([expect.stringContaining('used up what it may cost today')])
    desk.clock.set(desk.clock.nowMs() + 24 * 3_600_000)
    expect((await desk.try({ text: `${modelOnly.text} ` })).tasks).toMatchObject([{ agent: id, tier: 'model' }])
    expect(newsOf(desk)).toHaveLength(1)
  })

  test('with the day used up and on_exceed stop: all that would be done is asked first', async () => {
    const desk = await officeDesk([knowing], { policy: 'budget: {per_day: 0.000001 USD, on_exceed: stop}\n' })
    await desk.try(modelOnly)
    for (const saying of [...verbs, ...plain]) {
      const result = await desk.try(saying)
      const { actions = [] } = result.tasks[0] ?? {}
      expect(result.tasks, saying.text).toMatchObject([{ agent: id, intent: saying.intent }])
      expect(
        actions.map(({ status }) => status),
        saying.text,
      ).not.toContain('done')
    }
    expect(newsOf(desk)).toEqual([expect.stringContaining('nothing is done without a yes')])
  })
})

test('a silent model and ten messages at once that only it reads: each ends in its time, with a word', async () => {
  const desk = await officeDesk([answers.hang()])
  const startedMs = performance.now()
  const told = await Promise.all(
    Array.from({ length: 10 }, (_, nth) => {
      const { text } = basicsOf(agents[nth % agents.length]?.contract.id ?? '').modelOnly
      return desk.try({ text: `${text}${' '.repeat(nth)}` })
    }),
  )
  expect(performance.now() - startedMs).toBeLessThan(15_000)
  for (const { tasks, reply } of told) {
    expect(tasks).toEqual([])
    expect(reply).toMatch(/^My rules do not know that, and the model (?:did not answer in time|does not answer)/)
  }
  expect(newsOf(desk)).toEqual([
    expect.stringMatching(/took too long; look at that server, or raise model\.caps\.timeout/),
  ])
})

test('model and calendar down at once: what is asked for waits for its yes, is queued, and is done once when the calendar is back', async () => {
  const desk = await officeDesk([away])
  const { calendar } = desk.composition.context
  const real = calendar.create.bind(calendar)
  calendar.create = () => Promise.reject(new DeskError('INTEGRATION_DOWN', { name: 'The calendar' }))
  await outage(desk)
  const saying = { text: 'book 30 min with Sam on Thursday at 3pm' }
  const asked = await desk.try(saying)
  expect(asked.tasks[0]?.actions).toMatchObject([{ status: 'proposed', rule: ASKED_FIRST }])
  const queued = await desk.say('mia', 'yes', asked.conversation)
  expect(queued.tasks[0]?.actions).toMatchObject([{ status: 'queued' }])
  calendar.create = real
  desk.clock.set(desk.clock.nowMs() + 3_600_000)
  await desk.composition.desk.drain()
  const { calendar: events } = await desk.composition.local.records()
  expect(events.filter(({ start }) => start === '2026-11-26T15:00:00Z')).toHaveLength(1)
  expect(newsOf(desk)).toHaveLength(1)
})

test.each([
  ['en', 'our login page does something odd since this morning', 'A person of the team will read it'],
  ['de', 'unsere Seite zeigt seit heute früh so komische Zeichen an', 'Jemand aus dem Team'],
  ['es', 'nuestra página hace algo raro desde esta mañana', 'una persona del equipo'],
  ['fr', 'notre page fait quelque chose de bizarre depuis ce matin', 'Une personne de l’équipe'],
])(
  'what a client writes that nobody could read is read by a person, who hears of it once (%s)',
  async (_language, text, said) => {
    const desk = await officeDesk([away])
    await outage(desk)
    const from = { kind: 'client' as const, id: 'c1', phone: '+447700900123' }
    expect((await desk.say(from, text, 'pia')).reply).toContain(said)
    await desk.say(from, `${text} !`, 'pia')
    const passedOn = desk.composition.sql.connection
      .prepare("select message from outbox where key like 'unread:%' and channel = 'console'")
      .all()
    expect(passedOn.map(({ message }) => String(message))).toEqual([expect.stringContaining(text)])
  },
)

test('more money allowed in the middle of the day is heard at once', async () => {
  const desk = await officeDesk([knowing], { policy: 'budget: {per_day: 0.000001 USD, per_task: 1 USD}\n' })
  const { modelOnly } = basicsOf('scheduling')
  await desk.try(modelOnly)
  expect(desk.composition.context.models.trouble()).toBe('spent')
  await desk.close()
  const richer = await officeDesk([knowing], {
    home: desk.home,
    policy: 'budget: {per_day: 1 USD, per_task: 1 USD}\n',
  })
  expect(richer.composition.context.models.trouble()).toBeNull()
  expect((await richer.try(modelOnly)).tasks).toMatchObject([{ tier: 'model', status: 'done' }])
})

function basicsOf(id: string): Basics {
  const basics = BASICS[id]
  if (!basics) throw new Error(`${id} has no basics in test/harness/office/basics.ts`)
  return basics
}

/** Five messages nobody's rules know, which the model does not answer; and the news of it. */
async function outage(desk: OfficeDesk): Promise<void> {
  for (let nth = 0; nth < 5; nth++) await desk.try({ text: `would you sort out the thing with the ${nth} of them` })
  await expect.poll(() => newsOf(desk).length).toBe(1)
}

function expectDone({ text, does }: Saying, { tasks, reply }: TurnResult): void {
  if (does instanceof RegExp) expect(reply, text).toMatch(does)
  else
    expect(
      tasks.flatMap(({ actions }) => actions.map(({ kind, status }) => `${kind} ${status}`)),
      text,
    ).toEqual(does.map((kind) => `${kind} done`))
}

const isQuiet = (kind: string): boolean => ACTIONS.get(kind)?.risk === 'low'

/** One level lower: what is of low risk is done, the rest waits for a yes under the rule that says why, and is done with it. */
async function expectCareful(desk: OfficeDesk, { text, from, does }: Saying, result: OfficeResult): Promise<void> {
  const kinds = does as readonly string[]
  const actions = result.tasks.flatMap((task) => task.actions)
  expect(
    actions.map(({ kind }) => kind),
    text,
  ).toEqual(kinds)
  for (const { kind, status, rule } of actions) {
    if (kinds.every(isQuiet)) expect(status, `${text}: ${kind}`).toBe('done')
    else if (!isQuiet(kind))
      expect({ status, rule }, `${text}: ${kind}`).toEqual({ status: 'proposed', rule: ASKED_FIRST })
  }
  if (kinds.every(isQuiet)) return
  const decided = from ? await desk.decide('mia', 'approve') : await desk.say('mia', 'yes', result.conversation)
  expect(
    decided.tasks.flatMap((task) => task.actions.map(({ status }) => status)),
    `${text}: yes`,
  ).toEqual(kinds.map(() => 'done'))
}
type OfficeResult = Awaited<ReturnType<OfficeDesk['try']>>
