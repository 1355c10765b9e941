import type { Room } from '../room.ts'
import { selectGoodsFaults } from './integrity.store.ts'
import { integrityCheckNames } from './words/names.ts'

export const channelsIntegrityChecks: Room['integrityChecks'] = {
  'channel-goods': { says: integrityCheckNames['channel-goods'], check: ({ db }) => selectGoodsFaults(db) },
}
