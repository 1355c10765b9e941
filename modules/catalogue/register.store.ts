import { searchWords } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { Expression, RawBuilder, SqlBool } from 'kysely'
import { inVietnamese, vietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb } from '../context.ts'
import { cardColumns, ofSample, products, toCard } from './product.store.ts'
import { nearnesses } from './rules/nearness.ts'
import type { Near } from './rules/nearness.ts'
import type { Facet, FacetName, RegisterFilter, RegisterOrder, ShelfPrice } from './rules/register.ts'
import { bandBegins, facetNames, orderOf, ordersOfWords, priceBands, registerOrders, standingOrder } from './rules/register.ts'
import { setsByAisle } from './aisle-of.ts'
import type { CertificateState } from './rules/standing.ts'
import type { NameGroup } from './rules/search-names.ts'
import { phraseOf, queryOf, widenSearch } from './rules/widen-search.ts'
import type { ProductCard } from './rules/views.ts'
import { placeKindWords } from './words.ts'

/**
 * What facets depend on beside the register itself: the day, and what the shop sells on it. A certificate that ended before `extendedFrom` holds
 * no more, whatever is under way.
 */
export type RegisterDay = {
  today: string
  expiringBefore: string
  extendedFrom: string
  onSale: readonly string[]
  prices: readonly ShelfPrice[]
  near: Near | null
  /** What goods are called beside their own names. */
  names: readonly NameGroup[]
}

/** How words are looked for: every one of them exactly or as a beginning, or, where that finds nothing, by likeness. */
export type Matching = 'words' | 'likeness'

/** The same question as `certificateState` in rules/standing.ts answers; a test holds the two together. */
export const stateOf = ({
  today,
  expiringBefore,
  extendedFrom,
}: Pick<RegisterDay, 'today' | 'expiringBefore' | 'extendedFrom'>) => sql<CertificateState>`case
  when product.standing = 'withdrawn' then 'withdrawn'
  when product.standing = 'none' then case when product.potential_five then 'potential-five' else 'none' end
  when product.certified_until is null then 'undated'
  when product.certified_until < ${today}::date
    then case when product.renewal_under_way and product.certified_until >= ${extendedFrom}::date then 'extended' else 'expired' end
  when product.certified_until < ${expiringBefore}::date then 'expiring'
  else 'certified' end`

const aisleOfProduct = () =>
  sql<string>`case ${sql.join(
    [...setsByAisle()].map(([aisle, sets]) => sql`when product.set_code = any(${sets}) then ${aisle}`),
    sql` `,
  )} end`

/** What the shop says of products, as a table beside them. */
const shelf = ({ prices }: RegisterDay) => sql<{
  product_id: string
  price_vnd: number
  per_whole_vnd: number | null
  needs_cold: boolean
}>`(
  select * from unnest(${prices.map(({ productId }) => productId)}::text[], ${prices.map(({ priceVnd }) => priceVnd)}::bigint[],
    ${prices.map(({ perWholeVnd }) => perWholeVnd)}::bigint[], ${prices.map(({ needsCold }) => needsCold)}::boolean[])
    as on_shelf (product_id, price_vnd, per_whole_vnd, needs_cold))`

const bandOfPrice = sql<string | null>`case ${sql.join(
  priceBands.toReversed().map((band) => sql`when shelf.price_vnd >= ${bandBegins[band]}::bigint then ${band}::text`),
  sql` `,
)} end`

const facetValues = (day: RegisterDay): Record<FacetName, RawBuilder<string | null>> => ({
  stars: sql<string>`product_rank(product.stars, product.potential_five)`,
  sale: sql<string | null>`case when product.id = any(${day.onSale}::text[]) then 'now' end`,
  price: bandOfPrice,
  delivery: sql<string | null>`case shelf.needs_cold when true then 'cold' when false then 'usual' end`,
  standing: stateOf(day),
  aisle: aisleOfProduct(),
  set: sql<string>`product.set_code`,
  commune: sql<string | null>`producer.commune_code`,
  district: sql<string | null>`producer.former_district_code`,
  producerKind: sql<string>`producer.kind`,
})

