import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** A body that came whole and can be read as often as one likes, until it is let go. */
export type KeptBody = { read(): AsyncIterable<Uint8Array>; letGo(): Promise<void> }

/** So much is kept in memory; what is larger lies on the disk of this machine. */
const inMemory = 1024 * 1024

/** A body is larger than is taken. */
export class BodyTooLarge extends Error {}

/**
 * Takes in a body as it comes, over whatever line, before anybody works on it: neither the memory nor the database waits for a slow sender.
 * Throws {@link BodyTooLarge} as soon as that is known.
 */
export async function keepBody(body: Readable, most: number, announced: number | undefined): Promise<KeptBody> {
  if (announced !== undefined && announced > most) throw new BodyTooLarge()
  const held: Buffer[] = []
  let size = 0
  let folder: string | undefined
  const letGo = async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
  let file: ReturnType<typeof createWriteStream> | undefined
  try {
    // Whoever sends too much is answered, not cut off.
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > most) throw new BodyTooLarge()
      if (!file && size > inMemory) {
        folder = await mkdtemp(join(tmpdir(), 'dacsan-capture-'))
        file = createWriteStream(join(folder, 'body'), { mode: 0o600 })
        for (const earlier of held.splice(0)) await write(file, earlier)
      }
      if (file) await write(file, piece)
      else held.push(piece)
    }
    if (file) await end(file)
  } catch (error) {
    file?.destroy()
    await letGo()
    throw error
  }
  const path = folder === undefined ? undefined : join(folder, 'body')
  return { read: () => (path === undefined ? inPieces(held) : createReadStream(path)), letGo }
}

async function* inPieces(held: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* held
}

const write = (file: ReturnType<typeof createWriteStream>, piece: Buffer) =>
  new Promise<void>((resolve, reject) => file.write(piece, (error) => (error ? reject(error) : resolve())))
const end = (file: ReturnType<typeof createWriteStream>) =>
  new Promise<void>((resolve, reject) => file.once('error', reject).end(() => resolve()))
