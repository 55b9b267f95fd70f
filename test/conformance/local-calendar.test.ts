import { LocalCalendar } from '#integrations/local/calendar/local-calendar.ts'
import { calendarConformance } from './calendar.ts'
import { localStore } from './local-store.ts'

calendarConformance('local', async () => {
  const { sql, close } = await localStore()
  return { calendar: new LocalCalendar(sql), close }
})
