import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { openFileStore } from '@dacsan/platform/files'
import { drawForPage } from '@dacsan/platform/images'
import sharp from 'sharp'
import { photoSizes } from '../modules/catalogue/rules/photos.ts'
import type { Benchmark } from './benchmark.ts'
import { median } from './statistics.ts'

const rounds = 12

export default {
  summary: 'a photo of 12 megapixels as it comes in, one after the other, beside one decoding and encoding by the same library',
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    try {
      const files = openFileStore({ dataDir })
      const took = { ours: [] as number[], bare: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        const photo = await aPhoto(round)
        took.ours.push(
          await timeOf(async () => {
            const kept = await files.keep(photo, { name: 'anh.jpg', kinds: ['photo'] })
            const opened = kept.ok && (await files.open(kept.value.hash))
            if (!opened) throw new Error('the photo was not kept')
            const bytes = await buffer(opened.stream)
            for (const size of photoSizes) await drawForPage(bytes, size)
          }),
        )
        took.bare.push(
          await timeOf(() => sharp(photo).resize({ width: 2000, height: 2000, fit: 'inside' }).jpeg({ quality: 84 }).toBuffer()),
        )
      }
      const baseline = { what: 'sharp: decode, one JPEG of 2,000 pixels', figure: median(took.bare) }
      return [
        {
          what: 'photo kept without its hidden data and drawn for pages in three sizes',
          figure: median(took.ours),
          unit: 'ms',
          baseline,
          better: 'less' as const,
        },
      ]
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  },
} satisfies Benchmark

/** As heavy as the photo of a phone, and another picture each time: soft spots of all colours, 4,000 × 3,000, about 5 MB. */
async function aPhoto(round: number): Promise<Buffer> {
  const [width, height] = [1600, 1200]
  const spots = Uint8Array.from(
    { length: width * height * 3 },
    (_, at) => (Math.imul(at + round, 2_654_435_761) >>> 24) / 2 + ((at / 4800) % 128),
  )
  return sharp(spots, { raw: { width, height, channels: 3 } })
    .resize(4000, 3000, { kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer()
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
