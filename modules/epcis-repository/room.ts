import type { Room } from '../room.ts'
import { epcisActTables } from './acts.ts'
import { eventsOfOrganisations } from './organisation-holding.ts'
import { personalData } from './personal-data.store.ts'

export const epcisRepositoryRoom: Room = {
  name: 'epcis-repository',
  uses: ['identity'],
  acts: epcisActTables,
  navigation: [],
  personalData,
  organisations: eventsOfOrganisations,
}
