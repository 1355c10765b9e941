import type { EpcisEvent, Extensions, QuantityElement } from '@dacsan/epcis'
import { namespacesOf } from '@dacsan/epcis'
import { eventHash } from '@dacsan/epcis/hash'
import { newId } from '@dacsan/platform/ids'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { machineOf } from '../epcis-repository/fixtures.ts'
import { findEvents } from '../epcis-repository/index.ts'
import { traceWorld, worldDay } from './fixtures.ts'
import { addDiaryEntry, closeLot, openLot, recallLot, reopenLot } from './index.ts'
import { diarySteps, diaryWritten, lotOpened, lotRecalled } from './lot-events.ts'
import { diaryKinds } from './rules.ts'
import type { DiaryKind } from './rules.ts'
import type { LotId } from './rules/ids.ts'

const { as, db } = await testDatabase<Tables>()
const gtin = '08938501234568'
let world: Awaited<ReturnType<typeof traceWorld>>
beforeAll(async () => {
  world = await traceWorld(as)
  await db.updateTable('product_pack').set({ gtin }).where('product_id', '=', world.certified.id).execute()
})

async function allEvents(): Promise<EpcisEvent[]> {
  const events: EpcisEvent[] = []
  for (let token: string | undefined; ;) {
    const page = await findEvents(as(machineOf(world.coop)), { query: { conditions: [] }, perPage: 1000, ...(token && { token }) })
    if (!page.ok) throw new Error(page.refusal.code)
    events.push(...page.value.events)
    if (page.value.next === null) return events
    token = page.value.next
  }
}

const step = fc.record({
  do: fc.constantFrom('open', 'open', 'write', 'write', 'write', 'close', 'reopen', 'recall'),
  which: fc.nat(5),
  kind: fc.constantFrom(...diaryKinds),
  quantity: fc.integer({ min: 1, max: 1000 }),
  hasGtin: fc.boolean(),
  expires: fc.boolean(),
  /** So much later than the act before, in minutes; nothing: at the same moment. */
  later: fc.nat(2),
})

/** What the books say of lots and diaries, in the words in which events can say it. */
async function acts() {
  const lots = await db.selectFrom('lot').selectAll().where('producer_id', '=', world.producer.id).execute()
  const entries = await db
    .selectFrom('diary_entry')
    .selectAll()
    .where(
      'lot_id',
      'in',
      lots.map(({ id }) => id),
    )
    .execute()
  return { lots, entries }
}
type Acts = Awaited<ReturnType<typeof acts>>

const namespaces = namespacesOf({ dacsan: `${testOrigin}/epcis/ns/` })
const hashOf = ({ act, event }: { act: string; event: EpcisEvent }) =>
  eventHash({ ...event, 'dacsan:act': act } as EpcisEvent, { namespaces })

/** The acts, told once more. */
function eventsOfActs({ lots, entries }: Acts): string[] {
  const named = lots.map((lot) => ({
    ...lot,
    traceCode: lot.trace_code,
    madeOn: lot.made_on,
    expiresOn: lot.expires_on,
    product: { gtin: lot.product_id === world.certified.id ? gtin : null },
  }))
  const site = { origin: testOrigin }
  return [
    ...named.map((lot) => lotOpened(site, lot, lot.created_at)),
    ...named.flatMap((lot) => (lot.recalled_at === null ? [] : [lotRecalled(site, lot, lot.recalled_at)])),
    ...entries.flatMap((entry) =>
      diaryWritten(
        site,
        named.find(({ id }) => id === entry.lot_id)!,
        entry,
      ),
    ),
  ].map(hashOf)
}

