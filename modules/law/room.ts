import './topics-of-identity.ts'
import './topics-of-ranks.ts'
import type { Room } from '../room.ts'
import { lawActTables } from './acts.ts'
import { lawIntegrityChecks } from './integrity-checks.ts'
import { openSets } from './open-data.ts'
import { legalRuleList } from './lists.ts'
import { personalData } from './personal-data.store.ts'
import { lawWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/quan-tri/luat',
    label: 'Căn cứ pháp lý',
    about: 'Hạn, ngưỡng, túc số đang dùng; thay khi có văn bản mới',
    roles: ['provincial-officer'],
    order: 160,
  },
]

export const lawRoom: Room = {
  name: 'law',
  uses: ['province', 'identity'],
  acts: lawActTables,
  navigation,
  lists: [legalRuleList],
  waiting: lawWaiting,
  personalData,
  openData: [openSets],
  integrityChecks: lawIntegrityChecks,
}
