import './topics.ts'
import type { Room } from '../room.ts'
import { personalData } from './personal-data.store.ts'
import { trainingActTables } from './training/acts.ts'
import { classList, courseList } from './training/lists.ts'
import { trainingContacts, trainingMessages, trainingReminders, trainingSecretPaths } from './training/messages.ts'
import { participantPhone } from './training/participant.store.ts'
import { endTrainingRetention } from './training/retention.ts'
import { trainingWaiting } from './training/waiting.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/tap-huan',
    label: 'Tập huấn',
    about: 'Nhu cầu, khóa học, lớp, điểm danh, chứng nhận, nghiệm thu',
    roles: ['provincial-officer'],
    order: 135,
  },
  {
    path: '/van-phong/lop-cua-toi',
    label: 'Lớp tập huấn',
    about: 'Lớp bạn đã ghi danh cho người của cơ sở',
    roles: ['producer'],
    order: 136,
  },
]

/** Support: what producers are taught. */
export const supportRoom: Room = {
  name: 'support',
  uses: ['identity', 'papers', 'law', 'province', 'catalogue', 'dossiers', 'appraisal', 'promotion'],
  acts: trainingActTables,
  navigation,
  waiting: trainingWaiting,
  lists: [classList, courseList],
  personalData,
  lockedColumns: [participantPhone],
  messages: trainingMessages,
  reminders: trainingReminders,
  contacts: trainingContacts,
  secretPaths: trainingSecretPaths,
  endRetention: endTrainingRetention,
  demo: async () => (await import('./demo.ts')).supportDemo,
}
