import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { bundle } from './bundle.ts'
import { expect, test } from './fixtures.ts'

const vectors = (path: string) => readFileSync(new URL(`../packages/${path}`, import.meta.url), 'utf8')
const parsed = <T>(path: string) => JSON.parse(vectors(path)) as T
const lines = <T>(path: string) =>
  vectors(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** What a packages' module does with what a page hands it; runs in the browser. */
async function inBrowser<Given>(page: Page, source: string, given: Given): Promise<unknown> {
  const code = await bundle(source)
  const module = 'https://packages.example/module.js'
  await page.route('https://packages.example/**', (route) =>
    route.fulfill(
      route.request().url() === module
        ? { contentType: 'text/javascript', body: code }
        : {
            contentType: 'text/html',
            body: '<title>packages</title>',
            headers: { 'content-security-policy': `default-src 'none'; script-src 'self'` },
          },
    ),
  )
  await page.goto('https://packages.example/')
  return page.evaluate(async ([address, value]) => ((await import(address)) as { default(given: unknown): unknown }).default(value), [
    module,
    given,
  ] as const)
}

test.describe('the packages in a browser that allows no eval and no foreign address', () => {
  test('the packages in a browser judge every link and element string of the vectors as the GS1 engine does', async ({ page }) => {
    const cases = lines<{ kind: string; input: string; valid: boolean }>('gs1/vectors/digital-link.jsonl')
    const verdicts = await inBrowser(
      page,
      `import { parseDigitalLink, parseElementString } from '@dacsan/gs1'
       const readers = { digitalLinkUri: parseDigitalLink, bracketedElementString: parseElementString }
       export default (cases) => cases.map(({ kind, input }) => readers[kind](input).ok)`,
      cases,
    )
    expect(verdicts).toEqual(cases.map(({ valid }) => valid))
  })

  test('the packages in a browser give every event of the vectors its published hash, in JSON and in XML', async ({ page }) => {
    const { vectors: rows } = parsed<{ vectors: { doc: string; format: string; expected: string[] }[] }>('epcis/vectors/hash/index.json')
    const hashes = await inBrowser(
      page,
      `import { readJson } from '@dacsan/epcis'
       import { documentHashes } from '@dacsan/epcis/hash'
       import { readXml } from '@dacsan/epcis/xml'
       export default (documents) => documents.map(({ text, format }) => documentHashes((format === 'xml' ? readXml(text) : readJson(text)).value))`,
      rows.map(({ doc, format }) => ({ text: vectors(`epcis/vectors/hash/${doc}`), format })),
    )
    expect(hashes).toEqual(rows.map(({ expected }) => expected))
  })

  test('the packages in a browser validate documents by the compiled schema, without code from strings', async ({ page }) => {
    const documents = parsed<{ epcisBody: { eventList: object[] } }>('epcis/vectors/query/capture.json')
    const wrong = { ...documents, epcisBody: { eventList: [{ ...documents.epcisBody.eventList[0], action: 'LOOK' }] } }
    const problems = await inBrowser(
      page,
      `import { validateDocument } from '@dacsan/epcis/validate'
       export default (documents) => documents.map((document) => validateDocument(document, 'EPCISDocument').map(({ location }) => location))`,
      [documents, wrong],
    )
    expect(problems).toEqual([[], ['/epcisBody/eventList/0/action']])
  })

  test('the packages in a browser verify credentials, signed checkpoints and log proofs', async ({ page }) => {
    const credentials = parsed<{ issuer: string; now: string; jwks: { keys: object[] }; cases: { jwt: string; valid: boolean }[] }>(
      'transparency-log/vectors/vc-jwt.json',
    )
    const checkpoints = parsed<{ verifierKey: string; cases: { note: string; valid: boolean }[] }>(
      'transparency-log/vectors/checkpoints.json',
    )
    const verdicts = await inBrowser(
      page,
      `import { verifyCredential } from '@dacsan/transparency-log/credential'
       import { parseVerifierKey, verifyNote } from '@dacsan/transparency-log/note'
       import { emptyEdge, growEdge, leafHash, rootOfEdge, tiledInclusion, memoryStore, verifyInclusion } from '@dacsan/transparency-log'
       export default async ({ credentials, checkpoints }) => {
         const facts = { issuer: credentials.issuer, keys: credentials.jwks.keys, now: new Date(credentials.now) }
         const key = parseVerifierKey(checkpoints.verifierKey).value
         const entries = Array.from({ length: 300 }, (_, index) => Uint8Array.of(index % 256, index >> 8))
         const { edge, files } = growEdge(emptyEdge, entries)
         const store = memoryStore(new Map(files.map(({ path, bytes }) => [path, bytes])))
         const proof = (await tiledInclusion(store, 7, edge.size)).value
         const claim = { leafIndex: 7, treeSize: edge.size, leafHash: leafHash(entries[7]), root: rootOfEdge(edge), proof }
         return {
           credentials: await Promise.all(credentials.cases.map(async ({ jwt }) => (await verifyCredential(jwt, facts)).ok)),
           checkpoints: await Promise.all(checkpoints.cases.map(async ({ note }) => (await verifyNote(note, [key])).ok)),
           proofs: [verifyInclusion(claim), verifyInclusion({ ...claim, leafIndex: 8 })],
         }
       }`,
      { credentials, checkpoints },
    )
    expect(verdicts).toEqual({
      credentials: credentials.cases.map(({ valid }) => valid),
      checkpoints: checkpoints.cases.map(({ valid }) => valid),
      proofs: [true, false],
    })
  })
})
