import type { NetUnit } from './rules/net-unit-words.ts'
import type { PackId, ProducerId, ProductId } from './rules/ids.ts'
import type { LockedText } from '@dacsan/platform/locked-text'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import type { GoodsNames } from './rules/search-names.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'goods_names.names': GoodsNames
  'goods_names.changed_by': UserId
  'producer.id': ProducerId
  'product.id': ProductId
  'product.producer_id': ProducerId
  'product_pack.id': PackId
  'product_pack.net_unit': NetUnit
  'product_pack.product_id': ProductId
  'product_photo.product_id': ProductId
  'register_fact.product_id': ProductId
  'register_fact.producer_id': ProducerId
  'producer_past.producer_id': ProducerId
  'product_past_owner.product_id': ProductId
  'product_past_owner.producer_id': ProducerId
  'product_past_owner.to_producer_id': ProducerId
  'producer.organisation_id': OrganisationId
  'producer.tax_code': LockedText
  'producer.registration_no': LockedText
}
