import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import { type Pack, packOf } from '#kernel/pack.ts'

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

/** Orders versions by their numbers: 1.9.0 before 1.10.0. */
export function byVersion(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]]
  return a.map((part, at) => part - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}

function readPack(shown: string, folder: URL, name: string, needs: PackNeeds): Pack {
  const broken = (problem: string) => new DeskError('PACK_INVALID', { file: shown, problem })
  let pack: Pack
  try {
    pack = packOf(parse(readFileSync(new URL(name, folder), 'utf8'), { version: '1.2', schema: 'core' }))
  } catch (error) {
    throw broken(sentenceOf(error))
  }
  const problem = pack.version === name.replace(/\.yaml$/, '') ? lackOf(pack, needs) : `it says version ${pack.version}`
  if (problem) throw broken(problem)
  return pack
}

/** What a pack lacks of what the code asks, or null. */
function lackOf(pack: Pack, { prompts = {}, thresholds = [] }: PackNeeds): string | null {
  for (const [step, schemas] of Object.entries(prompts)) {
    const schema = pack.prompts[step]?.schema
    if (schema === undefined) return `prompts.${step} is missing`
    if (!schemas.includes(schema)) return `prompts.${step}.schema is ${schema}; known: ${schemas.join(', ')}`
  }
  const unknown = Object.keys(pack.prompts).find((step) => !(step in prompts))
  if (unknown) return `prompts.${unknown} is of no step there is`
  const missing = thresholds.find((threshold) => pack.thresholds[threshold] === undefined)
  return missing ? `thresholds.${missing} is missing` : null
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof z.ZodError))
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unreadable'
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'the file'}: ${issue?.message}`
}