const wanted = (filter: RegisterFilter): Record<FacetName, string | undefined> => ({
  stars: filter.stars,
  standing: filter.standing,
  sale: filter.sale,
  price: filter.price,
  delivery: filter.delivery,
  aisle: filter.aisle,
  set: filter.set,
  commune: filter.commune,
  district: filter.district,
  producerKind: filter.producerKind,
})

function conditions(filter: RegisterFilter, matching: Matching, day: RegisterDay): Expression<SqlBool>[] {
  const values = facetValues(day)
  const chosen = Object.entries(wanted(filter)).flatMap(([name, value]) =>
    value === undefined ? [] : [sql<SqlBool>`${values[name as FacetName]} = ${value}`],
  )
  return [...chosen, ...wordConditions(filter, matching, day)]
}

function wordConditions(filter: RegisterFilter, matching: Matching, day: RegisterDay): Expression<SqlBool>[] {
  const folded = searchWords(filter.q ?? '').join(' ')
  if (folded === '') return []
  return matching === 'words' ? holdsWanted(filter.q!, day.names) : [sql<SqlBool>`${folded} <% product.search_text`]
}

const holds = (query: string) => sql<SqlBool>`product.search_words @@ to_tsquery('simple', ${query})`

/** Each wanted thing by one of its names; the index answers the first condition, the others look at the spelling of what it found. */
function holdsWanted(q: string, names: readonly NameGroup[]): Expression<SqlBool>[] {
  const wanted = widenSearch(q, names)
  const inAccents = wanted.flatMap((one) => {
    const accented = one.filter(({ spelled }) => spelled !== null)
    if (accented.length === 0) return []
    const plain = one.filter(({ spelled }) => spelled === null).map(phraseOf)
    return [
      sql<SqlBool>`(${sql.join([holds(plain.join(' | ')), ...accented.map(({ spelled }) => sql`position(${spelled} in lower(product.name)) > 0`)], sql` or `)})`,
    ]
  })
  return [holds(queryOf(wanted)!), ...inAccents]
}

const matches = (db: ReadDb, filter: RegisterFilter, matching: Matching, day: RegisterDay) =>
  products(db)
    .leftJoin(shelf(day).as('shelf'), 'shelf.product_id', 'product.id')
    .where('product.in_register', '=', true)
    .where((eb) => eb.and(conditions(filter, matching, day)))

/**
 * How many products match, and for each facet what choosing each of its values would leave. A facet that is chosen is counted as if it were not. One pass over
 * what the words find counts all of them: each product says which of the chosen facets it has, and each group of products is counted by those that matter to it.
 */
