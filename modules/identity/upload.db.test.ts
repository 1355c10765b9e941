import { randomBytes } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson } from './fixtures.ts'
import { visitor } from './index.ts'
import type { Actor } from './index.ts'
import { addPiece, dropUploads, uploadState, wholeUploads } from './upload.ts'
import { identityWork } from './work.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const kilobyte = 1024
const pieceSize = 256 * kilobyte
const most = 40 * kilobyte * kilobyte
const as = (actor: Actor, at = '2026-11-29T08:00:00+07:00') => asAt(actor, at)
const newPerson = () => inTransaction({ db }, (tx) => aPerson(tx))
const anId = () => randomBytes(16).toString('hex')

let [owner, other]: ReturnType<typeof as>[] = []
beforeAll(async () => {
  const producers = await Promise.all([newPerson(), newPerson()])
  ;[owner, other] = producers.map((actor) => as(actor))
})

/** Sends all of a file from where it stands. */
async function send(ctx: ReturnType<typeof as>, id: string, file: Buffer, { pieces = Infinity } = {}): Promise<void> {
  for (let sent = 0; sent < pieces; sent++) {
    const start = (await uploadState(ctx, id))?.received ?? 0
    if (start === file.length) return
    const taken = await addPiece(ctx, { id, size: file.length, start }, file.subarray(start, start + pieceSize))
    if (!taken.ok) throw new Error(taken.refusal.code)
  }
}

test('C49: a file goes on from the piece where it broke off, and arrives byte for byte', async () => {
  const [id, file] = [anId(), randomBytes(pieceSize * 3 + 17)]
  await send(owner!, id, file, { pieces: 2 })
  expect(await uploadState(owner!, id)).toEqual({ size: file.length, received: pieceSize * 2 })
  expect(await wholeUploads(owner!, [id], most)).toEqual({ missing: [id] })
  await send(owner!, id, file)
  const whole = await wholeUploads(owner!, [id], most)
  expect('files' in whole && whole.files.get(id)?.equals(file)).toBe(true)
})

test('a piece that comes twice, too early or beside the end changes nothing and is told where to go on', async () => {
  const [id, file] = [anId(), randomBytes(pieceSize * 2)]
  const piece = (start: number, bytes = file.subarray(start, start + pieceSize), size = file.length) =>
    addPiece(owner!, { id, size, start }, bytes)
  expect(await piece(pieceSize)).toMatchObject({ refusal: { code: 'piece-elsewhere', received: 0 } })
  const twice = await Promise.all([piece(0), piece(0)])
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  expect(twice).toContainEqual({ ok: false, refusal: { code: 'piece-elsewhere', received: pieceSize } })
  expect(await piece(0)).toMatchObject({ refusal: { code: 'piece-elsewhere', received: pieceSize } })
  expect(await piece(pieceSize, randomBytes(pieceSize), pieceSize)).toMatchObject({ refusal: { code: 'piece-elsewhere' } })
  expect(await piece(pieceSize, randomBytes(pieceSize + 1))).toMatchObject({ refusal: { code: 'piece-refused' } })
  expect(await piece(pieceSize, Buffer.alloc(0))).toMatchObject({ refusal: { code: 'piece-refused' } })
  expect((await piece(pieceSize)).ok).toBe(true)
})

test('an upload is nobody else’s, and nobody’s who is not signed in', async () => {
  const [id, file] = [anId(), randomBytes(100)]
  await send(owner!, id, file)
  expect(await uploadState(other!, id)).toBeNull()
  expect(await wholeUploads(other!, [id], most)).toEqual({ missing: [id] })
  await dropUploads(other!, [id])
  expect(await uploadState(owner!, id)).toEqual({ size: 100, received: 100 })
  await expect(uploadState(as(visitor), id)).rejects.toThrow('sign-in')
  await expect(addPiece(as(visitor), { id: anId(), size: 100, start: 0 }, file)).rejects.toThrow('sign-in')
})

test('a file larger than any form takes is refused at its first piece, and so is a name that no device makes', async () => {
  const size = 20 * kilobyte * kilobyte + 1
  expect(await addPiece(owner!, { id: anId(), size, start: 0 }, randomBytes(10))).toMatchObject({ refusal: { code: 'upload-too-large' } })
  expect(await addPiece(owner!, { id: '../x', size: 10, start: 0 }, randomBytes(10))).toMatchObject({ refusal: { code: 'piece-refused' } })
})

test('beyond what one person may have here the oldest goes, and the one that is coming stays', async () => {
  const person = await newPerson()
  const at = (minute: number) => as(person, `2026-11-29T08:${String(minute).padStart(2, '0')}:00+07:00`)
  const ids = Array.from({ length: 8 }, anId)
  for (const [minute, id] of ids.entries()) await addPiece(at(minute), { id, size: 20 * kilobyte * kilobyte, start: 0 }, randomBytes(10))
  const states = await Promise.all(ids.map((id) => uploadState(at(9), id)))
  expect(states.map((state) => state !== null)).toEqual([false, false, true, true, true, true, true, true])
})

test('a form takes no more at once than it could bring by itself', async () => {
  const ids = [anId(), anId()]
  for (const id of ids) await send(owner!, id, randomBytes(1000))
  expect(await wholeUploads(owner!, ids, 1999)).toEqual({ missing: ids })
})

test('whoever begins hundreds of files within an hour waits', async () => {
  const busy = as(await newPerson())
  const begin = () => addPiece(busy, { id: anId(), size: 10, start: 0 }, randomBytes(10))
  for (let begun = 0; begun < 600; begun++) await begin()
  expect(await begin()).toMatchObject({ refusal: { code: 'too-many-uploads' } })
})

test('what nobody went on with, and what no form took, ends after three days, with its pieces', async () => {
  const person = await newPerson()
  const [old, young] = [anId(), anId()]
  const day = 24 * 3600_000
  await send(as(person, new Date(Date.now() - 3.1 * day).toISOString()), old, randomBytes(1000))
  const today = as(person, new Date().toISOString())
  await send(today, young, randomBytes(1000))
  await identityWork({ db, log: { info: () => {} } as never }).jobs!['identity.delete-uploads']!({} as never)
  expect([await uploadState(today, old), await uploadState(today, young)]).toEqual([null, { size: 1000, received: 1000 }])
  expect(await db.selectFrom('upload_piece').select('start').where('upload_id', '=', old).execute()).toEqual([])
})
