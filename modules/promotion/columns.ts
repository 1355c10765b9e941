import type { LockedText } from '@dacsan/platform/locked-text'
import type { PackId, ProducerId, ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { ApplicationStatus, FairStatus, SaleSource, VisitMethod } from './fairs/acts.ts'
import type { AllotmentOutcome, Points } from './fairs/rules/allotment.ts'
import type { FairApplicationId, FairId, FairStandId } from './fairs/rules/ids.ts'
import type { StandPayment } from './stand-sales/rules/sale.ts'
import type { StandSaleId } from './stand-sales/rules/ids.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'fair.id': FairId
  'fair.status': FairStatus
  'fair.created_by_id': UserId
  'fair_stand_kind.fair_id': FairId
  'fair_application.id': FairApplicationId
  'fair_application.fair_id': FairId
  'fair_application.producer_id': ProducerId
  'fair_application.status': ApplicationStatus
  'fair_application.contact_phone': LockedText
  'fair_application.substitute_for': FairApplicationId
  'fair_application.stand_place_id': PlaceId
  'fair_application_product.application_id': FairApplicationId
  'fair_application_product.product_id': ProductId
  'fair_allotment_line.fair_id': FairId
  'fair_allotment_line.application_id': FairApplicationId
  'fair_allotment_line.outcome': AllotmentOutcome
  'fair_allotment_line.points': Points
  'fair_appeal.application_id': FairApplicationId
  'fair_step.application_id': FairApplicationId
  'fair_step.by_id': UserId
  'fair_stand.id': FairStandId
  'fair_stand.fair_id': FairId
  'fair_stand.application_id': FairApplicationId
  'fair_plan_change.fair_id': FairId
  'fair_sale.application_id': FairApplicationId
  'fair_sale.known_by': SaleSource
  'fair_sale.by_id': UserId
  'fair_visit.fair_id': FairId
  'fair_visit.counted_by': VisitMethod
  'fair_result.application_id': FairApplicationId
  'fair_result.by_id': UserId
  'fair_cost.application_id': FairApplicationId
  'fair_cost.by_id': UserId
  'stand_sale.id': StandSaleId
  'stand_sale.application_id': FairApplicationId
  'stand_sale.paid_by': StandPayment
  'stand_sale.by_id': UserId
  'stand_sale_line.sale_id': StandSaleId
  'stand_sale_line.pack_id': PackId
  'stand_sale_goods.sale_id': StandSaleId
  'stand_sale_goods.pack_id': PackId
  'stand_sale_goods.lot_id': LotId
  'stand_sale_goods.place_id': PlaceId
  'stand_sale_back.sale_id': StandSaleId
  'stand_sale_back.by_id': UserId
}
