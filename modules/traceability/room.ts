import './topics.ts'
import type { Room } from '../room.ts'
import { findTraces } from './finding.ts'
import { traceabilityActTables } from './acts.ts'
import { sealedDiary, sealedLots, sealedOfLot, sealedRecalls } from './sealed-facts.store.ts'
import { doubtList, lotList, materialLotList, yieldList } from './lists.ts'
import { materialChecks } from './materials/integrity-checks.ts'
import { supplierPhoneColumn } from './materials/material.store.ts'
import { traceabilityContacts, traceabilityMessages } from './messages.ts'
import { personalData } from './personal-data.store.ts'
import { endTraceRetention } from './retention.ts'
import { traceabilityWork } from './work.ts'
import { traceabilityWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  { path: '/van-phong/lo', label: 'Lô hàng và tem', about: 'Mở lô, ghi nhật ký, in tem', roles: ['producer'], order: 40 },
  { path: '/van-phong/nguyen-lieu', label: 'Nguyên liệu', about: 'Mua của ai, còn bao nhiêu, định mức', roles: ['producer'], order: 42 },
  {
    path: '/van-phong/lech-dinh-muc',
    label: 'Lệch định mức',
    about: 'Lô dùng nguyên liệu ngoài mức cho phép, với lý do',
    roles: ['provincial-officer'],
    order: 132,
  },
  {
    path: '/van-phong/phan-anh',
    label: 'Phản ánh nghi ngờ',
    about: 'Điều người mua báo khi quét tem',
    roles: ['provincial-officer', 'science-department'],
    order: 130,
  },
]

export const traceabilityRoom: Room = {
  name: 'traceability',
  uses: ['identity', 'papers', 'law', 'catalogue', 'dossiers', 'certificates', 'epcis-repository'],
  acts: traceabilityActTables,
  navigation,
  lists: [lotList, doubtList, materialLotList, yieldList],
  waiting: traceabilityWaiting,
  find: findTraces,
  personalData,
  messages: traceabilityMessages,
  contacts: traceabilityContacts,
  work: traceabilityWork,
  endRetention: endTraceRetention,
  lockedColumns: [supplierPhoneColumn],
  integrityChecks: materialChecks,
  sealedFacts: {
    'diary-entry': sealedDiary,
    lot: sealedLots,
    'lot-recall': sealedRecalls,
  },
  sealedOf: sealedOfLot,
  demo: async () => (await import('./demo.ts')).traceabilityDemo,
}
