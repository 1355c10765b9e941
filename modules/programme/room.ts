import type { Room } from '../room.ts'
import { programmeActTables } from './acts.ts'
import { calendarList, yearPlanList } from './lists.ts'
import { seriesFile, targetsFile } from './load-programme.ts'
import { programmeMessages } from './messages.ts'
import { personalData } from './personal-data.store.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/ke-hoach',
    label: 'Kế hoạch năm',
    about: 'Các đợt và chỉ tiêu của năm, đã đạt bao nhiêu',
    roles: ['provincial-officer', 'commune-officer', 'leader'],
    order: 135,
  },
  {
    path: '/van-phong/lich',
    label: 'Lịch năm',
    about: 'Hạn các đợt, phiên họp, đánh giá lại; việc đang trễ',
    roles: ['provincial-officer', 'commune-officer', 'leader', 'producer'],
    order: 136,
  },
  {
    path: '/van-phong/lanh-dao',
    label: 'Năm con số',
    about: 'Xem nhanh trước cuộc họp, mục tiêu và kết quả',
    roles: ['leader', 'provincial-officer', 'trade-department', 'science-department'],
    order: 140,
  },
  {
    path: '/van-phong/bao-cao',
    label: 'Báo cáo kỳ',
    about: 'Lập báo cáo, tải bản Word và bảng Excel',
    roles: ['leader', 'provincial-officer', 'trade-department', 'science-department'],
    order: 150,
  },
]

export const programmeRoom: Room = {
  name: 'programme',
  uses: ['province', 'identity', 'papers', 'law', 'catalogue', 'dossiers', 'appraisal', 'certificates', 'inspection'],
  acts: programmeActTables,
  navigation,
  lists: [yearPlanList, calendarList],
  personalData,
  messages: programmeMessages,
  facts: [targetsFile, seriesFile],
}
