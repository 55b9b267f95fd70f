import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Home, openHome } from '#app/home.ts'

/** The policy of the team that durability tests and journeys play with. */
export const TEAM_POLICY = fileURLToPath(new URL('./team.policy.yaml', import.meta.url))

/** An empty folder that is gone when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new home of its own for one test. */
export const tempHome = (): Home => openHome(tempFolder())
