import './topics.ts'
import type { Room } from '../room.ts'
import { dossiersActTables } from './acts.ts'
import { findDossiers } from './finding.ts'
import { communeDossierList, evidenceList, ownDossierList, trademarkList } from './lists.ts'
import { dossierMessages, dossierReminders } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { lockedDossierColumns } from './dossier.store.ts'
import { paperNumberColumn } from './evidence/evidence.store.ts'
import { trademarkActTable } from './trademarks/acts.ts'
import { dossiersWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  { path: '/van-phong/ho-so', label: 'Hồ sơ OCOP', about: 'Đăng ký sản phẩm, tự chấm, nộp và theo dõi', roles: ['producer'], order: 10 },
  { path: '/van-phong/minh-chung', label: 'Kho minh chứng', about: 'Giấy tờ dùng lại cho mọi hồ sơ', roles: ['producer'], order: 30 },
  {
    path: '/van-phong/nhan-hieu',
    label: 'Đơn nhãn hiệu',
    about: 'Đơn ở Cục Sở hữu trí tuệ: đến bước nào, khi nào có bước tiếp',
    roles: ['producer', 'commune-officer', 'provincial-officer'],
    order: 64,
  },
  {
    path: '/van-phong/lam-ho',
    label: 'Làm hộ hồ sơ',
    about: 'Điền và nộp hồ sơ cho chủ thể không tự làm được',
    roles: ['commune-officer'],
    order: 62,
  },
  {
    path: '/van-phong/xa',
    label: 'Hồ sơ của xã',
    about: 'Tiếp nhận, kiểm bốn nội dung, đề nghị lên tỉnh',
    roles: ['commune-officer'],
    order: 60,
  },
]

export const dossiersRoom: Room = {
  name: 'dossiers',
  uses: ['province', 'identity', 'law', 'papers', 'catalogue'],
  acts: [...dossiersActTables, trademarkActTable],
  navigation,
  lists: [ownDossierList, communeDossierList, evidenceList, trademarkList],
  waiting: dossiersWaiting,
  find: findDossiers,
  personalData,
  messages: dossierMessages,
  reminders: dossierReminders,
  lockedColumns: [...lockedDossierColumns, paperNumberColumn],
  demo: async () => (await import('./demo.ts')).dossiersDemo,
}
