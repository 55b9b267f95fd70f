// Plain JavaScript on purpose: it runs before anything is installed, on whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs the locked packages where they are missing or older than the lock file. */
function ensureInstalled() {
  if (installedAsLocked()) return
  process.stderr.write('Nightdesk: installing packages (once, about a minute) ...\n')
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (run.status === 0) return
  process.stderr.write(
    'Nightdesk: the packages could not be installed; the lines above say why. Then run the command again.\n',
  )
  process.exit(run.status ?? 1)
}

/** npm writes what it installed into node_modules/.package-lock.json; it must list every package the lock file requires. */
function installedAsLocked() {
  const receipt = `${root}node_modules/.package-lock.json`
  if (!existsSync(receipt)) return false
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installed = versions(receipt)
  return Object.entries(versions(`${root}package-lock.json`)).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  )
}

ensureInstalled()
