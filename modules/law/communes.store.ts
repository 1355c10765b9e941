import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../context.ts'

export type Commune = { code: string; name: string; kind: string; provinceCode: string; provinceName: string }
export type FormerCommune = Commune & { districtCode: string; districtName: string; split: boolean; effectiveTo: string }

const commune = [
  'commune.code',
  'commune.name',
  'commune.kind',
  'commune.province_code as provinceCode',
  'commune.province_name as provinceName',
] as const

const former = [
  'former_commune.code',
  'former_commune.name',
  'former_commune.kind',
  'former_commune.province_code as provinceCode',
  'former_commune.province_name as provinceName',
  'former_commune.district_code as districtCode',
  'former_commune.district_name as districtName',
  'former_commune.split',
  'former_commune.effective_to as effectiveTo',
] as const

export function selectCommune(db: ReadDb, code: string): Promise<Commune | undefined> {
  return db.selectFrom('commune').select(commune).where('code', '=', code).executeTakeFirst()
}

export function selectCommunes(db: ReadDb): Promise<Commune[]> {
  return db.selectFrom('commune').select(commune).orderBy('name', inVietnamese).execute()
}

export function selectFormerCommune(db: ReadDb, code: string): Promise<FormerCommune | undefined> {
  return db.selectFrom('former_commune').select(former).where('code', '=', code).executeTakeFirst()
}

export function selectSuccessors(db: ReadDb, formerCode: string): Promise<Commune[]> {
  return db
    .selectFrom('commune_succession')
    .innerJoin('commune', 'commune.code', 'commune_succession.commune_code')
    .select(commune)
    .where('former_code', '=', formerCode)
    .orderBy('commune.code')
    .execute()
}

export function selectOrigins(db: ReadDb, communeCode: string): Promise<FormerCommune[]> {
  return db
    .selectFrom('commune_succession')
    .innerJoin('former_commune', 'former_commune.code', 'commune_succession.former_code')
    .select(former)
    .where('commune_code', '=', communeCode)
    .orderBy('former_commune.code')
    .execute()
}

export function selectFormerDistricts(db: ReadDb): Promise<{ code: string; name: string; provinceName: string }[]> {
  return db
    .selectFrom('former_commune')
    .select(['district_code as code', 'district_name as name', 'province_name as provinceName'])
    .groupBy(['district_code', 'district_name', 'province_name'])
    .orderBy('province_name', inVietnamese)
    .orderBy('district_code')
    .execute()
}

/** A commune of today in a district of before, with how many old communes of that district went into it. */
export type CommuneInDistrict = {
  code: string
  name: string
  districtCode: string
  districtName: string
  provinceName: string
  formers: number
}

export function selectCommunesInDistricts(db: ReadDb): Promise<CommuneInDistrict[]> {
  return db
    .selectFrom('commune_succession')
    .innerJoin('commune', 'commune.code', 'commune_succession.commune_code')
    .innerJoin('former_commune', 'former_commune.code', 'commune_succession.former_code')
    .select([
      'commune.code',
      'commune.name',
      'former_commune.district_code as districtCode',
      'former_commune.district_name as districtName',
      'former_commune.province_name as provinceName',
      sql<number>`count(*)::int`.as('formers'),
    ])
    .groupBy(['commune.code', 'commune.name', 'district_code', 'district_name', 'former_commune.province_name'])
    .orderBy('former_commune.province_name', inVietnamese)
    .orderBy('district_code')
    .orderBy('commune.name', inVietnamese)
    .orderBy('commune.code')
    .execute()
}

export type CommuneMatch = { commune: Commune; former: { code: string; name: string; districtName: string } | null }

/** Communes where a word starts with each of the folded words, by today's name or by the name of before. */
export async function selectMatches(db: ReadDb, words: readonly string[], limit: number): Promise<CommuneMatch[]> {
  const patterns = words.map((word) => `% ${word}%`)
  const phrase = words.join(' ')
  const rows = await db
    .selectFrom(
      sql<{
        commune_code: string
        former_code: string | null
        former_name: string | null
        district_name: string | null
        search_text: string
      }>`(
        select code as commune_code, null as former_code, null as former_name, null as district_name, search_text from commune
        union all
        select s.commune_code, f.code, f.name, f.district_name, f.search_text
        from former_commune f join commune_succession s on s.former_code = f.code
      )`.as('hit'),
    )
    .innerJoin('commune', 'commune.code', 'hit.commune_code')
    .select([...commune, 'hit.former_code as formerCode', 'hit.former_name as formerName', 'hit.district_name as districtName'])
    .where(sql<boolean>`(' ' || hit.search_text) like all (${patterns}::text[])`)
    .orderBy(sql`position(${phrase} in hit.search_text) = 0`)
    .orderBy(sql`hit.former_code is not null`)
    .orderBy(sql`length(hit.search_text)`)
    .orderBy('commune.name', inVietnamese)
    .limit(limit)
    .execute()
  return rows.map(({ formerCode, formerName, districtName, ...unit }) => ({
    commune: unit,
    former: formerCode === null ? null : { code: formerCode, name: formerName!, districtName: districtName! },
  }))
}

export type NewCommune = Commune & { effectiveFrom: string; searchText: string }
export type NewFormerCommune = FormerCommune & { searchText: string; successors: readonly string[] }

/**
 * Brings the tables of places to what the data says, also where it said something else before. A place itself is never removed, since addresses
 * point here; that one went into another is, where the data says so no more.
 */
export async function upsertCommunes(tx: Tx, communes: readonly NewCommune[], formers: readonly NewFormerCommune[]): Promise<void> {
  await tx
    .insertInto('commune')
    .values(
      communes.map((unit) => ({
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        province_code: unit.provinceCode,
        province_name: unit.provinceName,
        effective_from: unit.effectiveFrom,
        search_text: unit.searchText,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        kind: eb.ref('excluded.kind'),
        province_code: eb.ref('excluded.province_code'),
        province_name: eb.ref('excluded.province_name'),
        effective_from: eb.ref('excluded.effective_from'),
        search_text: eb.ref('excluded.search_text'),
      })),
    )
    .execute()
  await tx
    .insertInto('former_commune')
    .values(
      formers.map((unit) => ({
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        district_code: unit.districtCode,
        district_name: unit.districtName,
        province_code: unit.provinceCode,
        province_name: unit.provinceName,
        effective_to: unit.effectiveTo,
        split: unit.split,
        search_text: unit.searchText,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        kind: eb.ref('excluded.kind'),
        district_code: eb.ref('excluded.district_code'),
        district_name: eb.ref('excluded.district_name'),
        province_code: eb.ref('excluded.province_code'),
        province_name: eb.ref('excluded.province_name'),
        effective_to: eb.ref('excluded.effective_to'),
        split: eb.ref('excluded.split'),
        search_text: eb.ref('excluded.search_text'),
      })),
    )
    .execute()
  const successions = formers.flatMap((unit) => unit.successors.map((code) => ({ former_code: unit.code, commune_code: code })))
  await sql`delete from commune_succession where former_code = any(${formers.map(({ code }) => code)}::text[]) and (former_code, commune_code)
    not in (select * from unnest(${successions.map((one) => one.former_code)}::text[], ${successions.map((one) => one.commune_code)}::text[]))`.execute(
    tx,
  )
  await tx
    .insertInto('commune_succession')
    .values(successions)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
