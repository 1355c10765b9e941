import { expect, test } from 'vitest'
import { pageStore } from './page-store.ts'

const page = (bytes: number, { until = Infinity, shows = ['law'] } = {}) => ({ bytes, until, shows: new Set(shows) })

test('a walk through many addresses pushes out what was asked for once, not what everybody looks at', () => {
  const store = pageStore(1000)
  store.keep('/popular', page(100))
  store.find('/popular', 0)
  for (let n = 0; n < 100; n++) store.keep(`/walk/${n}`, page(100))
  expect(store.find('/popular', 0)).toBeDefined()
  expect(store.find('/walk/0', 0)).toBeUndefined()
  expect(store.find('/walk/99', 0)).toBeDefined()
  expect(store.size()).toEqual({ pages: 10, bytes: 1000 })
  expect(store.counts.evicted).toBe(91)
})

test('what is popular is bounded too, and a page that outweighs an eighth of all is not kept', () => {
  const store = pageStore(1000)
  for (let n = 0; n < 50; n++) {
    store.keep(`/${n}`, page(100))
    store.find(`/${n}`, 0)
  }
  expect(store.size().bytes).toBeLessThanOrEqual(1000)
  store.keep('/heavy', page(126))
  expect(store.find('/heavy', 0)).toBeUndefined()
})

test('a page goes when its time is over, when a room that it shows changes, and when it grew out of the space', () => {
  const store = pageStore(1000)
  store.keep('/old', page(100, { until: 5 }))
  expect(store.find('/old', 4)).toBeDefined()
  expect(store.find('/old', 5)).toBeUndefined()
  store.keep('/law', page(100))
  store.keep('/shop', page(100, { shows: ['shop', 'law'] }))
  store.dropShowing('shop')
  expect([store.find('/law', 0) !== undefined, store.find('/shop', 0)]).toEqual([true, undefined])
  const grown = page(100)
  store.keep('/grown', grown)
  store.grew('/grown', grown, 2000)
  expect(store.size().bytes).toBeLessThanOrEqual(1000)
})
