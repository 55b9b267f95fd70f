import { LocalMailbox } from '#integrations/local/mailbox/local-mailbox.ts'
import { localStore } from './local-store.ts'
import { mailboxConformance } from './mailbox.ts'

mailboxConformance('local', async () => {
  const { sql, close } = await localStore()
  return { mailbox: new LocalMailbox(sql), close }
})
