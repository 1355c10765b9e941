import type { Room } from '../room.ts'
import { inventoryActTables } from './acts.ts'
import { inventoryIntegrityChecks } from './integrity-checks.ts'
import { goodsList } from './lists.ts'
import { personalData } from './personal-data.store.ts'
import { sealedGoods, sealedShelf } from './sealed-facts.store.ts'

export const inventoryRoom: Room = {
  name: 'inventory',
  uses: ['identity', 'catalogue', 'epcis-repository', 'traceability'],
  acts: inventoryActTables,
  navigation: [{ path: '/van-phong/kho', label: 'Kho hàng', about: 'Đóng gói, chuyển chỗ, kiểm kê', roles: ['producer'], order: 45 }],
  lists: [goodsList],
  personalData,
  integrityChecks: inventoryIntegrityChecks,
  sealedFacts: { 'stock-entry': sealedShelf, 'goods-entry': sealedGoods },
}
