// Plain JavaScript on purpose: it must be readable by whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const NEEDED = [22, 13]

/** Whether this Node runs TypeScript without a build and has its own SQLite. */
function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
}

/**
 * Runs the TypeScript program on a Node that can: this one, else the one that `npm ci` brought along. Where there is
 * neither, says what to do.
 * @param {string} program path from the project's root, such as `src/app/main.ts`
 */
export async function runOnRecentNode(program) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  if (isRecentEnough(process.versions.node)) {
    await import(new URL(`../${program}`, import.meta.url).href)
    return
  }
  const bundled = `${root}node_modules/node/bin/node`
  if (existsSync(bundled)) {
    const run = spawnSync(bundled, [...process.execArgv, `${root}${program}`, ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    process.exit(run.status ?? 1)
  }
  process.stderr.write(
    `Nightdesk needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. ` +
      'Run "npm ci" in its folder (it brings a Node of its own), or install a newer Node from nodejs.org.\n',
  )
  process.exit(1)
}
