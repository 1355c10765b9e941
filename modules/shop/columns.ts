import type { PolicyInForce, PolicyKind } from '../disclosure/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type {
  AheadOfferId,
  BillId,
  AgreedBuyerId,
  AgreementId,
  CartId,
  InvoiceExportId,
  ListingId,
  OrderGroupId,
  OrderId,
  OrderLineId,
  PaymentId,
  ReservationId,
  SellerPaperId,
  SuspensionId,
  SuspensionStepId,
  VoucherId,
} from './rules/ids.ts'
import type { PackId, ProducerId, ProductId } from '../catalogue/rules.ts'
import type { MessageLanguage } from '../message-kinds.ts'
import type { UserId } from '../identity/rules.ts'
import type { LockedText } from '@dacsan/platform/locked-text'
import type { LockedSnapshot } from './orders/snapshot.ts'
import type { FulfilmentStatus, ListingStatus, SellerPaperStatus } from './acts.ts'
import type { SuspensionKind, SuspensionStep } from './rules/suspension.ts'
import type { DeliveryZone } from './rules/delivery.ts'
import type { AheadKind, AheadPeriod, PayTime } from './rules/ahead.ts'
import type { OrderMove, PlatformNote } from './rules/order-moves.ts'
import type { EditedField } from './rules/order-changes.ts'
import type { Recognition } from './rules/recognition.ts'
import type { AgreedBuyerKind } from './rules/agreement.ts'
import type { PriceStep } from './rules/price.ts'
import type { PaymentKind, PaymentStatus, PaymentWay } from './rules/order.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'ahead_offer.id': AheadOfferId
  'ahead_offer.kind': AheadKind
  'ahead_offer.listing_id': ListingId
  'ahead_offer.pays': PayTime
  'ahead_offer.period': AheadPeriod
  'ahead_offer.producer_id': ProducerId
  'ahead_slot.offer_id': AheadOfferId
  'promise.offer_id': AheadOfferId
  'promise.order_line_id': OrderLineId
  'promise.status': 'promised' | 'allotted' | 'given-up'
  'shop_order.pays_when': PayTime
  'agreed_buyer.id': AgreedBuyerId
  'agreed_buyer.kind': AgreedBuyerKind
  'agreed_buyer.producer_id': ProducerId
  'agreed_buyer.tax_code': LockedText
  'buyer_agreement.id': AgreementId
  'buyer_agreement.buyer_id': AgreedBuyerId
  'buyer_agreement.by_id': UserId
  'buyer_agreement_price.agreement_id': AgreementId
  'buyer_agreement_price.pack_id': PackId
  'agreed_buyer.language': MessageLanguage
  'buyer_bill.id': BillId
  'buyer_bill.buyer_id': AgreedBuyerId
  'buyer_bill.by_id': UserId
  'buyer_bill.producer_id': ProducerId
  'buyer_bill_account.bill_id': BillId
  'buyer_bill_account.bank_account': LockedText
  'buyer_bill_credit.bill_id': BillId
  'buyer_bill_credit.from_order_id': OrderId
  'buyer_bill_credit.to_order_id': OrderId
  'buyer_bill_order.bill_id': BillId
  'buyer_bill_order.order_id': OrderId
  'buyer_bill_step.bill_id': BillId
  'buyer_bill_step.by_id': UserId
  'buyer_bill_step.step': 'disputed' | 'answered'
  'cart_agreed_buyer.cart_id': CartId
  'cart_agreed_buyer.buyer_id': AgreedBuyerId
  'shop_order.agreed_buyer_id': AgreedBuyerId
  'order_line.agreement_id': AgreementId
  'cart.id': CartId
  'cash_on_delivery.producer_id': ProducerId
  'cart_line.cart_id': CartId
  'cart_line.listing_id': ListingId
  'delivery_pickup.place_id': PlaceId
  'delivery_pickup.producer_id': ProducerId
  'delivery_step.producer_id': ProducerId
  'delivery_step.zone': DeliveryZone
  'delivery_table.producer_id': ProducerId
  'delivery_zone.producer_id': ProducerId
  'delivery_zone.zone': DeliveryZone
  'invoice_export.id': InvoiceExportId
  'invoice_export.producer_id': ProducerId
  'invoice_export.by_id': UserId
  'invoice_export_order.export_id': InvoiceExportId
  'invoice_export_order.order_id': OrderId
  'listing.id': ListingId
  'listing_part.listing_id': ListingId
  'listing_part.pack_id': PackId
  'order_group.id': OrderGroupId
  'order_group.language': MessageLanguage
  'order_group.source': 'buyer' | 'seller'
  'order_group.policies': readonly PolicyInForce[]
  'order_line.id': OrderLineId
  'order_line.listing_id': ListingId
  'order_line.order_id': OrderId
  'order_move.order_id': OrderId
  'order_change.order_id': OrderId
  'order_change.zone': DeliveryZone
  'order_edit.fields': EditedField[]
  'order_edit.order_id': OrderId
  'order_invoice.order_id': OrderId
  'order_invoice.tax_code': LockedText
  'order_label_print.order_id': OrderId
  'order_line_cut.order_line_id': OrderLineId
  'order_goes_to.order_id': OrderId
  'order_goes_to.zone': DeliveryZone
  'order_merge.joined_order_id': OrderId
  'order_merge.lead_order_id': OrderId
  'order_receiver.order_id': OrderId
  'order_reduction.order_id': OrderId
  'payment_event.id': PaymentId
  'payment_event.order_id': OrderId
  'invoice_request.group_id': OrderGroupId
  'invoice_request.tax_code': LockedText
  'voucher.id': VoucherId
  'voucher.producer_id': ProducerId
  'voucher_pack.pack_id': PackId
  'voucher_pack.voucher_id': VoucherId
  'voucher_use.order_id': OrderId
  'voucher_use.voucher_id': VoucherId
  'reservation.id': ReservationId
  'reservation.lot_id': LotId
  'reservation.order_line_id': OrderLineId
  'reservation.pack_id': PackId
  'reservation.place_id': PlaceId
  'sale_fact.order_id': OrderId
  'shop_order.id': OrderId
  'shop_order.group_id': OrderGroupId
  'listing.producer_id': ProducerId
  'listing.pack_id': PackId
  'listing.product_id': ProductId
  'order_line.pack_id': PackId
  'order_line.product_id': ProductId
  'order_line.recognition': Exclude<Recognition, 'none'>
  'sale_fact.producer_id': ProducerId
  'seller.producer_id': ProducerId
  'seller_paper.id': SellerPaperId
  'seller_paper.judged_by': UserId
  'seller_paper.handed_in_by': UserId
  'seller_paper.number': LockedText
  'seller_paper.producer_id': ProducerId
  'seller_paper.status': SellerPaperStatus
  'shop_suspension.id': SuspensionId
  'shop_suspension.by_id': UserId
  'shop_suspension.kind': SuspensionKind
  'shop_suspension.producer_id': ProducerId
  'shop_suspension_step.id': SuspensionStepId
  'shop_suspension_step.by_id': UserId
  'shop_suspension_step.step': SuspensionStep
  'shop_suspension_step.suspension_id': SuspensionId
  'suspension_period.id': SuspensionId
  'suspension_period.producer_id': ProducerId
  'policy_acceptance.by_id': UserId
  'policy_acceptance.kind': PolicyKind
  'policy_acceptance.producer_id': ProducerId
  'shop_order.producer_id': ProducerId
  'order_group.user_id': UserId
  'order_move.by_id': UserId
  'payment_event.by_id': UserId
  'listing.read_by': UserId
  'seller.verified_by': UserId
  'listing.price_steps': readonly PriceStep[]
  'listing.status': ListingStatus
  'shop_order.payment_way': PaymentWay
  'shop_order.payment_status': PaymentStatus
  'shop_order.fulfilment_status': FulfilmentStatus
  'shop_order.snapshot': LockedSnapshot
  'seller.bank_account': LockedText
  'order_move.move': OrderMove
  'order_move.said': PlatformNote
  'payment_event.kind': PaymentKind
}
