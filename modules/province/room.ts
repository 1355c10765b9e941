import type { Room } from '../room.ts'
import { authoritiesFile } from './authorities.ts'
import { provinceFile } from './province.ts'
import { unitsFile } from './units.ts'

export const provinceRoom: Room = {
  name: 'province',
  uses: [],
  acts: [],
  navigation: [],
  facts: [provinceFile, authoritiesFile, unitsFile],
}
