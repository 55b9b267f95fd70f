import { resolve } from 'node:path'
import { openHome } from '#app/home.ts'
import type { ImportReport } from '#integrations/local/import-file.ts'
import { DeskError } from '#kernel/errors.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { textOf, wholeText } from './files.ts'
import { type HomeFlags, ownHome } from './home.ts'
import { kindOf } from './kinds.ts'
import { write } from './ndjson.ts'
import { progressBar } from './progress.ts'

export interface ImportFlags extends HomeFlags {
  /** Policy id of the member whose calendar the file is. */
  for?: string
  /** Write nothing, only say what would be done. */
  dryRun?: boolean
}

/** Duplicates that are listed; of more, the number is told. */
const MOST_LISTED = 50

/** `nightdesk import KIND FILE`. @returns the exit status */
export async function importFile(named: string, file: string, flags: ImportFlags): Promise<number> {
  const kind = kindOf('import', named)
  const dryRun = flags.dryRun === true
  if (dryRun && kind === 'calendar')
    throw new DeskError('USAGE', { problem: 'A dry run is for contacts, accounts and deals; a calendar has none.' })
  const home = openHome(resolve(flags.home))
  const report = await ownHome(home, flags, async ({ local }, policy) => {
    const organizer = organizerOf(policy, flags.for)
    const bar = progressBar(`Importing ${kind}`)
    try {
      return await local.importers[kind]({
        file,
        open: await opener(file),
        zone: policy.company.timezone,
        dryRun,
        onProgress: bar.at,
        ...(organizer !== null && { organizer }),
      })
    } finally {
      bar.end()
    }
  })
  await write(`${dryRun ? tried(report) : said(report)}\n`)
  return 0
}

/** Begins reading the file anew at every call; standard input can be read only once, so it is kept. */
async function opener(file: string): Promise<() => AsyncIterable<string>> {
  if (file !== '-') return () => textOf(file)
  const text = await wholeText(file)
  return async function* () {
    yield text
  }
}

/** Whose the events are that name no organizer: the member that was given, or the only one there is. */
function organizerOf(policy: Policy, id: string | undefined): string | null {
  const only = policy.people.length === 1 ? policy.people[0] : undefined
  if (id === undefined) return only ? addressOf(only) : null
  const member = memberById(policy, id)
  if (!member) throw new DeskError('UNKNOWN_MEMBER', { id, known: policy.people.map((one) => one.id).join(', ') })
  return addressOf(member)
}

const said = ({ added, changed, unchanged }: ImportReport): string =>
  `${added} added, ${changed} changed, ${unchanged} as they were.`

function tried({ added, changed, unchanged, duplicates = [] }: ImportReport): string {
  const head = `${added} would be added, ${changed} changed, ${unchanged} left as they are. Nothing was written.`
  if (duplicates.length === 0) return `${head}\nNo duplicates found.`
  const more = duplicates.length - MOST_LISTED
  const listed = duplicates.slice(0, MOST_LISTED).map((one) => `  ${one}`)
  return [head, 'These look like duplicates:', ...listed, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')
}
