import type { Holding, PersonalData } from '../../personal-data.ts'
import { rooms } from '../../rooms.ts'
import { platformData } from './platform-data.store.ts'

/** What every room says of people, from the ground up, and what belongs to none. */
export const personalDataOf: readonly { room: string; data: PersonalData }[] = [
  { room: 'platform', data: platformData },
  ...rooms.map(({ name, personalData }) => ({ room: name, data: personalData })),
]

/** Every kind of thing that is held about people, by a name that no other has. */
export const holdings: readonly (Holding & { name: string })[] = personalDataOf.flatMap(({ data }) =>
  Object.entries(data.holdings).map(([name, holding]) => ({ ...holding, name })),
)
