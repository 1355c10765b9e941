import './topics.ts'
import type { Room } from '../room.ts'
import { inspectionActTables } from './acts.ts'
import { inspectionList, markUseList, planList, productionList } from './lists.ts'
import { inspectionMessages } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { inspectionWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/hau-kiem',
    label: 'Hậu kiểm',
    about: 'Kiểm tra sau công nhận, lỗi phải khắc phục',
    roles: ['provincial-officer', 'advisory-member', 'commune-officer', 'producer'],
    order: 122,
  },
  {
    path: '/van-phong/con-san-xuat',
    label: 'Còn sản xuất',
    about: 'Xã xác nhận hằng năm sản phẩm nào còn làm',
    roles: ['commune-officer', 'provincial-officer'],
    order: 124,
  },
]

export const inspectionRoom: Room = {
  name: 'inspection',
  uses: ['identity', 'papers', 'law', 'catalogue', 'certificates'],
  acts: inspectionActTables,
  navigation,
  lists: [inspectionList, planList, productionList, markUseList],
  waiting: inspectionWaiting,
  personalData,
  messages: inspectionMessages,
  demo: async () => (await import('./demo.ts')).inspectionDemo,
}
