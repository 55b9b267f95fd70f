import { expect, test } from 'vitest'
import { agents } from '#agents/manifest.ts'
import { intentReader } from '#app/intent-reader.ts'
import type { Agent } from '#ports/agent.ts'
import { noModels } from '#ports/models.ts'
import type { ToRoute } from '#ports/router.ts'
import { router } from './router.ts'

const scheduling = agents.filter(({ contract }) => contract.id === 'scheduling')
/** An agent that catches everything there is to catch, and has a word for members alone. */
const catcher: Agent = {
  contract: { ...(scheduling[0] as Agent).contract, id: 'catcher', catches: ['stranger', 'form', 'email'] },
  cues: [
    {
      intent: 'add',
      slash: 'lead',
      verbs: ['new lead'],
      objects: [],
      refusals: [],
      examples: ['new lead from the fair'],
      audience: ['member'],
    },
  ],
  packs: (scheduling[0] as Agent).packs,
  graph: (scheduling[0] as Agent).graph,
}
const desk = router({
  agents: [...scheduling, catcher],
  readerFor: (from) => intentReader([...scheduling, catcher], from),
  models: noModels,
})
const jobsOf = async (text: string, over: Partial<ToRoute> = {}) => {
  const { jobs } = await desk.route({ text, from: 'stranger', channel: 'whatsapp', ...over })
  return jobs.map(({ agent, intent }) => `${agent}/${intent}`)
}

test("a stranger's words that nobody claims are caught, and so is what has no words at all", async () => {
  expect(await jobsOf('do u build shopify apps')).toEqual(['catcher/inbound'])
  expect(await jobsOf('Price?')).toEqual(['catcher/inbound'])
  expect(await jobsOf('')).toEqual(['catcher/inbound'])
})

test('what somebody claims stays theirs, and words beside it that say something of their own are caught', async () => {
  expect(await jobsOf('can we meet tomorrow afternoon?')).toEqual(['scheduling/book'])
  expect(await jobsOf('need a new website, can we talk tomorrow at 3?')).toEqual(['catcher/aside', 'scheduling/book'])
  expect(await jobsOf('hi there! can we talk tomorrow at 3? thanks a lot')).toEqual(['scheduling/book'])
})

test.each(['thanks!', '👍', 'ok thank you', 'hi', 'merci beaucoup'])('"%s" is nobody\'s', async (text) => {
  expect(await jobsOf(text)).toEqual([])
})

test('forms and e-mails of strangers are caught whole, whoever else would claim them', async () => {
  for (const channel of ['form', 'email'])
    expect(await jobsOf('can we talk tomorrow at 3?', { channel })).toEqual(['catcher/inbound'])
  expect(await jobsOf('thanks', { channel: 'form', fields: { name: 'Jo' } })).toEqual(['catcher/inbound'])
})

test('a client on file is caught only by form, and only where nobody claims it; a member never', async () => {
  expect(await jobsOf('the invoice is wrong', { from: 'client' })).toEqual([])
  expect(await jobsOf('the invoice is wrong', { from: 'client', channel: 'email' })).toEqual([])
  expect(await jobsOf('the invoice is wrong', { from: 'client', channel: 'form' })).toEqual(['catcher/inbound'])
  expect(await jobsOf('please cancel our review on Thursday', { from: 'client', channel: 'form' })).toEqual([
    'scheduling/cancel',
  ])
  expect(await jobsOf('the invoice is wrong', { from: 'member' })).toEqual([])
})

test('cues of members are not heard from anybody else, neither as words nor as a verb', async () => {
  const from = { from: 'member', channel: 'slack' } as const
  expect(await jobsOf('new lead from the fair', from)).toEqual(['catcher/add'])
  expect(await jobsOf('/lead jo@acme.io from the fair', from)).toEqual(['catcher/add'])
  expect(await jobsOf('new lead from the fair')).toEqual(['catcher/inbound'])
  expect(await jobsOf('/lead jo@acme.io from the fair')).toEqual(['catcher/inbound'])
})
