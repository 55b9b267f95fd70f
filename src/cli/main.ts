import { existsSync } from 'node:fs'
import { buildProgram } from './program.ts'

/** What listens to 'exit' (copies to be thrown away) runs only where the process ends by itself. */
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
/** Whoever reads our output may have seen enough, as in `nightdesk export audit - | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

// The server reads the same file, so both speak of the same home.
if (existsSync('.env')) process.loadEnvFile('.env')

await buildProgram().parseAsync(process.argv)