/** The other way round: what of the books can be rebuilt from events alone. */
function actsOfEvents(events: readonly EpcisEvent[]) {
  const lots = new Map<string, object>()
  const lotOf = new Map<string, string>()
  const entries: object[] = []
  for (const event of events) {
    if (event.type !== 'ObjectEvent') throw new Error(event.type)
    const act = event['dacsan:act'] as string
    const [{ epcClass, quantity }] = event.quantityList as [QuantityElement]
    if (event.action === 'ADD') {
      const ilmd = event.ilmd as Extensions
      const expires = ilmd['cbvmda:itemExpirationDate'] ?? null
      lotOf.set(epcClass, act)
      lots.set(act, {
        number: ilmd['cbvmda:lotNumber'],
        made: ilmd['gs1:productionDate'],
        expires,
        quantity,
        at: event.eventTime,
        recalled: null,
      })
    } else if (event.disposition === 'recalled') lots.set(act, { ...lots.get(act), recalled: event.eventTime })
    else entries.push({ id: act, lot: lotOf.get(epcClass), step: event.bizStep, at: event.eventTime })
  }
  return { lots: Object.fromEntries(lots), entries: new Set(entries) }
}

function actsInWordsOfEvents({ lots, entries }: Acts) {
  return {
    lots: Object.fromEntries(
      lots.map((lot) => [
        lot.id,
        {
          number: lot.number,
          made: lot.made_on,
          expires: lot.expires_on,
          quantity: lot.quantity,
          at: lot.created_at.toISOString(),
          recalled: lot.recalled_at?.toISOString() ?? null,
        },
      ]),
    ),
    entries: new Set(
      entries
        .filter(({ kind }) => diarySteps[kind] !== null)
        .map((entry) => ({ id: entry.id, lot: entry.lot_id, step: diarySteps[entry.kind], at: entry.at.toISOString() })),
    ),
  }
}

test('whatever is done with lots in whatever order, the events tell all of it and nothing else: each is rebuilt from the other', async () => {
  const lots: LotId[] = []
  let moment = new Date(worldDay).getTime()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const { do: act, which, kind, quantity, hasGtin, expires, later } of steps) {
        moment += later * 60_000
        const ctx = as(world.actors.producer, new Date(moment).toISOString())
        const lotId = lots.at(-1 - (which % lots.length || 0))
        if (act === 'open' || lotId === undefined) {
          const opened = await openLot(ctx, {
            productId: hasGtin ? world.certified.id : world.plain.id,
            number: `L-${lots.length}`,
            madeOn: '2026-11-20',
            expiresOn: expires ? '2027-05-20' : null,
            quantity,
            unit: 'hũ',
            standards: null,
            requestKey: newId('key'),
          })
          if (!opened.ok) throw new Error(opened.refusal.code)
          lots.push(opened.value.lotId)
        } else if (act === 'write') {
          const form = { lotId, kind: kind as DiaryKind, at: undefined, text: 'Sấy ở 60 độ', requestKey: newId('key') }
          // Sent twice, as a phone does whose answer was lost.
          await addDiaryEntry(ctx, form)
          await addDiaryEntry(ctx, form)
        } else if (act === 'recall') await recallLot(ctx, { lotId, reason: 'Nghi ngờ nhiễm khuẩn' })
        else await (act === 'close' ? closeLot : reopenLot)(ctx, { lotId })
      }
      const [recorded, events] = [await acts(), await allEvents()]
      expect(new Set(events.map(({ eventID }) => eventID))).toEqual(new Set(eventsOfActs(recorded)))
      expect(actsOfEvents(events)).toEqual(actsInWordsOfEvents(recorded))
    }),
    { numRuns: 12 },
  )
})

test('nobody is named in an event, and nothing that a maker wrote in words of its own', async () => {
  const text = JSON.stringify(await allEvents())
  expect(text).not.toContain('usr_producer')
  expect(text).not.toContain('Sấy')
  expect(text).not.toContain('nhiễm khuẩn')
})

test('goods with a GTIN have the name that GS1 gives them, goods without one the address that their label says', async () => {
  const lots = await db.selectFrom('lot').select(['number', 'trace_code', 'product_id']).execute()
  const names = new Set(
    (await allEvents()).flatMap((event) => (event.type === 'ObjectEvent' ? event.quantityList!.map(({ epcClass }) => epcClass) : [])),
  )
  expect(names).toEqual(
    new Set(
      lots.map(({ number, trace_code, product_id }) =>
        product_id === world.certified.id ? `https://id.gs1.org/01/${gtin}/10/${number}` : `https://ocop.example/t/${trace_code}`,
      ),
    ),
  )
})
