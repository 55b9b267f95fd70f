import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a room may import: our own rooms, and packages (node: modules are everybody's). */
interface Room {
  ours: readonly string[]
  packages: readonly string[]
}

const ground = ['src/kernel', 'src/ports', 'src/policy', 'src/language', 'src/ladder']
const house: Record<string, Room> = {
  'src/kernel': { ours: [], packages: ['zod', 'luxon'] },
  // kysely: statements are built once for both engines where the store and the embedded integrations can share them.
  'src/ports': { ours: ['src/kernel'], packages: ['zod', 'kysely'] },
  'src/policy': { ours: ['src/kernel'], packages: ['yaml', 'zod'] },
  'src/ladder': {
    ours: ['src/kernel', 'src/ports', 'src/policy', 'src/language'],
    packages: ['yaml', 'zod', '@langchain/langgraph'],
  },
  'src/language': {
    ours: ['src/kernel'],
    packages: [
      'luxon',
      'libphonenumber-js',
      'minisearch',
      'date-holidays',
      'email-addresses',
      'tldts',
      'disposable-email-domains',
      'zod',
    ],
  },
  'agents/*': { ours: ground, packages: ['@langchain/langgraph', 'zod', 'luxon'] },
  'integrations/local': {
    ours: ground,
    packages: ['kysely', 'ical.js', 'papaparse', 'postal-mime', 'luxon', 'minisearch', 'zod'],
  },
  'integrations/console': { ours: ground, packages: [] },
  'integrations/discord': { ours: ground, packages: ['discord.js', '@discordjs/ws', 'zod'] },
  'integrations/email': { ours: ground, packages: [] },
  'integrations/openai': { ours: ground, packages: ['@langchain/openai', '@langchain/core', 'zod'] },
  'integrations/slack': { ours: ground, packages: ['@slack/bolt', 'zod'] },
  'integrations/whatsapp': { ours: ground, packages: ['twilio', 'zod'] },
  'integrations/smtp': { ours: ground, packages: ['nodemailer', 'zod'] },
  'src/store': {
    ours: ['src/kernel', 'src/ports'],
    packages: ['kysely', 'pg', 'zod', '@langchain/langgraph-checkpoint'],
  },
  graphs: {
    ours: [...ground, 'agents/manifest.ts'],
    packages: ['@langchain/langgraph', '@langchain/core', 'langchain', 'zod'],
  },
  'src/desk': { ours: [...ground, 'src/store'], packages: ['cockatiel', 'zod'] },
  'src/web': { ours: [...ground, 'src/desk'], packages: ['hono', '@hono/node-server', 'zod'] },
  'src/app': { ours: ['src', 'graphs', 'agents', 'integrations'], packages: ['pino', 'zod', 'luxon'] },
  'src/cli': {
    ours: ['src', 'graphs', 'agents', 'integrations'],
    packages: ['commander', 'cli-progress', 'zod', 'luxon', 'yaml', 'ws', '@langchain/langgraph', '@langchain/openai'],
  },
}

const subpaths: Record<string, string> = { '#agents': 'agents', '#graphs': 'graphs', '#integrations': 'integrations' }

interface Import {
  file: string
  /** Path from the root for ours, package name for others. */
  target: string
  ours: boolean
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesIn(path)
    return /\.(ts|js)$/.test(entry.name) ? [path] : []
  })
}

const files = ['src', 'graphs', 'agents', 'integrations'].flatMap(filesIn)
/** Tests and their fixtures are no rooms. */
const rooms = files.filter((file) => !/(?:\.test|\bfixture)\.ts$/.test(file))

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const names = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ]
  return names.flatMap((match): Import[] => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    if (name.startsWith('node:')) return []
    if (name.startsWith('.')) return [{ file, ours: true, target: relative(root, join(root, dirname(file), name)) }]
    if (name.startsWith('#')) {
      const [head = '', ...rest] = name.split('/')
      return [{ file, ours: true, target: [subpaths[head] ?? `src/${head.slice(1)}`, ...rest].join('/') }]
    }
    return [
      {
        file,
        ours: false,
        target: name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name),
      },
    ]
  })
}

