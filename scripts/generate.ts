import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OUTPUTS, type Output } from './outputs.ts'

const ROOT = join(import.meta.dirname, '..')

/** Files whose text is not what the code says, by their path from the root. */
export function drifted(outputs: readonly Output[] = OUTPUTS, root: string = ROOT): string[] {
  return outputs.filter(({ file, content }) => textOf(join(root, file)) !== content()).map(({ file }) => file)
}

/** Writes those files; answers their paths. */
export function generate(outputs: readonly Output[] = OUTPUTS, root: string = ROOT): string[] {
  const stale = drifted(outputs, root)
  for (const { file, content } of outputs.filter((output) => stale.includes(output.file))) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content())
  }
  return stale
}

/** Null where there is no such file. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

if (import.meta.main) {
  const check = process.argv.includes('--check')
  const files = check ? drifted() : generate()
  for (const file of files)
    process.stdout.write(check ? `${file} is not what the code says; run npm run generate\n` : `${file} written\n`)
  process.exitCode = check && files.length > 0 ? 1 : 0
}
