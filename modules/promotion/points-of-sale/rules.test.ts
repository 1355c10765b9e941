import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHours, schemaHours } from './rules/hours.ts'
import { readPosition } from './rules/position.ts'
import { sketchOf } from './rules/sketch.ts'

test('opening hours are read as people write them, and refused where a line says nothing', () => {
  expect(schemaHours(readHours('T2-T7 7:00-19:00\nCN 7h-11h30')!)).toEqual(['Mo-Sa 07:00-19:00', 'Su 07:00-11:30'])
  expect(readHours('')).toEqual([])
  for (const wrong of ['cả ngày', 'T2 19:00-7:00', 'T2 7:00-25:00', 'T7-T2 7:00-9:00', 'T2 7:60-9:00']) expect(readHours(wrong)).toBeNull()
})

test('a position is read from numbers or from the link of a map, and only within the country', () => {
  const here = { latitude: 9.9347, longitude: 106.3453 }
  for (const typed of [
    '9.9347, 106.3453',
    '9.9347 106.3453',
    'https://www.google.com/maps/place/X/@10.1,106.1,17z/data=!3d9.9347!4d106.3453',
    'https://www.google.com/maps?q=9.9347,106.3453',
    'https://www.openstreetmap.org/?mlat=9.9347&mlon=106.3453#map=17/9.9/106.3',
    'geo:9.9347,106.3453',
  ])
    expect(readPosition(typed), typed).toEqual(here)
  for (const wrong of ['', 'https://maps.app.goo.gl/abc', '106.3453, 9.9347', '48.85, 2.35', 'ở chợ'])
    expect(readPosition(wrong), wrong).toBeNull()
})

test('a sketch keeps every point within its frame, north above south and east right of west', () => {
  const somewhere = fc.record({
    latitude: fc.double({ min: 8, max: 24, noNaN: true }),
    longitude: fc.double({ min: 102, max: 117, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(somewhere, { minLength: 1, maxLength: 20 }), (all) => {
      const { width, height, points } = sketchOf(all)!
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
      for (const a of points)
        for (const b of points) {
          if (a.at.latitude > b.at.latitude) expect(a.y).toBeLessThanOrEqual(b.y)
          if (a.at.longitude > b.at.longitude) expect(a.x).toBeGreaterThanOrEqual(b.x)
        }
    }),
  )
  expect(sketchOf([])).toBeNull()
})
