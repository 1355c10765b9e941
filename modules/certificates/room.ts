import './topics.ts'
import type { Room } from '../room.ts'
import { findCertificates } from './finding.ts'
import { openCertificates } from './open-data.ts'
import { certificatesActTables } from './acts.ts'
import { certificatesIntegrityChecks } from './integrity-checks.ts'
import {
  sealedCertificates,
  sealedDecisions,
  sealedImportedCertificates,
  sealedImports,
  sealedOfCertificate,
  sealedWithdrawals,
} from './sealed-facts.store.ts'
import { decisionList, expiryList, registerImportList } from './lists.ts'
import { certificateMessages, certificateReminders } from './messages.ts'
import { certificatesWork } from './work.ts'
import { personalData } from './personal-data.store.ts'
import { certificatesWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/quyet-dinh',
    label: 'Quyết định và giấy chứng nhận',
    about: 'Biên bản, tờ trình, quyết định, giấy chứng nhận, thời hạn',
    roles: ['provincial-officer', 'council-secretary'],
    order: 100,
  },
  {
    path: '/van-phong/xa/ngung-san-xuat',
    label: 'Sản phẩm ngừng sản xuất',
    about: 'Xã xác nhận sản phẩm OCOP không còn sản xuất',
    roles: ['commune-officer'],
    order: 64,
  },
  {
    path: '/van-phong/so-dang-ky',
    label: 'Nhập sổ đăng ký',
    about: 'Đưa các lần công nhận trước đây vào sổ từ Excel, hai người cùng xem',
    roles: ['provincial-officer', 'administrator'],
    order: 110,
  },
]

export const certificatesRoom: Room = {
  name: 'certificates',
  uses: ['province', 'identity', 'law', 'papers', 'catalogue', 'dossiers', 'appraisal'],
  acts: certificatesActTables,
  navigation,
  lists: [decisionList, expiryList, registerImportList],
  waiting: certificatesWaiting,
  find: findCertificates,
  personalData,
  openData: [openCertificates],
  work: certificatesWork,
  messages: certificateMessages,
  reminders: certificateReminders,
  integrityChecks: certificatesIntegrityChecks,
  sealedFacts: {
    decision: sealedDecisions,
    'decided-certificate': sealedCertificates,
    'imported-certificate': sealedImportedCertificates,
    import: sealedImports,
    withdrawal: sealedWithdrawals,
  },
  sealedOf: sealedOfCertificate,
  demo: async () => (await import('./demo.ts')).certificatesDemo,
}
