import type { Id } from '@dacsan/platform/ids'

export type LotId = Id<'lot'>

export type DiaryEntryId = Id<'dia'>

/** Labels that went to the printer together. Once `sht`, as the score sheets of appraisal still are: renamed by a migration. */
export type LabelSheetId = Id<'lbs'>

export type DoubtId = Id<'dbt'>

export type PlaceId = Id<'plc'>
/** A kind of material of one producer, and one purchase of it. */
export type MaterialId = Id<'mat'>
export type MaterialLotId = Id<'mlt'>
export type MaterialEntryId = Id<'mle'>
export type SupplierId = Id<'sup'>
export type SupplierPastId = Id<'sph'>
export type RecipeId = Id<'rcp'>
export type YieldReasonId = Id<'yrs'>

/** Labels of a sheet that came onto no goods, recorded together. */
export type SpoiledLabelsId = Id<'spl'>
