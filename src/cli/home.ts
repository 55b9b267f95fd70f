import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Home, lockHome, openHome } from '#app/home.ts'
import { policyOf } from '#app/policy-of.ts'
import { openStores, type Stores } from '#app/stores.ts'
import { systemClock } from '#app/system.ts'
import { DeskError } from '#kernel/errors.ts'
import { toIso } from '#kernel/time.ts'
import type { Policy } from '#policy/policy.ts'

export interface HomeFlags {
  home: string
  policy?: string
}

/** Opens a home that must be there already: a mistyped path makes no new one. @throws DeskError USAGE, HOME_UNWRITABLE */
export function existingHome(folder: string): Home {
  const path = resolve(folder)
  if (!existsSync(path))
    throw new DeskError('USAGE', {
      problem: `There is no desk in ${path}. Give its folder with --home, or make one with \`nightdesk init\`.`,
    })
  return openHome(path)
}

/** Works with the stores of a home while its desk may be running, and only reads. */
export function readingHome<T>(home: Home, flags: HomeFlags, work: (stores: Stores, policy: Policy) => Promise<T>) {
  return withStores(home, flags, work)
}

/** Works with the stores of a home as its one process. @throws DeskError HOME_LOCKED */
export async function ownHome<T>(home: Home, flags: HomeFlags, work: (stores: Stores, policy: Policy) => Promise<T>) {
  const unlock = lockHome(home, toIso(systemClock.nowMs()))
  try {
    return await withStores(home, flags, work)
  } finally {
    unlock()
  }
}

async function withStores<T>(
  home: Home,
  { policy: named }: HomeFlags,
  work: (stores: Stores, policy: Policy) => Promise<T>,
): Promise<T> {
  const policy = policyOf(home, named, undefined)
  const stores = await openStores(home, () => policy)
  try {
    return await work(stores, policy)
  } finally {
    await stores.sql.close()
  }
}
