import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { helpPages, withHelp } from '../../src/cli/help.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { nightdesk, spawned } from './nightdesk.ts'

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')

test('the page on the command has a section with the help of every command, and of no other (else: npm run generate)', () => {
  const sections = [...page.matchAll(/^## `nightdesk (.*)`$/gm)].map((match) => match[1])
  const helped = [...page.matchAll(/<!-- help: (.*) -->/g)].map((match) => match[1])
  expect([...sections].sort()).toEqual([...helpPages(buildProgram()).keys()].sort())
  expect(helped).toEqual(sections)
  expect(withHelp(page, buildProgram())).toBe(page)
})

test('a command whose options changed makes the page another one', () => {
  const program = new Command('nightdesk')
  program.command('run').option('--new', 'something')
  expect(withHelp('<!-- help: run -->\n```text\nold\n```\nafter', program)).toMatch(
    /--new +something[\s\S]*```\nafter$/,
  )
})

test('every example, in the help and on the page, is a call that the command knows', () => {
  const program = buildProgram()
  const texts = [page, ...everyCommand(program).map(helpOf)]
  const calls = texts.flatMap((text) =>
    [...text.matchAll(/(?:^|\| |\$ )\s*nightdesk ([a-z][^|<\n]*)/gm)].map((one) => one[1]),
  )
  expect(calls.length).toBeGreaterThan(25)
  for (const call of calls) expect(problemOf(program, call ?? ''), call).toBeNull()
  expect(problemOf(program, 'run x --frok')).toBe('--frok')
  expect(problemOf(program, 'rum x')).toBe('rum')
})

test('every command shows an example', () => {
  const silent = everyCommand(buildProgram()).filter(
    (one) => one.commands.length === 0 && !helpOf(one).includes('Example'),
  )
  expect(silent.map((one) => one.name())).toEqual([])
})

test('a mistyped command or option is one sentence with the word that was meant, status 1, nothing on standard output', async () => {
  expect(await nightdesk(['rnu'])).toEqual({ status: 1, out: '', err: "Unknown command 'rnu'; did you mean run?\n" })
  expect(await spawned(['run', '-', '--frok'])).toEqual({
    status: 1,
    out: '',
    err: "Unknown option '--frok'; did you mean --fork?\n",
  })
  expect((await nightdesk(['frobnicate'])).err).toBe("Unknown command 'frobnicate'; nightdesk --help lists them.\n")
  expect((await nightdesk(['bench', '--messages', 'many'])).err).toBe(
    '--messages needs a number from 700 up, not "many".\n',
  )
  expect((await nightdesk(['run'])).err).toBe("Missing required argument 'file'.\n")
  expect((await nightdesk(['read', 'whne', '-'])).err).toBe('There is no reader "whne"; did you mean when?\n')
})

test('a file that is not there is one sentence', async () => {
  expect(await nightdesk(['read', 'when', '/nowhere/x'])).toEqual({
    status: 1,
    out: '',
    err: '/nowhere/x cannot be read: there is no such file.\n',
  })
})

function everyCommand(program: Command): Command[] {
  return [program, ...program.commands.flatMap(everyCommand)]
}

/** What `--help` prints, examples and all. */
function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({
    writeOut: (piece) => {
      text += piece
    },
  })
  command.outputHelp()
  return text
}

/** The first word of a call that the command does not know, or null. */
function problemOf(program: Command, call: string): string | null {
  const words = call.trim().split(/\s+/)
  let command = program
  for (const word of words) {
    const inner = command.commands.find((one) => one.name() === word)
    if (!inner && command.commands.length > 0 && /^[a-z]/.test(word)) return word
    command = inner ?? command
  }
  const known = command.options.map((option) => option.long)
  return words.find((word) => word.startsWith('--') && word !== '--help' && !known.includes(word)) ?? null
}
