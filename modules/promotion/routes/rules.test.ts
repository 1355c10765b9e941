import fc from 'fast-check'
import { expect, test } from 'vitest'
import { geoJsonOf, gpxOf } from './rules/gpx.ts'
import type { RouteStopId } from './rules/ids.ts'
import { mostStamps, readPassport, withStamp, writePassport } from './rules/passport.ts'
import { judgeDay, lengthOf, stretchesOf } from './rules/season.ts'

const stamps = fc.array(
  fc.record({ stopId: fc.stringMatching(/^rst_[\w-]{5,20}$/).map((id) => id as RouteStopId), on: fc.constant('2026-11-23') }),
  { maxLength: 10 },
)

test('a passport is read as it was written, and one changed letter makes it empty', () => {
  fc.assert(
    fc.property(stamps, fc.nat(), (all, at) => {
      const cookie = writePassport(all, 'key')
      expect(readPassport(cookie, 'key')).toEqual(all)
      const place = at % cookie.length
      const changed = cookie.slice(0, place) + (cookie[place] === 'A' ? 'B' : 'A') + cookie.slice(place + 1)
      expect(readPassport(changed, 'key')).toEqual([])
    }),
  )
  for (const wrong of [undefined, '', '!', 'rst_1~2026-11-23', 'x'.repeat(9000)]) expect(readPassport(wrong, 'key')).toEqual([])
})

test('a stop is stamped once, with the day of the first time, and a cookie holds no more than a browser takes', () => {
  const [first, later] = [
    { stopId: 'rst_1' as RouteStopId, on: '2026-11-23' },
    { stopId: 'rst_1' as RouteStopId, on: '2026-12-01' },
  ]
  expect(withStamp(withStamp([], first), later)).toEqual([first])
  const many = Array.from({ length: 200 }, (_, n) => ({ stopId: `rst_${String(n).padStart(24, '0')}` as RouteStopId, on: '2026-11-23' }))
  expect(writePassport(many, 'key').length).toBeLessThan(3900)
  expect(readPassport(writePassport(many, 'key'), 'key')).toHaveLength(mostStamps)
})

test('months are said as stretches, over the turn of the year as well', () => {
  expect(stretchesOf([1, 2, 11, 12, 5])).toEqual([{ from: 11, to: 2 }, { from: 5, to: 5 }]) // prettier-ignore
  expect(stretchesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toEqual([{ from: 1, to: 12 }])
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (months) => {
      const said = stretchesOf(months).flatMap(({ from, to }) => {
        const all = [from]
        while (all.at(-1) !== to) all.push((all.at(-1)! % 12) + 1)
        return all
      })
      expect(said.toSorted((a, b) => a - b)).toEqual(months.toSorted((a, b) => a - b))
    }),
  )
  expect([240, 241, 600, 601].map(lengthOf)).toEqual(['half-day', 'day', 'day', 'longer'])
})

test('a day is open from tomorrow on, in the season, while there is room', () => {
  const facts = { months: [12], today: '2026-12-01', accepted: 0, groups: 1 }
  expect(judgeDay('2026-12-02', facts).ok).toBe(true)
  expect(judgeDay('2026-12-01', facts)).toMatchObject({ refusal: { code: 'day-past' } })
  expect(judgeDay('2027-01-02', facts)).toMatchObject({ refusal: { code: 'out-of-season' } })
  expect(judgeDay('2027-12-03', facts)).toMatchObject({ refusal: { code: 'day-too-far' } })
  expect(judgeDay('2026-12-02', { ...facts, accepted: 1 })).toMatchObject({ refusal: { code: 'day-full' } })
})

// The sequences of gpx.xsd 1.1 (metadataType, wptType, rteType), of what a route has.
const sequences = { metadata: ['name', 'desc', 'link'], wpt: ['name', 'desc', 'type'], rtept: ['name', 'desc', 'type'], rte: ['name', 'desc', 'link', 'rtept'], link: ['text'], gpx: ['metadata', 'wpt', 'rte'] } as const // prettier-ignore
type Node = { name: string; attributes: Record<string, string>; children: Node[] }

/** Elements as a tree; throws where one is not closed, or a sign stands that XML does not know. */
function readXml(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] }
  const open = [root]
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]|&(?!(amp|lt|gt|quot);)/.test(text)) throw new Error('not XML')
  for (const [, closing, name = '', rest = '', self] of text.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/gi)) {
    if (closing) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes another`)
      continue
    }
    const node: Node = { name, attributes: Object.fromEntries([...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])), children: [] } // prettier-ignore
    open.at(-1)!.children.push(node)
    if (!self) open.push(node)
  }
  if (open.length !== 1) throw new Error('not closed')
  return root.children[0]!
}

function judgeGpx({ name, attributes, children }: Node): void {
  const order = (sequences as Record<string, readonly string[]>)[name]
  const places = children.map((child) => order?.indexOf(child.name) ?? -1)
  expect(places, name).not.toContain(-1)
  expect(places, name).toEqual(places.toSorted((a, b) => a - b))
  if (name === 'wpt' || name === 'rtept') {
    expect(Math.abs(Number(attributes['lat']))).toBeLessThanOrEqual(90)
    expect(Number(attributes['lon'])).toBeLessThan(180)
  }
  if (name === 'gpx') expect(attributes).toMatchObject({ version: '1.1', xmlns: 'http://www.topografix.com/GPX/1/1' })
  for (const child of children) judgeGpx(child)
}

test('a GPX file keeps the sequences of its schema, whatever stands in the names', () => {
  const stop = fc.record({
    name: fc.string({ unit: 'binary' }),
    about: fc.string({ unit: 'binary' }),
    kind: fc.constantFrom('workshop', 'homestay'),
    latitude: fc.double({ min: 8, max: 24, noNaN: true }),
    longitude: fc.double({ min: 102, max: 117.9, noNaN: true }),
    minutes: fc.nat(),
    number: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(stop, { maxLength: 4 }), fc.string({ unit: 'binary' }), fc.string(), (stops, name, about) => {
      const drawn = { name, about, url: 'https://dacsan.example.vn/tuyen/mot', isSample: false, stops }
      judgeGpx(readXml(gpxOf(drawn, 'Đặc Sản & "bạn"')))
      const { features } = geoJsonOf(drawn)
      expect(features).toHaveLength(stops.length >= 2 ? stops.length + 1 : stops.length)
      for (const { geometry } of features)
        for (const [longitude, latitude] of geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates) {
          expect(longitude).toBeGreaterThanOrEqual(102)
          expect(latitude).toBeLessThanOrEqual(24)
        }
    }),
  )
})
