import { setImmediate as nextTurn } from 'node:timers/promises'
import { certificatePdf } from '@dacsan/papers'
import { aCertificate } from '../packages/papers/fixtures.ts'
import { openCompiler } from '../packages/papers/typst.ts'
import type { Benchmark } from './benchmark.ts'
import { median } from './statistics.ts'

const rounds = 5
const seconds = 3
const cleaning = 25 // as often as packages/papers empties the compiler's memory

export default {
  summary: 'star certificates as PDF/A beside an empty page by the same compiler with the same fonts, medians of alternating rounds',
  async run() {
    const products = ['Dừa sáp sợi sấy giòn Hòa Tân', 'Bánh tét ba màu Vinh Kim', 'Mật hoa dừa', 'Chả hoa']
    const certificate = (n: number) =>
      certificatePdf(
        aCertificate({
          number: `${n}/2026`,
          product: products[n % 4]!,
          lookup: { url: `https://dacsan.vn/c/${n}`, shownAs: 'dacsan.vn/c' },
        }),
      )
    const empty = emptyPage()
    for (const setPage of [certificate, empty]) await rateOf(setPage)
    const rates = { ours: [] as number[], bare: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      rates.ours.push(await rateOf(certificate))
      rates.bare.push(await rateOf(empty))
    }
    const baseline = { what: 'empty page, same compiler and fonts', figure: median(rates.bare) }
    return [
      { what: 'certificate as PDF/A-2b with QR symbol', figure: median(rates.ours), unit: 'PDF/s', baseline, better: 'more' as const },
    ]
  },
} satisfies Benchmark

function emptyPage(): (n: number) => Uint8Array {
  const compiler = openCompiler(import.meta.dirname)
  return (n) => {
    if (n % cleaning === 0) compiler.evictCache(0)
    // Empty, but never the page of before, which the compiler would remember.
    const { result } = compiler.compile({ mainFileContent: `#set page(paper: "a4", flipped: true)\n#metadata(${n})\n` })
    if (!result) throw new Error('the empty page could not be set')
    return compiler.pdf(result, { pdfStandard: 'a-2b', creationTimestamp: 1_795_000_000 + n })
  }
}

let serial = 0

async function rateOf(setPage: (n: number) => Uint8Array): Promise<number> {
  const begun = performance.now()
  let done = 0
  while (performance.now() < begun + seconds * 1000) {
    setPage(serial++)
    await nextTurn() // as between two requests: only then the compiler's finished pages are let go
    done++
  }
  return done / ((performance.now() - begun) / 1000)
}
