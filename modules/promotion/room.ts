import './topics.ts'
import type { Room } from '../room.ts'
import { consignmentActTables } from './consignment/acts.ts'
import { consignmentIntegrityChecks } from './consignment/integrity-checks.ts'
import { fairActTables } from './fairs/acts.ts'
import { lockedFairColumns } from './fairs/application.store.ts'
import { fairList } from './fairs/lists.ts'
import { fairMessages, fairReminders } from './fairs/messages.ts'
import { fairsWaiting } from './fairs/waiting.ts'
import { fairsWork } from './fairs/work.ts'
import { standActTable } from './stand-sales/acts.ts'
import { personalData } from './personal-data.store.ts'
import { pointActTables } from './points-of-sale/acts.ts'
import { pointList } from './points-of-sale/lists.ts'
import { pointsOfOrganisations } from './points-of-sale/organisation-holding.store.ts'
import { lockedPointColumns } from './points-of-sale/point.store.ts'

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
  {
    path: '/van-phong/diem-ban',
    label: 'Điểm bán OCOP',
    about: 'Kiểm tra, công nhận, ảnh, giờ mở cửa, bản đồ',
    roles: ['trade-department'],
    order: 129,
  },
  {
    path: '/van-phong/quay',
    label: 'Quầy điểm bán',
    about: 'Quét hoặc gõ mã, bán, đếm kệ',
    roles: ['point-keeper'],
    order: 130,
  },
  {
    path: '/van-phong/ky-gui',
    label: 'Ký gửi',
    about: 'Hợp đồng, phiếu giao hàng, đối chiếu, tiền phải trả',
    roles: ['producer', 'point-keeper'],
    order: 131,
  },
]

/** Promotion: fairs and events, points of sale and what lies there on consignment. */
export const promotionRoom: Room = {
  name: 'promotion',
  uses: ['identity', 'papers', 'law', 'province', 'catalogue', 'dossiers', 'traceability', 'inventory', 'shop', 'recall'],
  acts: [...fairActTables, standActTable, ...pointActTables, ...consignmentActTables],
  navigation,
  lists: [fairList, pointList],
  personalData,
  lockedColumns: [...lockedFairColumns, ...lockedPointColumns],
  organisations: pointsOfOrganisations,
  integrityChecks: consignmentIntegrityChecks,
  waiting: fairsWaiting,
  messages: fairMessages,
  reminders: fairReminders,
  work: fairsWork,
  demo: async () => (await import('./demo.ts')).promotionDemo,
}
