import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { labelLayouts, labelSheetPdf } from '@dacsan/papers'
import { openFileStore } from '@dacsan/platform/files'
import { watchTurns } from '@dacsan/platform/watch-turns'
import { drawPaper } from '../modules/papers/draw-paper.ts'
import { aForm, aLabel } from '../packages/papers/fixtures.ts'
import type { Benchmark } from './benchmark.ts'
import { median } from './statistics.ts'

const [copies, different] = [2000, 200]
const rounds = 5
const createdAt = new Date(0)
const layout = labelLayouts[3]

export default {
  summary: 'sheets of labels and papers as the product draws them: beside the server, and remembered',
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    try {
      const ctx = { files: openFileStore({ dataDir }), actor: { kind: 'system', name: 'bench' } } as const
      const draw = async (n: number) => {
        const drawn = await drawPaper(ctx, { kind: 'document-pdf', document: aForm({ number: String(n) }) })
        if (!drawn.ok) throw new Error(drawn.refusal.code)
      }
      const sheet = (n: number) => labelSheetPdf({ labels: [aLabel({ lot: `L${n}` })], copies, layout, createdAt })
      const apart = (n: number) =>
        labelSheetPdf({
          labels: Array.from({ length: different }, (_, at) => aLabel({ url: `https://dacsan.vn/t/${n}-${at}` })),
          layout,
          createdAt,
        })
      await draw(-1)
      sheet(-1)
      const took = { sheet: [] as number[], apart: [] as number[], drawn: [] as number[], again: [] as number[], turn: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        took.sheet.push(await timeOf(() => sheet(round)))
        took.apart.push((await timeOf(() => apart(round))) * (copies / different))
        const turns = watchTurns()
        took.drawn.push(await timeOf(() => draw(round)))
        took.turn.push(turns())
        took.again.push(await timeOf(() => draw(round)))
      }
      const drawn = median(took.drawn)
      return [
        {
          what: `${copies.toLocaleString('en')} labels of one lot as PDF/A-2b`,
          figure: median(took.sheet),
          unit: 'ms',
          baseline: { what: 'as many that all differ (by a tenth of them), each drawn', figure: median(took.apart) },
          better: 'less' as const,
          goal: 10,
        },
        {
          what: 'a form as PDF asked for again',
          figure: median(took.again),
          unit: 'ms',
          baseline: { what: 'the same drawn by the other process', figure: drawn },
          better: 'less' as const,
        },
        {
          what: 'longest turn of the server while a form is drawn',
          figure: median(took.turn),
          unit: 'ms CPU',
          baseline: { what: 'the drawing, as it held the server before', figure: drawn },
          better: 'less' as const,
        },
      ]
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  },
} satisfies Benchmark

async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
