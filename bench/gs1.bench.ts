import digitalLink from 'digital-link.js'
import { parseDigitalLink } from '@dacsan/gs1'
import type { Benchmark } from './benchmark.ts'
import { perSecond } from './rate.ts'

/** What labels and partners' systems carry: valid for both libraries. */
const uris = [
  'https://id.example.vn/01/08938501234568/10/L7/21/000123',
  'https://id.example.vn/01/08938501234568/10/A1%2FB?17=271231&linkType=gs1:pip',
  'https://id.gs1.org/01/09520123456788?17=201225&3103=000195&3922=0299',
  'https://id.example.vn/00/006141411234567890',
  'https://id.example.vn/414/8938501234568/254/A1',
]
const each = (what: string, texts: readonly string[], once: (text: string) => boolean) => ({
  times: texts.length,
  run() {
    for (const text of texts) if (!once(text)) throw new Error(`${what} refuses ${text}`)
  },
})

export default {
  summary: 'GS1 Digital Links read and checked',
  async run() {
    const [links, addresses, peer] = await perSecond([
      each('@dacsan/gs1', uris, (uri) => parseDigitalLink(uri).ok),
      each('new URL', uris, (uri) => new URL(uri).host !== ''),
      each('digital-link.js', uris, (uri) => digitalLink.DigitalLink(uri).isValid()),
    ])
    return [
      {
        what: 'Digital Link URIs read and checked',
        figure: links,
        unit: '/s',
        baseline: { what: 'npm digital-link.js, read and validated', figure: peer },
        better: 'more',
        goal: 300,
      },
      {
        what: 'Digital Link URIs read and checked, beside a bare URL',
        figure: links,
        unit: '/s',
        baseline: { what: 'new URL of the same text, nothing checked', figure: addresses },
        better: 'more',
      },
    ]
  },
} satisfies Benchmark
