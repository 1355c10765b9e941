import './topics.ts'
import type { Room } from '../room.ts'
import { notificationsActTables } from './acts.ts'
import { deliveryList, inboxList } from './lists.ts'
import { personalData } from './personal-data.store.ts'
import { phoneColumn } from './reach.store.ts'
import { endMessages } from './retention.ts'
import { znsTokenColumns } from './zns-token.store.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/tin-da-gui',
    label: 'Tin đã gửi',
    about: 'Hệ thống đã báo gì cho ai, kết thúc thế nào, gửi lại',
    roles: ['administrator', 'provincial-officer'],
    order: 165,
  },
]

export const notificationsRoom: Room = {
  name: 'notifications',
  uses: ['identity', 'law'],
  acts: notificationsActTables,
  navigation,
  lists: [deliveryList, inboxList],
  personalData,
  endRetention: endMessages,
  lockedColumns: [phoneColumn, ...znsTokenColumns],
}