export async function selectFacets(
  db: ReadDb,
  filter: RegisterFilter,
  matching: Matching,
  day: RegisterDay,
): Promise<RegisterCount & { facets: Record<FacetName, Facet[]>; without: Partial<Record<FacetName, number>> }> {
  const values = facetValues(day)
  const asked = wanted(filter)
  const chosen = facetNames.filter((name) => asked[name] !== undefined)
  const columns = facetNames.map((name) => sql`${sql.ref(name)}`)
  const has = (name: FacetName) => sql.ref(`has_${name}`)
  const all = (names: readonly FacetName[]) => (names.length === 0 ? sql`true` : sql.join(names.map(has), sql` and `))
  const counted = (names: readonly FacetName[], as: string) => [
    sql`count(*) filter (where ${all(names)}) as ${sql.ref(`count_${as}`)}`,
    sql`count(*) filter (where ${all(names)} and is_sample) as ${sql.ref(`samples_${as}`)}`,
  ]
  const { rows } = await sql<Counted>`
    with matched as materialized (
      select ${sql.join([
        ...facetNames.map((name) => sql`${values[name]} as ${sql.ref(name)}`),
        ...chosen.map((name) => sql`coalesce(${values[name]} = ${asked[name]}, false) as ${has(name)}`),
        communeLabel,
        districtLabel,
        sql`${ofSample} as is_sample`,
      ])}
      from product join producer on producer.id = product.producer_id left join commune_card as commune on commune.code = producer.commune_code
        left join ${shelf(day)} as shelf on shelf.product_id = product.id
      where ${sql.join([sql`product.in_register`, ...wordConditions(filter, matching, day)], sql` and `)}
    )
    select ${sql.join([
      ...columns,
      sql`grouping(${sql.join(columns)}) as within`,
      ...counted(chosen, 'all'),
      ...chosen.flatMap((name) =>
        counted(
          chosen.filter((other) => other !== name),
          name,
        ),
      ),
    ])}, min(commune_name) as commune_name, min(district_name) as district_name
    from matched group by grouping sets ((), ${sql.join(columns.map((column) => sql`(${column})`))})
  `.execute(db)
  // `grouping` sets a bit for every column that a row sums over, the first column in the highest bit: all of them in the row of everything.
  const everything = 2 ** facetNames.length - 1
  const rowsOf = (index: number) => rows.filter(({ within }) => within === everything - 2 ** (facetNames.length - 1 - index))
  const countOf = (row: Counted, name: FacetName) => {
    const as = chosen.includes(name) ? name : 'all'
    return { count: row[`count_${as}`] ?? 0, samples: row[`samples_${as}`] ?? 0 }
  }
  const facetOf = (name: FacetName, index: number): Facet[] =>
    rowsOf(index).flatMap((row) => {
      const [value, own] = [row[name], countOf(row, name)]
      const label = name === 'commune' ? row.commune_name : name === 'district' ? row.district_name : null
      return value === null || own.count === 0 ? [] : [{ value, ...own, label }]
    })
  const whole = rows.find(({ within }) => within === everything)!
  return {
    total: whole.count_all,
    samples: whole.samples_all,
    facets: Object.fromEntries(facetNames.map((name, index) => [name, facetOf(name, index)])) as Record<FacetName, Facet[]>,
    without: Object.fromEntries(chosen.map((name) => [name, countOf(whole, name).count])),
  }
}

type Counted = Record<FacetName, string | null> & {
  within: number
  commune_name: string | null
  district_name: string | null
  count_all: number
  samples_all: number
} & { [Name in FacetName as `count_${Name}` | `samples_${Name}`]?: number }

const provincePrefix = `${placeKindWords.province} `
const communeLabel = sql`commune.name as commune_name`
const districtLabel = sql`producer.former_district_name || coalesce(', ' || replace(producer.former_province_name, ${provincePrefix}, ''), '') as district_name`

/** Everything that matches, and how many of those were made for trying out. */
export type RegisterCount = { total: number; samples: number }

export function countMatches(db: ReadDb, filter: RegisterFilter, matching: Matching, day: RegisterDay): Promise<RegisterCount> {
  return matches(db, filter, matching, day)
    .select((eb) => [eb.fn.countAll<number>().as('total'), eb.fn.countAll<number>().filterWhere(ofSample).as('samples')])
    .executeTakeFirstOrThrow()
}

/**
 * One page of matches. With words: first names that hold them with the accents as typed, then by how well they fit. Then, and without words,
 * what is valid today, more stars first, by name: the order that the page tells its readers.
 */
