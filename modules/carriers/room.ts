import type { Room } from '../room.ts'
import { credentialsColumn, pushSecretColumn } from './accounts/account.store.ts'
import { carrierActTables } from './acts.ts'
import { carriersIntegrityChecks } from './integrity-checks.ts'
import { parcelList } from './lists.ts'
import { requestColumn } from './parcels/parcel.store.ts'
import { personalData } from './personal-data.store.ts'
import { pushBodyColumn } from './pushes/push.store.ts'
import { carriersWaiting } from './waiting.ts'
import { carriersWork } from './work.ts'

const navigation: Room['navigation'] = [
  { path: '/van-phong/van-chuyen', label: 'Vận chuyển', about: 'Hãng vận chuyển, vận đơn, tiền thu hộ', roles: ['producer'], order: 53 },
]

export const carriersRoom: Room = {
  name: 'carriers',
  uses: ['identity', 'catalogue', 'shop', 'payments'],
  acts: carrierActTables,
  navigation,
  lists: [parcelList],
  waiting: carriersWaiting,
  personalData,
  work: carriersWork,
  integrityChecks: carriersIntegrityChecks,
  lockedColumns: [credentialsColumn, pushSecretColumn, requestColumn, pushBodyColumn],
}
