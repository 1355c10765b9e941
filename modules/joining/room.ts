import './topics.ts'
import type { Room } from '../room.ts'
import { joiningActTables } from './acts.ts'
import { requestList, transferList } from './lists.ts'
import { joiningContacts, joiningMessages, joiningSecretPaths } from './messages.ts'
import { requestsOfOrganisations } from './organisation-holding.ts'
import { personalData } from './personal-data.store.ts'
import { lockedRequestColumns } from './request.store.ts'
import { endJoiningRetention } from './retention.ts'
import { joiningWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/chu-the-xin-vao',
    label: 'Chủ thể xin vào',
    about: 'Xác nhận ai làm chủ cơ sở trong sổ, đăng ký mới, đổi thông tin',
    roles: ['commune-officer', 'provincial-officer'],
    order: 65,
  },
]

export const joiningRoom: Room = {
  name: 'joining',
  uses: ['identity', 'law', 'catalogue'],
  acts: joiningActTables,
  navigation,
  lists: [requestList, transferList],
  waiting: joiningWaiting,
  personalData,
  messages: joiningMessages,
  contacts: joiningContacts,
  secretPaths: joiningSecretPaths,
  endRetention: endJoiningRetention,
  organisations: requestsOfOrganisations,
  lockedColumns: lockedRequestColumns,
}
