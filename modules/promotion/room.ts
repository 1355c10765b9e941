import './topics.ts'
import type { Room } from '../room.ts'
import { fairActTables } from './fairs/acts.ts'
import { lockedFairColumns } from './fairs/application.store.ts'
import { fairList } from './fairs/lists.ts'
import { fairMessages, fairReminders } from './fairs/messages.ts'
import { fairsWaiting } from './fairs/waiting.ts'
import { fairsWork } from './fairs/work.ts'
import { standActTable } from './stand-sales/acts.ts'
import { personalData } from './personal-data.store.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/hoi-cho',
    label: 'Hội chợ',
    about: 'Mời chủ thể, phân gian, sơ đồ, doanh số, báo cáo',
    roles: ['trade-department'],
    order: 127,
  },
  {
    path: '/van-phong/gian-hoi-cho',
    label: 'Gian hội chợ',
    about: 'Đăng ký gian hàng, kết quả phân gian, ghi doanh số',
    roles: ['producer'],
    order: 128,
  },
]

/** Promotion: fairs and events are its first part. */
export const promotionRoom: Room = {
  name: 'promotion',
  uses: ['identity', 'papers', 'law', 'catalogue', 'traceability', 'inventory', 'shop', 'recall'],
  acts: [...fairActTables, standActTable],
  navigation,
  lists: [fairList],
  personalData,
  lockedColumns: lockedFairColumns,
  waiting: fairsWaiting,
  messages: fairMessages,
  reminders: fairReminders,
  work: fairsWork,
  demo: async () => (await import('./demo.ts')).fairsDemo,
}
