import { policyManual } from '#policy/manual.ts'
import { examplePolicy } from '#policy/policy.ts'

/** A file that follows from the code. */
export interface Output {
  /** Path from the root of the repository. */
  file: string
  content: () => string
}

/** Every generated file. `npm run generate` writes them; a test says which one drifted. */
export const OUTPUTS: readonly Output[] = [
  { file: 'policy.example.yaml', content: examplePolicy },
  { file: 'docs/policy.md', content: policyManual },
]
