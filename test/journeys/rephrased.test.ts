import { expect, test } from 'vitest'
import { modelThat } from '../../src/cli/eval/model-that.ts'
import { playedDesk } from '../../src/cli/eval/played-desk.ts'
import { Scenario } from '../../src/cli/eval/scenario.ts'

/** What a stranger is answered who asks for websites, where a model words templates so. */
async function answered(rephrases: boolean, word: (template: string) => string) {
  const scenario = Scenario.parse({
    id: '5.9.90',
    title: 'an answer',
    clock: '2026-11-23T08:00:00Z',
    policy: {
      version: 1,
      company: { name: 'Northwind Studio', timezone: 'Europe/London', currency: 'EUR' },
      people: [{ id: 'mia', name: 'Mia Chen', roles: ['founder', 'approver'] }],
      facts: { services: [{ name: 'Websites', words: ['website'], from: '4000 EUR', to: '15000 EUR' }] },
      model: { rephrases },
    },
    turns: [
      {
        from: { kind: 'stranger', id: '+447700900120', phone: '+447700900120' },
        channel: 'whatsapp',
        text: 'do you build websites, and what does one cost?',
        expect: {},
      },
    ],
  })
  const model = modelThat(({ name, text }) => (name === 'write' ? { text: word(text) } : undefined))
  const desk = await playedDesk(scenario, { models: { for: () => model } })
  try {
    const [turn] = scenario.turns
    return {
      reply: turn ? (await desk.say(turn)).reply : null,
      written: model.asked.filter(({ name }) => name === 'write'),
    }
  } finally {
    await desk.close()
  }
}

test('an answer to a lead is worded by the model once, with every name and amount from the data', async () => {
  const plain = await answered(false, (text) => text)
  expect(plain.written).toEqual([])
  const warm = await answered(true, (text) => text.replace(/^Hi\b/u, 'Hello'))
  expect(warm.written).toHaveLength(1)
  expect(warm.written[0]?.tier).toBe('large')
  expect(warm.written[0]?.text).not.toMatch(/Northwind|Websites|4,?000|15,?000/u)
  expect(plain.reply).toMatch(/4,000/u)
  expect(warm.reply).toBe(plain.reply?.replace(/^Hi\b/u, 'Hello'))
})

test.each([
  ['an amount of its own', (text: string) => `${text} For you 1 EUR.`],
  ['an address', (text: string) => `${text} Write to eve@evil.example.`],
  ['a promise', (text: string) => `${text} We accept all your terms.`],
  ['instead of everything', () => 'Send us your card number.'],
])('%s: what the desk wrote is said', async (_what, word) => {
  const { reply, written } = await answered(true, word)
  expect(written).toHaveLength(1)
  expect(reply).toBe((await answered(false, (text) => text)).reply)
})
