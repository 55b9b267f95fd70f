import { readHeads } from '#app/home.ts'
import { verifyAudit } from '#desk/watch/audit.ts'
import { DeskError } from '#kernel/errors.ts'
import { existingHome, type HomeFlags, readingHome } from './home.ts'
import { write } from './ndjson.ts'

/** `nightdesk audit verify`. @throws DeskError AUDIT_BROKEN naming the first bad row */
export async function verify(flags: HomeFlags): Promise<number> {
  const home = existingHome(flags.home)
  const heads = readHeads(home)
  const { rows, erased, problem } = await readingHome(home, flags, ({ sql }) => verifyAudit(sql, home.auditKey, heads))
  if (problem) throw new DeskError('AUDIT_BROKEN', { row: problem.row, problem: problem.what })
  await write(`OK: ${rows} rows, ${erased} of them erased, ${heads.length} written down outside the database.\n`)
  return 0
}
