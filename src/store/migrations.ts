import type { Migration } from '#ports/migration.ts'
import { desk } from './migrations/0001-desk.ts'
import { byRecord } from './migrations/0002-by-record.ts'
import { bookings } from './migrations/0003-bookings.ts'
import { consent } from './migrations/0004-consent.ts'
import { aliases } from './migrations/0005-aliases.ts'
import { leadsGiven } from './migrations/0006-leads-given.ts'
import { shown } from './migrations/0007-shown.ts'
import { carried } from './migrations/0008-carried.ts'
import { model } from './migrations/0009-model.ts'
import { heard } from './migrations/0010-heard.ts'
import { versions } from './migrations/0011-versions.ts'
import { shadowRuns } from './migrations/0012-shadow-runs.ts'
import { consents } from './migrations/0013-consents.ts'
import { versionsSaid } from './migrations/0014-versions-said.ts'
import { pointed } from './migrations/0015-pointed.ts'
import { tasksByConversation } from './migrations/0016-tasks-by-conversation.ts'
import { flatWithAge } from './migrations/0017-flat-with-age.ts'
import { routedBy } from './migrations/0018-routed-by.ts'

/** The core tables, step by step. */
export const storeSteps: readonly Migration[] = [
  desk,
  byRecord,
  bookings,
  consent,
  aliases,
  leadsGiven,
  shown,
  carried,
  model,
  heard,
  versions,
  shadowRuns,
  consents,
  versionsSaid,
  pointed,
  tasksByConversation,
  flatWithAge,
  routedBy,
]
