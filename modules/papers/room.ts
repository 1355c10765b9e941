import type { Room } from '../room.ts'
import { paperActs } from './acts.ts'
import { personalData } from './personal-data.store.ts'

export const papersRoom: Room = {
  name: 'papers',
  uses: ['province', 'identity'],
  acts: [{ says: 'Văn bản', statuses: [], acts: paperActs }],
  navigation: [],
  personalData,
}
