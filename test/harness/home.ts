import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Home, openHome } from '#app/home.ts'

/** The policy of the team that durability tests and journeys play with. */
export const TEAM_POLICY = fileURLToPath(new URL('./team.policy.yaml', import.meta.url))

/** Memory, where there is such a folder: for tests that write thousands of files and ask nothing of the disk. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** An empty folder that is gone when the test is over. */
export function tempFolder(where: 'disk' | 'memory' = 'disk'): string {
  const folder = mkdtempSync(join(where === 'disk' ? tmpdir() : MEMORY, 'nightdesk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new home of its own for one test. */
export const tempHome = (): Home => openHome(tempFolder())
