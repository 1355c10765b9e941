import './topics.ts'
import type { Room } from '../room.ts'
import { returnActTables } from './acts.ts'
import { disputeList, returnList } from './lists.ts'
import { returnsMessages, returnsReminders } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { endReturnsRetention } from './retention.ts'
import { returnsWaiting } from './waiting.ts'
import { returnsWork } from './work.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/tranh-chap',
    label: 'Khiếu nại mua bán',
    about: 'Người mua và người bán không thống nhất: hòa giải, kết luận',
    roles: ['trade-department'],
    order: 121,
  },
]

export const returnsRoom: Room = {
  name: 'returns',
  uses: ['identity', 'law', 'catalogue', 'traceability', 'inventory', 'shop', 'payments'],
  acts: returnActTables,
  navigation,
  lists: [returnList, disputeList],
  waiting: returnsWaiting,
  personalData,
  endRetention: endReturnsRetention,
  work: returnsWork,
  messages: returnsMessages,
  demo: async () => (await import('./demo.ts')).returnsDemo,
  reminders: returnsReminders,
}
