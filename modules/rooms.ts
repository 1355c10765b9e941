import type { Room } from './room.ts'
import * as list from './room-list.ts'

export type { OpenDataReader, OpenDataSet } from './open-data.ts'
export type { ActTable, Room } from './room.ts'

const all: readonly Room[] = Object.values(list)

/** The rooms that a room stands on, by whatever way. */
function below(room: Room, found = new Set<string>()): Set<string> {
  for (const name of room.uses) {
    const used = all.find((one) => one.name === name)
    if (used && !found.has(name)) below(used, found.add(name))
  }
  return found
}

/** Every room of the house, from the ground up: a room comes after those that it uses. */
export const rooms: readonly Room[] = all.toSorted((a, b) => below(a).size - below(b).size)
