import type { LotId } from '@dacsan/modules/traceability/rules'
import { drawingLimits } from '../../modules/papers/draw-paper.ts'
import { dossierPaper } from '@dacsan/modules/dossiers'
import { labelSheet, printLabels } from '@dacsan/modules/traceability'
import { findProduct } from '@dacsan/modules/catalogue'
import { visitor } from '@dacsan/modules/identity'
import { readConfig } from '@dacsan/platform/config'
import { newId } from '@dacsan/platform/ids'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { watchTurns } from '@dacsan/platform/watch-turns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProduct } from '../../modules/catalogue/fixtures.ts'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { aDossier } from '../../modules/dossiers/fixtures.ts'
import { dossierWorld } from '../../modules/dossiers/test-world.ts'
import { aLot } from '../../modules/traceability/fixtures.ts'
import { startFront } from './index.ts'
import type { Front } from './index.ts'

const { db, pool, files, connect, role, as, dataDir } = await testDatabase<Tables>()
let front: Front
let world: Awaited<ReturnType<typeof dossierWorld>>
let lotId: LotId
let sold: string
const dossiers: Awaited<ReturnType<typeof aDossier>>[] = []
const site = { origin: 'https://dacsan.vn', trial: false }

beforeAll(async () => {
  world = await dossierWorld(as)
  await db.updateTable('product_pack').set({ name: '500 g' }).where('product_id', '=', world.product.id).execute()
  lotId = (await aLot(as(world.actors.producer), { productId: world.product.id, quantity: 2100 })).lotId
  const certified = { name: 'Bánh tét ba màu', producerId: world.producer.id, standing: { stars: 4 as const, certificateCode: 'TV-1' } }
  sold = (await db.transaction().execute((tx) => aProduct(tx, certified))).id
  for (let n = 0; n < 10; n += 1) {
    const given = { name: `Mứt dừa số ${n}`, setCode: 'QD26-07' as const, producerId: world.producer.id }
    const { id: productId } = await db.transaction().execute((tx) => aProduct(tx, given))
    dossiers.push(await aDossier(world.people(), { productId, status: 'submitted' }))
  }
  const config = { ...readConfig({ DATA_DIR: dataDir }), port: 0 }
  front = await startFront(
    { config, log: createLog('silent'), db, pool, files, connect, role, close: async () => {} },
    {
      pages: (_request, response) => {
        findProduct(as(visitor), sold).then(
          (product) => response.end(JSON.stringify(product)),
          () => response.writeHead(500).end(),
        )
      },
    },
  )
})
afterAll(() => front.close())

/** Asks one address after the other while something is done, and at least twenty times. */
async function askWhile(work: Promise<unknown>, path: string): Promise<number[]> {
  const asked = { until: Infinity }
  const finished = () => void (asked.until = 20)
  work.then(finished, finished)
  const statuses: number[] = []
  while (statuses.length < asked.until) {
    const answer = await fetch(`http://127.0.0.1:${front.port}${path}`)
    await answer.arrayBuffer()
    statuses.push(answer.status)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return statuses
}

test('C43: while a sheet of 2,000 labels and twenty Mẫu are drawn, the process answers its health and a product page and no turn of it is long', async () => {
  const maker = as(world.actors.producer)
  const printed = await printLabels(maker, { lotId, layout: 'a4-4x10', count: 2000, skip: 7, requestKey: newId('key') }, site)
  if (!printed.ok) throw new Error(printed.refusal.code)
  // What the process does for the first time (code that is compiled, connections that are opened) is not what is measured.
  await Promise.all([askWhile(Promise.resolve(), '/health/live'), askWhile(Promise.resolve(), '/san-pham')])
  await dossierPaper(maker, { dossierId: dossiers[0]!.id, file: 'cong-van.pdf' }).catch(() => {})
  const stop = watchTurns()
  // Each asked for by somebody else, as five people at a desk: nobody has more in work than one person may.
  const forms = dossiers.flatMap(({ id }, n) =>
    ['mau-01.pdf', 'mau-02.pdf'].map((file) =>
      dossierPaper(as({ ...world.actors.provincialOfficer, userId: `usr_desk_${Math.floor((n * 2) / drawingLimits.perPerson)}` }), {
        dossierId: id,
        file,
      }),
    ),
  )
  const drawing = Promise.all([labelSheet(maker, printed.value.sheetId, site), ...forms])
  const [health, pages, drawn] = await Promise.all([askWhile(drawing, '/health/live'), askWhile(drawing, '/san-pham'), drawing])
  const longest = stop()
  expect(drawn.map(({ ok }) => ok)).toEqual(Array.from({ length: 21 }, () => true))
  expect(new Set([...health, ...pages])).toEqual(new Set([200]))
  // Drawn here, the sheet alone was one turn of twenty seconds, each form one of hundreds of milliseconds.
  expect(longest).toBeLessThan(150)
})

test('a sheet asked for again is not drawn again', async () => {
  const maker = as(world.actors.producer)
  const printed = await printLabels(maker, { lotId, layout: 'a4-3x8', count: 5, skip: 0, requestKey: newId('key') }, site)
  if (!printed.ok) throw new Error(printed.refusal.code)
  const remembered: string[] = []
  const drawn = {
    ...files.drawn,
    remember: async (key: string, bytes: Uint8Array) => void (remembered.push(key), await files.drawn.remember(key, bytes)),
  }
  const ask = () => labelSheet({ ...maker, files: { ...files, drawn } }, printed.value.sheetId, site)
  const [first, second, third] = [...(await Promise.all([ask(), ask()])), await ask()]
  expect(first.ok && third.ok && second.ok && Buffer.from(first.value.pdf).equals(third.value.pdf)).toBe(true)
  expect(remembered).toHaveLength(1)
})
