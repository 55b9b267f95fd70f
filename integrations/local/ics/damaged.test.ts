import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeskError } from '#kernel/errors.ts'
import { gather } from '#test/conformance/gather.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { calendarRecords } from '../records.ts'
import { exportCalendar } from './export.ts'
import { importCalendar } from './import.ts'

const files = ['google.ics', 'outlook.ics'].map((name) =>
  readFileSync(new URL(`../../../test/fixtures/ics/${name}`, import.meta.url), 'utf8'),
)
const scrap = fc.constantFrom(':', ';', '"', '\\', ',', '\r\n', '\n ', '-9', 'T', 'Z', 'END:VEVENT', '\u0000', 'é')

async function records(text: string) {
  const { sql, close } = await localStore()
  async function* source() {
    yield text
  }
  try {
    await importCalendar(sql, source, { file: 'c.ics', zone: 'Europe/London' })
    return { records: await calendarRecords(sql), text: (await gather(exportCalendar(sql, 0))).join('') }
  } finally {
    close()
  }
}

test('a damaged file is refused with a sentence, or read and written without loss', async () => {
  let readable = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(12), scrap, async (file, place, cut, put) => {
      const at = place % file.length
      const found = await records(file.slice(0, at) + put + file.slice(at + cut)).catch((error: unknown) => {
        if (error instanceof DeskError && error.code === 'IMPORT_INVALID') return null
        throw error
      })
      if (!found) return
      readable += 1
      expect((await records(found.text)).records).toEqual(found.records)
    }),
    { numRuns: 80 },
  )
  expect(readable).toBeGreaterThan(5)
})