export async function selectPage(
  db: ReadDb,
  filter: RegisterFilter,
  matching: Matching,
  day: RegisterDay,
  window: { limit: number; offset: number },
): Promise<ProductCard[]> {
  const q = (filter.q ?? '').trim().normalize('NFC').toLowerCase()
  const folded = searchWords(q).join(' ')
  const orders: Record<RegisterOrder, RawBuilder<unknown>> = {
    'name-as-typed': sql`position(${q} in lower(product.name)) = 0`,
    fit: matching === 'words' ? sql`position(${folded} in product.search_text) <> 1` : sql`${folded} <<-> product.search_text`,
    standing: sql`array_position(${standingOrder}::text[], ${stateOf(day)})`,
    stars: sql`product.stars desc nulls last`,
    name: sql`product.name collate ${sql.id(vietnamese)}`,
    'unit-price': sql`shelf.per_whole_vnd nulls last`,
    newest: sql`coalesce(product.certified_from, make_date(product.certified_year, 1, 1)) desc nulls last`,
    near: sql`array_position(${nearnesses}::text[], ${nearness(day.near)})`,
  }
  const rows = await matches(db, filter, matching, day)
    .select(cardColumns)
    .$call((query) =>
      registerOrders[orderOf(filter)]
        .filter((name: RegisterOrder) => folded !== '' || !ordersOfWords.includes(name))
        .reduce((ordered, name) => ordered.orderBy(orders[name]), query),
    )
    .orderBy('product.id')
    .limit(window.limit)
    .offset(window.offset)
    .execute()
  return rows.map(toCard)
}

const nearness = (near: Near | null) => sql`case
  when producer.commune_code = ${near?.code ?? null} then 'commune'
  when producer.former_district_code = any(${near?.districts.map(({ code }) => code) ?? []}::text[]) then 'district'
  when producer.former_province_name = any(${near?.provinces ?? []}::text[]) then 'province'
  else 'beyond' end`

/** How many products the register holds: those of real sources and decisions, and those made for trying out. */
export async function selectSize(db: ReadDb): Promise<{ real: number; samples: number }> {
  const { samples, total } = await products(db)
    .select((eb) => [eb.fn.countAll<number>().as('total'), eb.fn.countAll<number>().filterWhere(ofSample).as('samples')])
    .where('product.in_register', '=', true)
    .executeTakeFirstOrThrow()
  return { real: total - samples, samples }
}

export function selectCommunesWithGoods(db: ReadDb): Promise<{ value: string; label: string }[]> {
  return db
    .selectFrom('commune_card as commune')
    .select(['commune.code as value', 'commune.name as label'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('producer')
          .innerJoin('product', 'product.producer_id', 'producer.id')
          .select('producer.id')
          .whereRef('producer.commune_code', '=', 'commune.code')
          .where('product.in_register', '=', true),
      ),
    )
    .orderBy('commune.name', inVietnamese)
    .orderBy('commune.code')
    .execute()
}

/** What was recognised last, by the day of the certificate; the register's undated certificates cannot be among them. */
export async function selectLatest(db: ReadDb, limit: number): Promise<ProductCard[]> {
  const rows = await products(db)
    .select(cardColumns)
    .where('product.in_register', '=', true)
    .where('product.standing', '=', 'certified')
    .where('product.certified_from', 'is not', null)
    .orderBy('product.certified_from', 'desc')
    .orderBy(sql`product.stars desc nulls last`)
    .orderBy('product.id')
    .limit(limit)
    .execute()
  return rows.map(toCard)
}

export type PublicAddresses = { products: { slug: string; changedAt: Date }[]; producers: { slug: string; changedAt: Date }[] }

export async function selectPublicAddresses(db: ReadDb): Promise<PublicAddresses> {
  const [products, producers] = await Promise.all([
    db
      .selectFrom('product')
      .innerJoin('producer', 'producer.id', 'product.producer_id')
      .select(['product.slug', 'product.updated_at as changedAt'])
      .where('product.in_register', '=', true)
      .where(sql<boolean>`not ${ofSample}`)
      .orderBy('product.slug')
      .execute(),
    db
      .selectFrom('producer')
      .select(['producer.slug', 'producer.updated_at as changedAt'])
      .where('producer.is_sample', '=', false)
      .where((eb) =>
        eb.exists(
          eb.selectFrom('product').select('product.id').whereRef('producer_id', '=', 'producer.id').where('in_register', '=', true),
        ),
      )
      .orderBy('slug')
      .execute(),
  ])
  return { products, producers }
}
