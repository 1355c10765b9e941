import './topics.ts'
import type { Room } from '../room.ts'
import { disclosureActTables } from './acts.ts'
import { personalData } from './personal-data.store.ts'
import { draftsFile, partsFile } from './policies.ts'
import { disclosureWaiting } from './waiting.ts'

export const disclosureRoom: Room = {
  name: 'disclosure',
  uses: ['identity', 'law'],
  acts: disclosureActTables,
  navigation: [],
  waiting: disclosureWaiting,
  personalData,
  facts: [draftsFile, partsFile],
  demo: async () => (await import('./demo.ts')).disclosureDemo,
}
