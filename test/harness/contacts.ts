import type { TestDesk } from './runner.ts'

/** Puts people on file as an import would: `id,name,email` a line. */
export async function knowContacts(desk: TestDesk, ...lines: readonly string[]): Promise<void> {
  const csv = ['id,name,email', ...lines, ''].join('\r\n')
  await desk.runner.composition.local.importers.contacts({
    file: 'contacts.csv',
    zone: 'Europe/London',
    open: async function* () {
      yield csv
    },
  })
}
