import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storeSteps } from './migrations.ts'

test('every file of the folder is a step, under its own name and in its own place', () => {
  const files = readdirSync(new URL('migrations', import.meta.url)).filter((file) => /^\d/.test(file))
  expect(storeSteps.map((step) => `${step.name}.ts`)).toEqual(files.sort())
})
