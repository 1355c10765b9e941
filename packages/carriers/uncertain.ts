import type { CarrierName } from './carrier-names.ts'
import type { Mark } from './limits.ts'

/** What nobody could compare with the real carrier, field by field: they were not reachable. Whoever gets a contract begins here. */
export const uncertain: readonly { carrier: CarrierName; what: string; taken: string; mark: Mark; readOn: string }[] = [
  [
    'ghn',
    'fee by the names of commune and province',
    'to_ward_name, to_province_name as in create; older: to_district_id, to_ward_code',
    '?',
  ],
  ['ghn', 'create again under one client_order_code', 'answers the parcel that is there', 'S'],
  ['ghn', 'detail by client code', '/v2/shipping-order/detail-by-client-code', 'M'],
  ['ghn', 'label', 'a5/gen-token, then the page a5/public-api/printA5', 'M'],
  ['ghn', 'names in a status push', 'OrderCode, ClientOrderCode, Status, Time', 'M'],
  ['ghtk', 'create again under one id', 'error ORDER_ID_EXIST with ghtk_label', 'M'],
  ['ghtk', 'detail by our id', '/services/shipment/v2/partner_id:{id}', 'M'],
  ['ghtk', 'district since 1 July 2025', 'empty where nobody knows the former one', '?'],
  ['ghtk', 'secret of the push', 'hash in the address', 'M'],
  ['viettelpost', 'sign in', '/v2/user/Login with USERNAME and PASSWORD', 'S'],
  ['viettelpost', 'asking for the status of a parcel', 'there is no such request: what is told cannot be confirmed', 'C'],
  ['viettelpost', 'create again under one ORDER_NUMBER', 'not known: an answer that was lost is settled by the seller', '?'],
  ['viettelpost', 'label', '/v2/order/printing-code, then the page of digitalize.viettelpost.vn', 'M'],
  ['vnpost', 'shape of the answers', 'itemCode, status, totalFee as in its push', '?'],
  ['vnpost', 'paths below /customer-partner', 'all of them, as CreateOrder', 'S'],
  ['vnpost', 'label', '/customer-partner/printOrder gives a PDF', '?'],
  ['vnpost', 'status 20 and 23 (given out in part)', 'unknown, shown as told', 'C'],
].map(([carrier, what, taken, mark]) => ({
  carrier: carrier as CarrierName,
  what: what!,
  taken: taken!,
  mark: mark as Mark,
  readOn: '2026-11-30',
}))
