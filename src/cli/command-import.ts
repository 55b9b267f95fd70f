import { resolve } from 'node:path'
import { openHome } from '#app/home.ts'
import type { ImportReport } from '#integrations/local/import-file.ts'
import { DeskError } from '#kernel/errors.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { bytesOf, decoded, textOf } from './files.ts'
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

/** Sentences that are listed; of more, the number is told. */
const MOST_LISTED = 50

/** `nightdesk import KIND FILE`. @returns the exit status */
export async function importFile(named: string, file: string, flags: ImportFlags): Promise<number> {
  const kind = kindOf('import', named)
  const dryRun = flags.dryRun === true
  if (dryRun && (kind === 'calendar' || kind === 'mail'))
    throw new DeskError('USAGE', { problem: `A dry run is for contacts, accounts and deals; ${kind} has none.` })
  const home = openHome(resolve(flags.home))
  const report = await ownHome(home, flags, async ({ local }, policy) => {
    const organizer = organizerOf(policy, flags.for)
    const bar = progressBar(`Importing ${kind}`)
    try {
      return await local.importers[kind]({
        file,
        ...(await opener(file)),
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
async function opener(file: string): Promise<{ open(): AsyncIterable<string>; bytes(): AsyncIterable<Uint8Array> }> {
  if (file !== '-') return { open: () => textOf(file), bytes: () => bytesOf(file) }
  const pieces: Uint8Array[] = []
  for await (const piece of bytesOf(file)) pieces.push(piece)
  const bytes = async function* () {
    yield* pieces
  }
  return { open: () => decoded(bytes(), file), bytes }
}

/** Whose the events are that name no organizer: the member that was given, or the only one there is. */
function organizerOf(policy: Policy, id: string | undefined): string | null {
  const only = policy.people.length === 1 ? policy.people[0] : undefined
  if (id === undefined) return only ? addressOf(only) : null
  const member = memberById(policy, id)
  if (!member) throw new DeskError('UNKNOWN_MEMBER', { id, known: policy.people.map((one) => one.id).join(', ') })
  return addressOf(member)
}

function said({ added, changed, unchanged, problems = [] }: ImportReport): string {
  const head = `${added} added, ${changed} changed, ${unchanged} as they were.`
  return problems.length === 0 ? head : [head, 'Not everything could be read:', ...listed(problems)].join('\n')
}

function tried({ added, changed, unchanged, duplicates = [] }: ImportReport): string {
  const head = `${added} would be added, ${changed} changed, ${unchanged} left as they are. Nothing was written.`
  if (duplicates.length === 0) return `${head}\nNo duplicates found.`
  return [head, 'These look like duplicates:', ...listed(duplicates)].join('\n')
}

function listed(sentences: readonly string[]): string[] {
  const more = sentences.length - MOST_LISTED
  return [...sentences.slice(0, MOST_LISTED).map((one) => `  ${one}`), ...(more > 0 ? [`  and ${more} more`] : [])]
}