/** The room a file is in: its folder of the table; every agent is a room of its own. */
function roomOf(path: string): string | null {
  const agent = /^agents\/[^/]+\//.exec(path)
  if (agent) return agent[0].slice(0, -1)
  return Object.keys(house).find((room) => path.startsWith(`${room}/`)) ?? null
}

const ruleOf = (room: string): Room | undefined =>
  house[room] ?? (room.startsWith('agents/') ? house['agents/*'] : undefined)

function breachOf({ file, target, ours }: Import): string | null {
  const room = roomOf(file)
  if (!room) return null
  const rule = ruleOf(room)
  if (!rule) return `${file}: its folder ${room} stands in no row of the table`
  if (!ours) return rule.packages.includes(target) ? null : `${file} imports the package ${target}`
  const allowed = roomOf(target) === room || rule.ours.some((one) => target === one || target.startsWith(`${one}/`))
  return allowed ? null : `${file} imports ${target}`
}

test('imports follow the floors, packages too', () => {
  expect(rooms.flatMap(importsOf).flatMap((one) => breachOf(one) ?? [])).toEqual([])
})

test('every file of ours stands in a room of the table', () => {
  const outside = rooms.filter(
    (file) =>
      roomOf(file) === null && !['src/runtime.js', 'agents/manifest.ts', 'integrations/manifest.ts'].includes(file),
  )
  expect(outside).toEqual([])
})

test('inside a room imports are relative, between rooms they are subpaths', () => {
  const wrong = rooms.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(/from\s*['"]([.#][^'"]+)['"]/g)].flatMap((match) => {
      const name = match[1] ?? ''
      const [one] = importsOf(file).filter(
        (each) => each.ours && (name.startsWith('#') ? each.target.endsWith(name.slice(name.indexOf('/') + 1)) : true),
      )
      if (!one || file === 'src/runtime.js') return []
      const target = name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : null
      return target &&
        roomOf(target) !== roomOf(file) &&
        !['src/cli', 'src/app', 'agents/manifest', 'integrations/manifest'].some((one) => file.startsWith(one))
        ? [`${file}: ${name}`]
        : []
    })
  })
  expect(wrong).toEqual([])
})

test('time, chance and the environment come through ports', () => {
  const doors = ['src/app/', 'src/cli/', 'src/runtime.js']
  const breaches = rooms
    .filter((file) => !doors.some((door) => file.startsWith(door)))
    .flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
      return [
        ...code.matchAll(
          /Date\.now\(|new Date\(\)|Math\.random\(|process\.env|DateTime\.(?:now|local|utc)\(\)|randomBytes\(|randomUUID\(/g,
        ),
      ].map((match) => `${file}: ${match[0]}`)
    })
  expect(breaches).toEqual([])
})

test('no room is larger than 300 lines without saying why in its first lines', () => {
  const large = files.filter((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    return lines.length > 301 && !lines.slice(0, 5).some((line) => /^(?:\/\/|\/\*| \*) ?Long because/.test(line))
  })
  expect(large).toEqual([])
})

test('no loose types, no switched-off tests, no unfinished words', () => {
  const words =
    /: any\b(?! [a-z])|\bas any\b|@ts-ignore|@ts-expect-error|\bTODO\b|\bFIXME\b|\.only\(|\.todo\(|not implemented/
  const found = [...files, ...filesIn('test'), ...filesIn('scripts')]
    .filter((file) => file !== 'test/house/house.test.ts')
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          words.test(line.replace(/\/\*\*.*|^\s*\*.*/, '')) ? [`${file}:${at + 1} ${line.trim()}`] : [],
        ),
    )
  expect(found).toEqual([])
})

test('there are no empty rooms', () => {
  const empty = (folder: string): string[] =>
    readdirSync(join(root, folder)).length === 0
      ? [folder]
      : readdirSync(join(root, folder)).flatMap((name) =>
          statSync(join(root, folder, name)).isDirectory() ? empty(`${folder}/${name}`) : [],
        )
  expect(['src', 'graphs', 'agents', 'integrations', 'test', 'docs'].flatMap(empty)).toEqual([])
})
