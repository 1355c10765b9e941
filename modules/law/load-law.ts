import { addDays, searchWords } from '@dacsan/vietnam'
import type { UnitRow } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { province, unitRows } from '../province/index.ts'
import { upsertCommunes } from './communes.store.ts'
import type { NewFormerCommune } from './communes.store.ts'
import { verifyCriteria } from './criteria-of-time.ts'
import { insertRules } from './law.store.ts'
import { readLegalRules } from './legal-rules.ts'

/** Brings the reference data into the database, again and again without harm, once the criteria were found to add up. A legal row that is there is never changed, whatever the file says. */
export async function loadLaw(tx: Tx): Promise<void> {
  verifyCriteria()
  const rows = unitRows()
  const { effectiveFrom } = province().units
  await upsertCommunes(tx, communesOf(rows, effectiveFrom), formerCommunesOf(rows, addDays(effectiveFrom, -1)))
  await insertRules(tx, readLegalRules())
}

function communesOf(rows: readonly UnitRow[], effectiveFrom: string) {
  const units = new Map(
    rows.map((row) => [
      row.new_ward_code,
      {
        code: row.new_ward_code,
        name: row.new_ward,
        kind: row.new_ward_type,
        provinceCode: row.new_province_code,
        provinceName: row.new_province,
        effectiveFrom,
        searchText: searchable(row.new_ward, row.new_province),
      },
    ]),
  )
  return [...units.values()]
}

function formerCommunesOf(rows: readonly UnitRow[], effectiveTo: string): NewFormerCommune[] {
  return [...Map.groupBy(rows, (row) => row.old_ward_code).values()].map((successions) => {
    const row = successions[0]!
    return {
      code: row.old_ward_code,
      name: row.old_ward,
      kind: row.old_ward_type,
      districtCode: row.old_district_code,
      districtName: row.old_district,
      provinceCode: row.old_province_code,
      provinceName: row.old_province,
      effectiveTo,
      split: successions.length > 1,
      searchText: searchable(row.old_ward, row.old_district, row.old_province),
      successors: successions.map((succession) => succession.new_ward_code),
    }
  })
}

const searchable = (...names: string[]) => searchWords(names.join(' ')).join(' ')
