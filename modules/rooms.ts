import { provinceRoom } from './province/room.ts'
import { identityRoom } from './identity/room.ts'
import { lawRoom } from './law/room.ts'
import { papersRoom } from './papers/room.ts'
import { catalogueRoom } from './catalogue/room.ts'
import { dossiersRoom } from './dossiers/room.ts'
import { appraisalRoom } from './appraisal/room.ts'
import { certificatesRoom } from './certificates/room.ts'
import { traceabilityRoom } from './traceability/room.ts'
import { shopRoom } from './shop/room.ts'
import { programmeRoom } from './programme/room.ts'
import type { Room } from './room.ts'

export type { OpenDataReader, OpenDataSet } from './open-data.ts'
export type { ActTable, NavigationEntry, Room } from './room.ts'

/** Every room of the house, from the ground up. A new room is one folder and one line here. */
export const rooms: readonly Room[] = [
  provinceRoom,
  identityRoom,
  lawRoom,
  papersRoom,
  catalogueRoom,
  dossiersRoom,
  appraisalRoom,
  certificatesRoom,
  traceabilityRoom,
  shopRoom,
  programmeRoom,
]
