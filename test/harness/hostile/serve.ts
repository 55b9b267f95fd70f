// The hostile server by itself: `node test/harness/hostile/serve.ts [SEED]` prints what OPENAI_BASE_URL is to be.
import { ModelServer } from '../model/server.ts'
import { hostileAnswers } from './server.ts'

const server = new ModelServer()
server.says(hostileAnswers(Number(process.argv[2] ?? 1)))
await server.listen()
process.stdout.write(`${server.url}\n`)
