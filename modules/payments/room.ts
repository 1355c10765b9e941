import './topics.ts'
import type { Room } from '../room.ts'
import { accountNumberColumn } from './account.store.ts'
import { paymentActTables } from './acts.ts'
import { paymentsIntegrityChecks } from './integrity-checks.ts'
import { bankLineList } from './lists.ts'
import { paymentMessages } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { paymentsWaiting } from './waiting.ts'
import { eventBodyColumn } from './webhooks/event.store.ts'
import { secretBeforeColumn, secretColumn } from './webhooks/source.store.ts'
import { paymentsWork } from './work.ts'

const navigation: Room['navigation'] = [
  { path: '/van-phong/tien-ve', label: 'Tiền về', about: 'Sao kê ngân hàng, đối chiếu với đơn, hoàn tiền', roles: ['producer'], order: 52 },
]

export const paymentsRoom: Room = {
  name: 'payments',
  uses: ['province', 'identity', 'law', 'papers', 'catalogue', 'shop'],
  acts: paymentActTables,
  navigation,
  lists: [bankLineList],
  waiting: paymentsWaiting,
  personalData,
  work: paymentsWork,
  messages: paymentMessages,
  integrityChecks: paymentsIntegrityChecks,
  lockedColumns: [accountNumberColumn, secretColumn, secretBeforeColumn, eventBodyColumn],
}
