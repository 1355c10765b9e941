import './topics.ts'
import type { Room } from '../room.ts'
import { findOrders } from './finding.ts'
import { shopActTables } from './acts.ts'
import { buyerTaxColumn } from './agreements/agreement.store.ts'
import { billAccountColumn } from './bills/bill.store.ts'
import { billSecretPaths } from './bills/secret-path.ts'
import { shopIntegrityChecks } from './integrity-checks.ts'
import { invoiceTaxColumn, orderInvoiceTaxColumn } from './orders/invoice.store.ts'
import { lockedOrderColumns } from './orders/snapshot.store.ts'
import { paperNumberColumn } from './sellers/paper.store.ts'
import { sellerPapersFile } from './sellers/papers-asked.ts'
import { bankAccountColumn } from './sellers/seller.store.ts'
import { orderList, postedList, sellerList, shelfList } from './lists.ts'
import { shopContacts, shopMessages, shopReminders } from './messages.ts'
import { shopWork } from './work.ts'
import { sealedBills, sealedMoney, sealedOrders } from './sealed-facts.store.ts'
import { personalData } from './personal-data.store.ts'
import { endShopRetention } from './retention.ts'
import { shopWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  { path: '/van-phong/ban-hang', label: 'Bán hàng', about: 'Giá, tồn kho, đơn và tiền về', roles: ['producer'], order: 50 },
  {
    path: '/van-phong/nguoi-ban',
    label: 'Người bán',
    about: 'Xác minh người bán trước khi lên kệ',
    roles: ['provincial-officer', 'trade-department'],
    order: 120,
  },
  {
    path: '/van-phong/duyet-hang',
    label: 'Duyệt mặt hàng',
    about: 'Đọc lời và giá trước khi mặt hàng lên trang',
    roles: ['provincial-officer', 'trade-department'],
    order: 121,
  },
]

export const shopRoom: Room = {
  name: 'shop',
  uses: [
    'province',
    'identity',
    'law',
    'privacy',
    'papers',
    'disclosure',
    'catalogue',
    'dossiers',
    'certificates',
    'traceability',
    'inventory',
  ],
  acts: shopActTables,
  navigation,
  lists: [orderList, postedList, sellerList, shelfList],
  waiting: shopWaiting,
  find: findOrders,
  personalData,
  endRetention: endShopRetention,
  lockedColumns: [
    bankAccountColumn,
    paperNumberColumn,
    ...lockedOrderColumns,
    invoiceTaxColumn,
    orderInvoiceTaxColumn,
    buyerTaxColumn,
    billAccountColumn,
  ],
  facts: [sellerPapersFile],
  work: shopWork,
  messages: shopMessages,
  reminders: shopReminders,
  contacts: shopContacts,
  secretPaths: billSecretPaths,
  integrityChecks: shopIntegrityChecks,
  sealedFacts: {
    'payment-event': sealedMoney,
    order: sealedOrders,
    'buyer-bill': sealedBills,
  },
  demo: async () => (await import('./demo.ts')).shopDemo,
}
