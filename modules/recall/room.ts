import './topics.ts'
import type { Room } from '../room.ts'
import { recallActTables } from './acts.ts'
import { recallList } from './lists.ts'
import { recallContacts, recallMessages, recallSecretPaths } from './messages.ts'
import { openRecalls } from './open-data.ts'
import { lockedPartnerColumns } from './partner.store.ts'
import { personalData } from './personal-data.store.ts'
import { recallWaiting } from './waiting.ts'
import { recallWork } from './work.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/thu-hoi',
    label: 'Thu hồi',
    about: 'Hàng không an toàn: tìm, báo, gom về, xử lý; diễn tập',
    roles: ['producer', 'provincial-officer', 'science-department', 'trade-department'],
    order: 126,
  },
]

export const recallRoom: Room = {
  name: 'recall',
  uses: ['identity', 'papers', 'law', 'notifications', 'catalogue', 'traceability', 'inventory', 'shop'],
  acts: recallActTables,
  navigation,
  lists: [recallList],
  openData: [openRecalls],
  demo: async () => (await import('./demo.ts')).recallDemo,
  waiting: recallWaiting,
  personalData,
  work: recallWork,
  messages: recallMessages,
  contacts: recallContacts,
  secretPaths: recallSecretPaths,
  lockedColumns: lockedPartnerColumns,
}
