import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { bundle } from '../e2e/bundle.ts'
import type { Benchmark, Measurement } from './benchmark.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const digitalLink = { what: 'npm digital-link.js', source: `export { default } from 'digital-link.js'` }
const ajv = {
  what: 'ajv and ajv-formats, which compile the schema in the browser',
  source: `export { Ajv } from 'ajv'; export { default } from 'ajv-formats'`,
}
const epcis2 = { what: 'npm epcis2.js without what it depends on', source: `export { default } from 'epcis2.js'` }
const sax = { what: 'the XML parser in it (saxes) alone', source: `export { SaxesParser } from 'saxes'` }
const sha = { what: 'the SHA-256 in it (@noble/hashes) alone', source: `export { sha256 } from '@noble/hashes/sha2.js'` }
const jose = { what: 'the JWS verifier in it (jose) alone', source: `export { jwtVerify } from 'jose'` }

/** What a page carries that uses one door of a package, beside what it would carry otherwise or what cannot be left out. */
const uses = [
  ['parseGtin', '@dacsan/gs1', digitalLink],
  ['parseDigitalLink', '@dacsan/gs1', digitalLink],
  ['eventHash', '@dacsan/epcis/hash', epcis2],
  ['validateDocument', '@dacsan/epcis/validate', ajv],
  ['readXml', '@dacsan/epcis/xml', sax],
  ['verifyInclusion', '@dacsan/transparency-log', sha],
  ['verifyCredential', '@dacsan/transparency-log/credential', jose],
] as const

/** Kilobytes of a minified bundle for browsers, packed by gzip. */
async function weight(source: string): Promise<number> {
  return gzipSync(await bundle(source, here)).length / 1000
}

export default {
  summary: 'what a page weighs that uses one function of a package',
  async run() {
    const measurements: Measurement[] = []
    for (const [name, from, { what, source }] of uses)
      measurements.push({
        what: `${name} of ${from}, minified and packed`,
        figure: await weight(`export { ${name} } from '${from}'`),
        unit: 'KB',
        baseline: { what, figure: await weight(source) },
        better: 'less',
      })
    return measurements
  },
} satisfies Benchmark
