import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, scriptsOf, visit } from './sources.ts'
import { sqlUsesOf } from './sql-uses.ts'
import { isPublished, tableOwners } from './table-owners.ts'

const folder = 'tools/checks/samples'
const sample = (name: string, text: string): string => {
  writeFileSync(`${root}${folder}/${name}`, text)
  return `${folder}/${name}`
}
beforeAll(() => mkdirSync(`${root}${folder}`, { recursive: true }))
afterAll(() => rmSync(`${root}${folder}`, { recursive: true }))

const isTable = (name: string) => ['lot', 'lot_card', 'product', 'product_card', 'stock_balance', 'dossier'].includes(name)
const usesOf = (text: string) => sqlUsesOf(sample('a.store.ts', text), isTable).map(({ table, how }) => `${how} ${table}`)

describe('the owner of a table', () => {
  test('the owner of a table is the module whose migration makes it', () => {
    const owners = tableOwners()
    expect([owners.get('product'), owners.get('lot'), owners.get('dossier_card'), owners.get('stored_file')]).toEqual([
      'catalogue',
      'traceability',
      'dossiers',
      'platform',
    ])
  })

  test('the owner of a renamed table is the module that gave it its present name', () => {
    const owners = tableOwners()
    expect([owners.get('rate_limit'), owners.has('sign_in_attempt')]).toEqual(['platform', false])
  })

  test('only the views named as card or fact are published to other modules', () => {
    expect(['product_card', 'register_fact', 'product', 'postcards'].map(isPublished)).toEqual([true, true, false, false])
  })
})

describe('a mention of a table in a query', () => {
  test('a table is found in every kind of join, under any alias', () => {
    expect(
      usesOf("db.selectFrom('product as p').innerJoin('lot_card as lot', 'lot.product_id', 'p.id').leftJoin('dossier', 'a', 'b')"),
    ).toEqual(['read dossier', 'read lot_card', 'read product'])
  })

  test('a table is found in statements that write', () => {
    expect(usesOf("tx.insertInto('lot').values({}); tx.updateTable('product'); tx.deleteFrom('dossier')")).toEqual([
      'write lot',
      'write product',
      'write dossier',
    ])
  })

  test('a table is found among the rows that are inserted', () => {
    expect(usesOf("insertRows(tx, 'lot', rows); insertTogether(tx, { product: [row], dossier: rows })")).toEqual([
      'write lot',
      'write product',
      'write dossier',
    ])
  })

  test('a table is found in subqueries and in the text of sql templates', () => {
    const text =
      'const a = sql<boolean>`exists (select from dossier where id = ${x} and status <> all(${y})) and 1 in (select 1 from lot join product on true)`'
    expect(usesOf(text)).toEqual(['read dossier', 'read lot', 'read product'])
    expect(usesOf('pool.query("update lot set status = 1")')).toEqual(['write lot'])
  })

  test('a lock counts for every table of the query, unless it names its own tables', () => {
    const query = "db.selectFrom('stock_balance').innerJoin('lot_card as lot', 'a', 'b')"
    expect(usesOf(`${query}.forUpdate()`)).toEqual(expect.arrayContaining(['lock stock_balance', 'lock lot_card']))
    expect(usesOf(`${query}.forUpdate('stock_balance')`)).not.toContain('lock lot_card')
    expect(usesOf('sql`select 1 from lot for update`')).toContain('lock lot')
  })

  test('a table name is not found in a plain sentence', () => {
    expect(usesOf("const words = 'take it from product to dossier'")).toEqual([])
  })
})

describe('the scripts of a component', () => {
  test('the scripts of a component are its script and every expression of its template, with their lines', () => {
    const path = sample(
      'Page.svelte',
      "<script lang=\"ts\">\n  let { lot } = $props()\n</script>\n{#if lot.status === 'open'}<p class={lot.a ? 'x' : ''}>{lot.b}</p>{/if}\n",
    )
    const found: string[] = []
    for (const script of scriptsOf(path)) visit(script, (node, line) => found.push(`${line} ${node.getText(script.source)}`))
    expect(found).toContain("4 lot.status === 'open'")
    expect(found).toContain("4 lot.a ? 'x' : ''")
    expect(found).toContain('2 lot')
  })
})
