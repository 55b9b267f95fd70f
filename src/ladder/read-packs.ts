import { readdirSync, readFileSync } from 'node:fs'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import { type Pack, PackFile, packOf } from '#kernel/pack.ts'

/** What the code asks of a pack: the steps that are prompted, with the schemas each knows, and its thresholds. */
export interface PackNeeds {
  readonly prompts?: Readonly<Record<string, readonly string[]>>
  readonly thresholds?: readonly string[]
}

/**
 * The packs of a folder (`1.0.0.yaml`, ...), oldest first.
 * @throws DeskError PACK_INVALID where one cannot be used: the sentence names the file and what is wrong in it
 */
export function readPacks(folder: URL, needs: PackNeeds): readonly Pack[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return files
    .map((name) => readPack(`${folder.pathname.split('/').slice(-3, -1).join('/')}/${name}`, folder, name, needs))
    .sort((one, other) => byVersion(one.version, other.version))
}

/** The pack in force where nothing else is said: that of the version the contract bears. @throws DeskError PACK_INVALID */
export function packInForce({ contract, packs }: { contract: { version: string }; packs: readonly Pack[] }): Pack {
  const pack = packs.find(({ version }) => version === contract.version)
  if (pack) return pack
  throw new DeskError('PACK_INVALID', {
    file: `${contract.version}.yaml`,
    problem: 'the contract names it, and it is missing',
  })
}

/** What the code asks of further packs of an agent: what its own ones name, each as they name it. */
export function needsOf(packs: readonly Pack[]): PackNeeds {
  const prompts: Record<string, string[]> = {}
  for (const [step, { schema }] of packs.flatMap((pack) => Object.entries(pack.prompts)))
    prompts[step] = [...new Set([...(prompts[step] ?? []), schema])]
  return { prompts, thresholds: Object.keys(packs.at(-1)?.thresholds ?? {}) }
}

/** Orders versions by their numbers: 1.9.0 before 1.10.0. */
export function byVersion(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]]
  return a.map((part, at) => part - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}

function readPack(shown: string, folder: URL, name: string, needs: PackNeeds): Pack {
  const lines = new LineCounter()
  const text = readFileSync(new URL(name, folder), 'utf8')
  const document = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines, prettyErrors: false })
  const broken = (problem: string, line: number) =>
    new DeskError('PACK_INVALID', { file: `${shown}, line ${line},`, problem })
  const [mistake] = document.errors
  if (mistake) throw broken(mistake.message, lines.linePos(mistake.pos[0]).line)
  const parsed = PackFile.safeParse(document.toJS())
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues as [z.core.$ZodIssue]
    throw broken(`${path.join('.') || 'the file'}: ${message}`, lineOf(document, lines, path))
  }
  const pack = packOf(parsed.data)
  if (pack.version !== name.replace(/\.yaml$/, ''))
    throw broken(`it says version ${pack.version}`, lineOf(document, lines, ['version']))
  const lack = lackOf(pack, needs)
  if (lack) throw broken(lack.problem, lineOf(document, lines, lack.path))
  return pack
}

/** The line of what a path names, else of the nearest thing round it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

interface Lack {
  problem: string
  path: readonly string[]
}

/** What a pack lacks of what the code asks, or null. */
function lackOf(pack: Pack, { prompts = {}, thresholds = [] }: PackNeeds): Lack | null {
  for (const [step, schemas] of Object.entries(prompts)) {
    const schema = pack.prompts[step]?.schema
    if (schema === undefined) return { problem: `prompts.${step} is missing`, path: ['prompts'] }
    if (!schemas.includes(schema))
      return {
        problem: `prompts.${step}.schema is ${schema}; known: ${schemas.join(', ')}`,
        path: ['prompts', step, 'schema'],
      }
  }
  const unknown = Object.keys(pack.prompts).find((step) => !(step in prompts))
  if (unknown) return { problem: `prompts.${unknown} is of no step there is`, path: ['prompts', unknown] }
  const missing = thresholds.find((threshold) => pack.thresholds[threshold] === undefined)
  return missing ? { problem: `thresholds.${missing} is missing`, path: ['thresholds'] } : null
}
