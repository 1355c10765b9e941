import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const run = promisify(execFile)
const megabyte = 1024 * 1024

/** Judges a document that is made while it is read, then reads its rows part by part, as a capture does that stores them. */
const script = (media: string, megabytes: number) => `
  import { judgeDocument } from ${JSON.stringify(new URL('judge-capture.ts', import.meta.url).href)}
  import { writeXml } from '@dacsan/epcis/xml'
  const isXml = ${JSON.stringify(media)}.endsWith('xml')
  const event = (at) => ({
    type: 'ObjectEvent', eventID: 'urn:uuid:large-' + at, eventTime: '2026-03-01T08:00:00.000+07:00', eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE', bizStep: 'storing', readPoint: { id: 'https://id.gs1.org/414/8938501234568/254/A1' },
    epcList: Array.from({ length: 6 }, (_, n) => 'https://id.gs1.org/01/08938501234568/21/J' + at + '-' + n),
  })
  const document = (eventList) => ({
    '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', type: 'EPCISDocument', schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z', epcisBody: { eventList },
  })
  const write = (events) => (isXml ? writeXml(document(events)) : JSON.stringify(document(events)))
  const empty = write([])
  const [head, tail] = isXml ? write([event(0)]).split(/<ObjectEvent>.*<\\/ObjectEvent>/s) : empty.split(/(?<=eventList":\\[)/)
  const one = (at) => (isXml ? /<ObjectEvent>.*<\\/ObjectEvent>/s.exec(write([event(at)]))[0] : (at > 0 ? ',' : '') + JSON.stringify(event(at)))
  // What the system counts as the most memory of a process begins with that of whoever started it: looked at here, piece by piece.
  let [bytes, most] = [0, 0]
  const look = () => { most = Math.max(most, process.memoryUsage.rss()) }
  async function* content() {
    bytes = 0
    yield Buffer.from(head)
    for (let at = 0; bytes < ${megabytes * megabyte}; ) {
      let piece = ''
      for (; piece.length < 65_536; at += 1) piece += one(at)
      bytes += piece.length
      look()
      yield Buffer.from(piece)
    }
    yield Buffer.from(tail)
  }
  const before = process.memoryUsage().rss
  const judged = await judgeDocument({ content, media: ${JSON.stringify(media)}, strict: true })
  if (!judged.ok) throw new Error(JSON.stringify(judged.refusal).slice(0, 1000))
  let rows = 0
  for await (const part of judged.value.parts()) { rows += part.length; look() }
  console.log(JSON.stringify({ rows, bytes, grown: most - before }))
`

describe('a large document', () => {
  test.each([
    ['50 MB of JSON', 'application/json', 50, 90_000],
    ['20 MB of XML', 'application/xml', 20, 25_000],
  ])('such as %s is judged and read again in the memory of a part of it', { timeout: 180_000 }, async (_, media, megabytes, least) => {
    // The heap of the process could not hold the text, let alone what it says.
    const flags = ['--max-old-space-size=40', '--input-type=module', '-e', script(media, megabytes)]
    const { stdout } = await run(process.execPath, flags, { cwd: new URL('.', import.meta.url).pathname })
    const { rows, bytes, grown } = JSON.parse(stdout) as { rows: number; bytes: number; grown: number }
    console.info(`${media}: ${rows} events, ${Math.round(bytes / megabyte)} MB, ${Math.round(grown / megabyte)} MB more memory`)
    expect(rows).toBeGreaterThan(least)
    expect(grown).toBeLessThan(160 * megabyte)
  })
})
