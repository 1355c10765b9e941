import type { Room } from '../room.ts'
import { epcisActTables } from './acts.ts'
import { eventsOfOrganisations } from './organisation-holding.ts'
import { signatureTokenColumn } from './subscriptions/subscription.store.ts'
import { epcisWork } from './work.ts'
import { sealedEvents } from './sealed-facts.store.ts'
import { glnList } from './lists.ts'
import { personalData } from './personal-data.store.ts'

export const epcisRepositoryRoom: Room = {
  name: 'epcis-repository',
  uses: ['identity'],
  acts: epcisActTables,
  navigation: [],
  lists: [glnList],
  personalData,
  sealedFacts: {
    'epcis-event': sealedEvents,
  },
  lockedColumns: [signatureTokenColumn],
  work: epcisWork,
  organisations: eventsOfOrganisations,
}
