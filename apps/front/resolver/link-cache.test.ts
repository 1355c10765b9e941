import { expect, test } from 'vitest'
import { cacheTtlMs, linkCache } from './link-cache.ts'
import type { PageLinks } from './pages-of-links.ts'

const links = (title: string): PageLinks => ({ isOurs: true, levels: [{ anchor: '/t/A', title, links: [] }] })

function aCache() {
  let time = 0
  let asked = 0
  const cache = linkCache<PageLinks>({ now: () => time })
  const find = async () => links(`answer ${(asked += 1)}`)
  return { ...cache, pass: (ms: number) => (time += ms), ask: (path: string) => cache.cachedLinks(path, find), asked: () => asked }
}

test('cached links are used without a wait for less than a second, and then asked for again', async () => {
  const { ask, peekCachedLinks, pass } = aCache()
  expect(cacheTtlMs).toBeLessThan(1000)
  const first = await ask('/t/A')
  expect(peekCachedLinks('/t/A')).toBe(first)
  expect(peekCachedLinks('/t/B')).toBeUndefined()
  pass(cacheTtlMs - 1)
  expect(await ask('/t/A')).toBe(first)
  pass(1)
  expect(peekCachedLinks('/t/A')).toBeUndefined()
  expect(await ask('/t/A')).toEqual(links('answer 2'))
})

test('concurrent requests for one path wait for one query', async () => {
  const { ask, asked } = aCache()
  await Promise.all([ask('/t/A'), ask('/t/A'), ask('/t/A')])
  expect(asked()).toBe(1)
})

test('the age of cached links is counted from before the query', async () => {
  const { cachedLinks, peekCachedLinks, pass } = aCache()
  await cachedLinks('/t/A', async () => {
    pass(cacheTtlMs)
    return links('slow')
  })
  expect(peekCachedLinks('/t/A')).toBeUndefined()
})

test('a failed query is not cached, and a cleared cache is empty', async () => {
  const { cachedLinks, ask, asked, peekCachedLinks, clearLinkCache } = aCache()
  await expect(cachedLinks('/t/A', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  await ask('/t/A')
  expect(asked()).toBe(1)
  clearLinkCache()
  expect(peekCachedLinks('/t/A')).toBeUndefined()
})

test('the oldest of very many paths leaves the cache first', async () => {
  const { ask, peekCachedLinks } = aCache()
  for (let path = 0; path <= 5_000; path++) await ask(`/t/${path}`)
  expect(peekCachedLinks('/t/0')).toBeUndefined()
  expect(peekCachedLinks('/t/1')).toBeDefined()
})
