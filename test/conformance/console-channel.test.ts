import { consoleChannel } from '#integrations/console/channel.ts'
import type { Delivery } from '#ports/channel.ts'
import { channelConformance, HeardDesk } from './channel.ts'

const overHttp = async (): Promise<never> => {
  throw new Error('the console takes this over HTTP')
}

channelConformance('console', async () => {
  const announced: Delivery[] = []
  return {
    channel: consoleChannel((delivery) => announced.push(delivery)),
    desk: new HeardDesk(),
    conversation: 'console:mia',
    member: 'mia',
    write: overHttp,
    tap: overHttp,
    edit: overHttp,
    reconnect: overHttp,
    failNext: () => undefined,
    limitSeconds: 0,
    seen: () =>
      announced.map(({ message }) => ({
        text: message.type === 'reply' ? message.text : '',
        buttons: message.type === 'reply' ? message.choices.map((choice) => choice.label) : [],
        raw: JSON.stringify(message),
      })),
  }
})
