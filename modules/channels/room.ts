import type { Room } from '../room.ts'
import { channelActTables } from './acts.ts'
import { keysColumn } from './doors/door.store.ts'
import { channelsIntegrityChecks } from './integrity-checks.ts'
import { channelOrderList } from './lists.ts'
import { personalData } from './personal-data.store.ts'
import { pushBodyColumn } from './pushes/push.store.ts'
import { channelsWaiting } from './waiting.ts'
import { channelsWork } from './work.ts'

const navigation: Room['navigation'] = [
  { path: '/van-phong/kenh-ban', label: 'Kênh bán', about: 'Đơn, tiền và gian hàng trên sàn khác', roles: ['producer'], order: 54 },
]

export const channelsRoom: Room = {
  name: 'channels',
  uses: ['identity', 'catalogue', 'traceability', 'inventory', 'shop', 'payments'],
  acts: channelActTables,
  navigation,
  lists: [channelOrderList],
  waiting: channelsWaiting,
  personalData,
  work: channelsWork,
  integrityChecks: channelsIntegrityChecks,
  demo: async () => (await import('./demo.ts')).channelsDemo,
  lockedColumns: [keysColumn, pushBodyColumn],
}
