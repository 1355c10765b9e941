import './topics.ts'
import type { Room } from '../room.ts'
import { findAppraisals } from './finding.ts'
import { appraisalActTables } from './acts.ts'
import { sealedSheets, sealedResults } from './sealed-facts.store.ts'
import { appealList, appraisalList, roundDossierList, roundList, sessionList } from './lists.ts'
import { appraisalMessages, appraisalReminders } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { appraisalWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/dot',
    label: 'Đợt đánh giá',
    about: 'Tiếp nhận hồ sơ vào đợt, phân công, mở phiên họp',
    roles: ['provincial-officer'],
    order: 70,
  },
  {
    path: '/van-phong/tham-dinh',
    label: 'Thẩm định',
    about: 'Báo cáo của Tổ tư vấn',
    roles: ['provincial-officer', 'advisory-member'],
    order: 80,
  },
  {
    path: '/van-phong/hoi-dong',
    label: 'Hội đồng',
    about: 'Phiên họp, phiếu chấm, kết quả',
    roles: ['council-member', 'council-chair', 'council-secretary', 'provincial-officer'],
    order: 90,
  },
  {
    path: '/van-phong/khieu-nai',
    label: 'Khiếu nại',
    about: 'Khiếu nại kết quả, việc không nhận hồ sơ',
    roles: ['provincial-officer'],
    order: 95,
  },
]

export const appraisalRoom: Room = {
  name: 'appraisal',
  uses: ['province', 'identity', 'law', 'papers', 'catalogue', 'dossiers'],
  acts: appraisalActTables,
  navigation,
  lists: [appealList, appraisalList, roundDossierList, sessionList, roundList],
  waiting: appraisalWaiting,
  find: findAppraisals,
  personalData,
  messages: appraisalMessages,
  reminders: appraisalReminders,
  sealedFacts: {
    'score-sheet': sealedSheets,
    'appraisal-result': sealedResults,
  },
  demo: async () => (await import('./demo.ts')).appraisalDemo,
}
