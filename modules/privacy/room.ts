import './topics.ts'
import type { Room } from '../room.ts'
import { privacyActTables } from './acts.ts'
import { consentTextsFile } from './consent-texts.ts'
import { dataBreachList, dataRequestList } from './lists.ts'
import { privacyMessages } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { purposesFile } from './purposes.ts'
import { endBreachDossiers } from './retention.ts'
import { privacyWaiting } from './waiting.ts'

export const privacyRoom: Room = {
  name: 'privacy',
  uses: ['province', 'identity', 'law', 'papers'],
  acts: privacyActTables,
  navigation: [],
  lists: [dataRequestList, dataBreachList],
  waiting: privacyWaiting,
  personalData,
  messages: privacyMessages,
  facts: [purposesFile, consentTextsFile],
  endRetention: endBreachDossiers,
}
