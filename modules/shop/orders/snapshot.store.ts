import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrderId } from '../rules/ids.ts'
import type { LockedSnapshot, OrderSnapshot } from './snapshot.ts'

const place = (name: 'bankAccount' | 'registrationNo'): LockedColumn => ({
  table: 'shop_order',
  key: 'id',
  column: 'snapshot',
  path: ['seller', name],
})
const [bankAccount, registrationNo] = [place('bankAccount'), place('registrationNo')]

export const lockedOrderColumns: readonly LockedColumn[] = [bankAccount, registrationNo]

export async function lockSnapshot(tx: Tx, id: OrderId, { seller, ...rest }: OrderSnapshot): Promise<LockedSnapshot> {
  return {
    seller: {
      ...seller,
      bankAccount: await lockText(tx, bankAccount, id, seller.bankAccount),
      registrationNo: await lockText(tx, registrationNo, id, seller.registrationNo),
    },
    ...rest,
  }
}

export async function openSnapshot(db: ReadDb, id: OrderId, { seller, ...rest }: LockedSnapshot): Promise<OrderSnapshot> {
  return {
    seller: {
      ...seller,
      bankAccount: await openText(db, bankAccount, id, seller.bankAccount),
      registrationNo: await openText(db, registrationNo, id, seller.registrationNo),
    },
    ...rest,
  }
}
