import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ChangeListener, Changes } from '@dacsan/platform/changes'
import { aboutKeeping } from '../spoken.ts'
import { pageMemory } from './page-memory.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }))
afterEach(() => void vi.useRealTimers())

function aMemory({ listening = true } = {}) {
  const state = { listening, rendered: 0, stock: undefined as string | undefined, shelf: '', looks: 0 }
  let listener: ChangeListener | undefined
  const changes: Changes = { isListening: () => state.listening, hear: (heard) => ((listener = heard), () => {}), close: async () => {} }
  const shelf = async () => {
    state.looks++
    const now = state.shelf
    if (now === 'gone') throw new Error('no database')
    return (mark: string) => mark === now
  }
  const memory = pageMemory({ changes, namesSession: () => false, scanned: () => {}, shelf })
  const ask = async () => {
    const asked = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: '/san-pham' })
    const response = new ServerResponse(asked)
    const ended = new Promise((resolve) => (response.end = ((body: unknown) => resolve(body)) as never))
    memory.answer(asked, response, { requestId: 'req', address: '', origin: { protocol: 'https', host: 'x' } }, (_request, own) => {
      state.rendered++
      own.setHeader(aboutKeeping.shows, 'law')
      if (state.stock !== undefined) own.setHeader(aboutKeeping.stock, state.stock)
      own.end('<p>page</p>')
    })
    await ended
    return state.rendered
  }
  return { state, ask, heard: () => listener! }
}

test('nothing is kept while nobody listens, and what was kept is gone when the listening ends', async () => {
  const { state, ask, heard } = aMemory({ listening: false })
  expect([await ask(), await ask()]).toEqual([1, 2])
  state.listening = true
  expect([await ask(), await ask()]).toEqual([3, 3])
  state.listening = false
  heard().lost()
  expect([await ask(), await ask()]).toEqual([4, 5])
})

test('C24: a page is never older than a minute, whatever was heard, and none is kept over midnight in Việt Nam', async () => {
  vi.setSystemTime(new Date('2026-11-28T12:00:00+07:00'))
  const noon = aMemory()
  await noon.ask()
  vi.advanceTimersByTime(59_999)
  expect(await noon.ask()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await noon.ask()).toBe(2)
  vi.setSystemTime(new Date('2026-11-28T23:59:50+07:00'))
  const night = aMemory()
  await night.ask()
  vi.advanceTimersByTime(9_999)
  expect(await night.ask()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await night.ask()).toBe(2)
})

test('a page that shows stock lives on while the shelf is as it shows it, and is rendered anew within a second of an order', async () => {
  const { state, ask } = aMemory()
  Object.assign(state, { stock: 'all:5 jars', shelf: 'all:5 jars' })
  for (let second = 0; second < 5; second++) {
    expect(await ask()).toBe(1)
    vi.advanceTimersByTime(1_000)
  }
  Object.assign(state, { stock: 'all:4 jars', shelf: 'all:4 jars' })
  expect(await ask()).toBe(2)
  expect(await ask()).toBe(2)
})

test('the shelf is looked at once for all who ask in a while, and a page goes out anew where the look fails', async () => {
  const { state, ask } = aMemory()
  Object.assign(state, { stock: 'all:5 jars', shelf: 'all:5 jars' })
  await ask()
  expect(state.looks).toBe(0)
  for (let tenth = 0; tenth < 30; tenth++) {
    vi.advanceTimersByTime(100)
    await ask()
  }
  expect(state.looks).toBeGreaterThan(2)
  expect(state.looks).toBeLessThanOrEqual(5)
  state.shelf = 'gone'
  vi.advanceTimersByTime(1_000)
  expect(await ask()).toBe(2)
})

test('C24: also a page whose stock never changes is never older than a minute', async () => {
  const { state, ask } = aMemory()
  Object.assign(state, { stock: 'all:5 jars', shelf: 'all:5 jars' })
  await ask()
  vi.advanceTimersByTime(59_999)
  expect(await ask()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await ask()).toBe(2)
})
