import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InboundDraft } from '#kernel/inbound.ts'
import { playedDesk } from '../../src/cli/eval/played-desk.ts'
import { hostileModels } from '../harness/hostile/model.ts'
import { drive, expectFewWords, expectNoLeak, expectNoMore, OFFICE, said } from '../harness/hostile/office.ts'
import { ANSWERS, PATIENCE_MS, SEED } from './size.ts'

test(
  'whatever the model says, nobody gets more than by a plain command, and nobody hears what is not theirs',
  async () => {
    const models = hostileModels(SEED)
    const desk = await playedDesk(OFFICE, { models })
    const heard: InboundDraft[] = []
    for (const [nth, text] of fc.sample(said, { numRuns: ANSWERS.desk, seed: SEED }).entries())
      heard.push(await drive(desk, nth, text))
    expect(await expectNoMore(desk)).toBeGreaterThan(0)
    await expectNoLeak(desk, heard)
    expectFewWords(desk, models.prompts)
    expect(models.prompts.length).toBeGreaterThan(ANSWERS.desk / 5)
    expect(models.believed).toBeGreaterThan(ANSWERS.desk / 5)
    await desk.close()
  },
  PATIENCE_MS,
)
