import { createHash } from 'node:crypto'
import { DeskError } from '#kernel/errors.ts'
import { crossProblems } from './checks.ts'
import { type Policy, policyOf } from './compile.ts'
import { type Beside, listsNamed, neverDomains } from './lists.ts'
import { MAX_PROBLEMS, problemsOf } from './problems.ts'
import { type Located, readYaml } from './read.ts'
import { PolicyFile } from './schema.ts'

/** Short name of the exact text of a policy, and of the lists it names: on every task and audit row. */
export function policyVersion(text: string, beside?: Beside): string {
  const hash = createHash('sha256').update(text)
  for (const name of beside ? listsNamed(text) : []) hash.update(`\n${name}\n${beside?.(name) ?? ''}`)
  return hash.digest('hex').slice(0, 12)
}

/**
 * Reads a policy from YAML 1.2 (or JSON).
 * @param beside gives the files that lie beside it; without it none are read
 * @throws DeskError POLICY_INVALID: the first problem in the message, the others a line each in `details.more`.
 */
export function parsePolicy(text: string, { file, beside }: { file: string; beside?: Beside }): Policy {
  const read = readYaml(text)
  if ('faults' in read) refuse(file, read.faults)
  const { data, lineOf } = read
  const parsed = PolicyFile.safeParse(data)
  const never = neverDomains(data, beside)
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error.issues, data)),
    ...crossProblems(data),
    ...never.problems,
  ]
  const located = problems.slice(0, MAX_PROBLEMS).map((problem) => ({ line: lineOf(problem), says: problem.says }))
  if (!parsed.success || located.length > 0) refuse(file, located)
  return policyOf(parsed.data, { file, version: policyVersion(text, beside), given: data }, never.domains)
}

function refuse(file: string, problems: readonly Located[]): never {
  const sentences = problems
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, says }) => `${file}, line ${line}: ${says}${says.endsWith('?') ? '' : '.'}`)
  const [problem = `${file} cannot be read.`, ...more] = sentences
  throw new DeskError('POLICY_INVALID', { problem, file, more: more.join('\n') })
}
