import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'

/**
 * Products that do not stand as their certificate says. One whose rank no source gives has no certificate on file, and so shows no stars; a certificate
 * in force is never without its product.
 */
export async function selectStandingFaults(db: ReadDb): Promise<{ checked: number; faults: string[] }> {
  const { rows } = await sql<{ slug: string; shown: string; certified: string | null; agrees: boolean }>`
    select p.slug, concat_ws(', ', p.standing, p.stars || ' stars', p.certified_from, p.certified_until) as shown,
      concat_ws(', ', c.code, c.status, c.stars || ' stars', c.issued_on, c.valid_until) as certified,
      (case
        when p.certificate_code is null then p.stars is null and p.standing <> 'withdrawn'
          and not exists (select from certificate a where a.product_id = p.id and a.status = 'active')
        else c.product_id = p.id and c.stars = p.stars and c.status = case p.standing when 'certified' then 'active' else p.standing end
          and c.issued_on is not distinct from p.certified_from and c.valid_until is not distinct from p.certified_until
      end) is true as agrees
    from product_card p left join certificate c on c.code = p.certificate_code
    where p.standing <> 'none' or p.stars is not null or p.certificate_code is not null
      or exists (select from certificate a where a.product_id = p.id and a.status = 'active')
    order by p.id`.execute(db)
  const faults = rows
    .filter(({ agrees }) => !agrees)
    .map(({ slug, shown, certified }) => `product ${slug} is shown as ${shown}, and its certificate says ${certified || 'nothing'}`)
  return { checked: rows.length, faults }
}

/** Certificates of imports that are not what the last import that told of them said. */
export async function selectImportedFaults(db: ReadDb): Promise<{ checked: number; faults: string[] }> {
  const { rows } = await sql<{ code: string; agrees: boolean }>`
    select c.code, (i.code, i.product_id, i.stars, i.decision_number, i.decision_date, i.authority, i.issued_on, i.valid_until, i.validity_inferred, i.year)
      is not distinct from
      (c.code, c.product_id, c.stars, c.decision_number, c.decision_date, c.authority, c.issued_on, c.valid_until, c.validity_inferred, c.year) as agrees
    from certificate c left join lateral (
      select * from imported_certificate i where i.certificate_id = c.id order by place desc limit 1) i on true
    where c.decision_id is null order by c.id`.execute(db)
  return {
    checked: rows.length,
    faults: rows.filter(({ agrees }) => !agrees).map(({ code }) => `certificate ${code} is not what its import said`),
  }
}
