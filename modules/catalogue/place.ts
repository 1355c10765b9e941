import { findCommune, findFormerCommune, formersOfCommune } from '../law/index.ts'
import type { ReadDb } from '../context.ts'
import { searchText } from './search-text.ts'

export type GivenPlace = {
  communeCode: string | null
  formerCommuneCode: string | null
  /** Only where no commune is known. */
  formerDistrict: { code: string; name: string; provinceName: string } | null
}

export type ResolvedPlace = {
  formerDistrictCode: string | null
  formerDistrict: string | null
  formerProvince: string | null
  /** Every name that people know the place by, folded. */
  searchText: string
}

/**
 * Completes a place with its names on both sides of 1 July 2025. Where only the commune of today is known, the former district follows
 * if all its old communes lay in one; otherwise it stays unknown.
 */
export async function resolvePlace(db: ReadDb, given: GivenPlace): Promise<ResolvedPlace> {
  const commune = given.communeCode === null ? undefined : await findCommune(db, given.communeCode)
  const ownFormer = given.formerCommuneCode === null ? undefined : await findFormerCommune(db, given.formerCommuneCode)
  const formers = ownFormer ? [ownFormer] : commune ? await formersOfCommune(db, commune.code) : []
  const districts = new Map(formers.map((former) => [former.districtCode, former]))
  const only = districts.size === 1 ? formers[0]! : undefined
  return {
    formerDistrictCode: only?.districtCode ?? given.formerDistrict?.code ?? null,
    formerDistrict: only?.districtName ?? given.formerDistrict?.name ?? null,
    formerProvince: only?.provinceName ?? given.formerDistrict?.provinceName ?? null,
    searchText: searchText(
      commune?.name,
      ...formers.map((former) => former.name),
      ...[...districts.values()].map((former) => former.districtName),
      formers[0]?.provinceName,
      given.formerDistrict?.name,
      given.formerDistrict?.provinceName,
    ),
  }
}
