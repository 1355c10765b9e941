import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { openDatabase } from '@dacsan/platform/database'
import { aFreshProduct } from '../e2e/start-product.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import type { Benchmark } from './benchmark.ts'
import { besideBare } from './beside-bare.ts'
import { answersPerSecond } from './load.ts'
import type { Target } from './load.ts'

const gtin = '08938501234568'
const machine = { accept: 'application/json' }
const linkset = { accept: 'application/linkset+json' }
const connections = 32
// Short and many: what else the machine does meanwhile falls on both alike.
const quick = { rounds: 15, seconds: 0.35 }

export default {
  summary: 'the resolver beside a bare node:http that gives the same bytes, 32 connections, medians of alternating rounds',
  async run() {
    const product = await aFreshProduct('demo')
    try {
      await product.start()
      const code = await giveGtin(product.dataDir)
      const asked = (path: string, headers: Record<string, string>, status: number): Target => ({
        port: product.port,
        path,
        headers,
        status,
      })
      // It has just started: its first jobs and its cold code are not what is measured.
      await answersPerSecond(asked(`/01/${gtin}?linkType=gs1:traceability`, machine, 307), { connections, seconds: 5 })
      return [
        {
          ...(await besideBare(
            'resolver: redirect of /01/{gtin} to a link of one type',
            asked(`/01/${gtin}?linkType=gs1:traceability`, machine, 307),
            quick,
          )),
          goal: 0.6,
        },
        {
          ...(await besideBare(
            'resolver: redirect of /t/{code} to a link of one type',
            asked(`/t/${code}?linkType=gs1:traceability`, machine, 307),
            quick,
          )),
          goal: 0.6,
        },
        { ...(await besideBare('resolver: linkset of /t/{code}', asked(`/t/${code}`, linkset, 200), quick)), goal: 0.6 },
      ]
    } finally {
      await product.remove()
    }
  },
} satisfies Benchmark

/** Puts our GTIN on the product of a demo lot, and gives the code on that lot's label. */
async function giveGtin(dataDir: string): Promise<string> {
  const connection = await findRunningPostgres(dataDir)
  if (!connection) throw new Error('the product runs without its database')
  const { db, close } = openDatabase<Tables>({ connection, log: console })
  try {
    const lot = await db.selectFrom('lot').select(['trace_code', 'product_id']).where('status', '=', 'open').executeTakeFirstOrThrow()
    await db.updateTable('product_pack').set({ gtin }).where('product_id', '=', lot.product_id).where('is_default', '=', true).execute()
    return lot.trace_code
  } finally {
    await close()
  }
}
