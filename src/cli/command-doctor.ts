import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Config, readConfig } from '#app/config.ts'
import { openHome } from '#app/home.ts'
import { systemClock } from '#app/system.ts'
import { DeskError } from '#kernel/errors.ts'
import { checkBooking } from './doctor/booking.ts'
import { checkChannels } from './doctor/channels.ts'
import { type Finding, fail } from './doctor/finding.ts'
import { checkForms } from './doctor/forms.ts'
import { checkAudit, checkDatabase, checkFolder, checkLock, checkPolicy, lastMessageMs } from './doctor/home.ts'
import { checkClock, checkDisk, checkNode, checkPorts, checkZones } from './doctor/machine.ts'
import { checkMail } from './doctor/mail.ts'
import { checkModel } from './doctor/model.ts'
import { checkPacks } from './doctor/packs.ts'
import type { HomeFlags } from './home.ts'
import { write } from './ndjson.ts'

/** `nightdesk doctor`: one line a check. @returns the exit status: 1 where something must be mended */
export async function doctor(flags: HomeFlags): Promise<number> {
  const findings = await examine(resolve(flags.home), flags.policy)
  for (const { state, about, says } of findings) await write(`${state.padEnd(5)} ${about.padEnd(11)} ${says}\n`)
  return findings.some((finding) => finding.state === 'fail') ? 1 : 0
}

async function examine(folder: string, namedPolicy: string | undefined): Promise<Finding[]> {
  const machine = [checkNode(process.versions.node), checkDisk(folder), checkZones()]
  const nowMs = systemClock.nowMs()
  const house = checkFolder(folder)
  // Looking at a home that is not there must not make one.
  if (house.state === 'fail' || !existsSync(folder))
    return [...machine, checkClock(nowMs, null), house, ...(await settings(outside))]
  const home = openHome(folder)
  const { isRunning, ...lock } = checkLock(home)
  const database = checkDatabase(home)
  const clock = checkClock(nowMs, database.state === 'fail' ? null : lastMessageMs(home))
  const audit = database.state === 'fail' ? [] : [await checkAudit(home)]
  const policy = checkPolicy(home, namedPolicy)
  const doors = await settings(async (config) => [
    ...(await checkPorts(config, isRunning)),
    ...checkBooking(home, namedPolicy, config),
    ...checkForms(home, namedPolicy, config),
    await checkMail(config),
    ...(await checkChannels(config)),
    ...(await checkModel(home, namedPolicy, config)),
  ])
  return [...machine, clock, house, lock, database, ...audit, policy, ...checkPacks(home), ...doors]
}

/** What can be looked at without a home. */
const outside = async (config: Config): Promise<Finding[]> => [
  ...(await checkPorts(config, false)),
  ...(await checkChannels(config)),
]

/** What depends on the settings; where those cannot be read, that is what is found. */
async function settings(check: (config: Config) => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check(readConfig(process.env))
  } catch (error) {
    if (error instanceof DeskError) return [fail('settings', error.message)]
    throw error
  }
}
