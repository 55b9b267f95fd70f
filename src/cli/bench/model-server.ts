import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server that speaks the interface of OpenAI, in a process of its own: it answers every question with an empty list of jobs,
 * after so many milliseconds.
 */
const delayMs = Number(process.argv[2] ?? 0)

const answerTo = (name: string): string =>
  JSON.stringify({
    id: 'chatcmpl-bench',
    object: 'chat.completion',
    created: 0,
    model: 'bench',
    choices: [
      {
        index: 0,
        finish_reason: 'tool_calls',
        message: {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: '{"jobs":[]}' } }],
        },
      },
    ],
    usage: { prompt_tokens: 300, completion_tokens: 20, total_tokens: 320 },
  })

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (piece: Buffer) => {
    body += piece.toString()
  })
  request.on('end', () => {
    const { tools } = JSON.parse(body) as { tools?: { function: { name: string } }[] }
    const answer = (): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(answerTo(tools?.[0]?.function.name ?? 'none'))
    }
    if (delayMs > 0) setTimeout(answer, delayMs)
    else answer()
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('disconnect', () => process.exit(0))
