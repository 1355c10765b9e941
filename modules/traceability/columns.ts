import type { PlaceKind } from './acts.ts'
import type { LockedText } from '@dacsan/platform/locked-text'
import type {
  DiaryEntryId,
  DoubtId,
  LabelSheetId,
  LotId,
  MaterialEntryId,
  MaterialId,
  MaterialLotId,
  PlaceId,
  RecipeId,
  SpoiledLabelsId,
  SupplierId,
  SupplierPastId,
  YieldReasonId,
} from './rules/ids.ts'
import type { PackId, ProducerId, ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { DoubtStatus, LotStatus } from './acts.ts'
import type { DiaryKind } from './rules/diary.ts'
import type { MaterialEntryKind, SupplierKind } from './rules/materials.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'diary_entry.id': DiaryEntryId
  'diary_entry.lot_id': LotId
  'doubt_fact.doubt_id': DoubtId
  'doubt_report.id': DoubtId
  'doubt_report.lot_id': LotId
  'label_sheet.id': LabelSheetId
  'label_sheet.lot_id': LotId
  'label_sheet.pack_id': PackId
  'label_spoiled.id': SpoiledLabelsId
  'label_spoiled.sheet_id': LabelSheetId
  'unit_device.lot_id': LotId
  'unit_guess.lot_id': LotId
  'unit_scan.lot_id': LotId
  'lot.id': LotId
  'lot_fact.lot_id': LotId
  'lot_recipe.lot_id': LotId
  'lot_recipe.recipe_id': RecipeId
  'material.id': MaterialId
  'material.producer_id': ProducerId
  'material_entry.id': MaterialEntryId
  'material_entry.kind': MaterialEntryKind
  'material_entry.lot_id': LotId
  'material_entry.material_lot_id': MaterialLotId
  'material_lot.created_by': UserId
  'material_lot.id': MaterialLotId
  'material_lot.material_id': MaterialId
  'material_lot.producer_id': ProducerId
  'material_lot.supplier_id': SupplierId
  'recipe.created_by': UserId
  'recipe.id': RecipeId
  'recipe.producer_id': ProducerId
  'recipe.product_id': ProductId
  'recipe_line.material_id': MaterialId
  'recipe_line.recipe_id': RecipeId
  'supplier.created_by': UserId
  'supplier.id': SupplierId
  'supplier.kind': SupplierKind
  'supplier.phone': LockedText
  'supplier.merged_into_id': SupplierId
  'supplier.producer_id': ProducerId
  'supplier_past.id': SupplierPastId
  'supplier_past.kind': SupplierKind
  'supplier_past.merged_into_id': SupplierId
  'supplier_past.supplier_id': SupplierId
  'supplier_today.id': SupplierId
  'supplier_today.kind': SupplierKind
  'supplier_today.phone': LockedText
  'supplier_today.today_id': SupplierId
  'yield_reason.id': YieldReasonId
  'yield_reason.lot_id': LotId
  'doubt_fact.product_id': ProductId
  'doubt_report.product_id': ProductId
  'lot.producer_id': ProducerId
  'lot.product_id': ProductId
  'place.id': PlaceId
  'place.kind': PlaceKind
  'place.producer_id': ProducerId
  'lot_fact.producer_id': ProducerId
  'lot_fact.product_id': ProductId
  'scan_fact.product_id': ProductId
  'label_sheet.applied_by': UserId
  'label_sheet.printed_by': UserId
  'label_spoiled.recorded_by': UserId
  'lot.created_by': UserId
  'lot.status': LotStatus
  'diary_entry.kind': DiaryKind
  'doubt_report.status': DoubtStatus
  'lot_fact.status': LotStatus
  'doubt_fact.status': DoubtStatus
}
