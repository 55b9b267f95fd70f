import { LocalCrm } from '#integrations/local/crm/local-crm.ts'
import { crmConformance } from './crm.ts'
import { localStore } from './local-store.ts'

crmConformance('local', async () => {
  const { sql, close } = await localStore()
  return { crm: new LocalCrm(sql), close }
})
