import type { Room } from '../room.ts'
import { authoritiesFile } from './authorities.ts'
import { provinceFile } from './province.ts'
import { unitsFile } from './units.ts'
import { personalData } from './personal-data.ts'

export const provinceRoom: Room = {
  name: 'province',
  uses: [],
  acts: [],
  navigation: [],
  personalData,
  facts: [provinceFile, authoritiesFile, unitsFile],
}
