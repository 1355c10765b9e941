import type { RequestEvent } from '@sveltejs/kit'
import { setRuntime } from '@dacsan/platform/runtime'
import { beforeAll, expect, test } from 'vitest'
import { handle } from './hooks.server.ts'
import { errorPage } from './lib/frame-words.ts'

// Whoever has no session is known without the database.
beforeAll(() => void setRuntime({ auth: {}, db: null, files: null, config: { origin: 'https://dacsan.test' } }))

async function answerTo(headers: Record<string, string>, route = '/gio-hang') {
  const url = new URL(`https://dacsan.test${route}`)
  const request = new Request(url, { method: 'POST', body: 'a=1', headers })
  let resolved = false
  const event = { request, url, route: { id: route }, params: {}, locals: {}, getClientAddress: () => '203.0.113.1' }
  const resolve = async () => ((resolved = true), new Response('page'))
  const answer = await handle({ event: event as unknown as RequestEvent, resolve })
  return { answer, resolved }
}
const text = { 'content-type': 'application/x-www-form-urlencoded' }

test('C43: a form that is longer than text can be, or does not say how long it is, is refused with 413 and a sentence before it is read', async () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=a' }
  for (const [headers, route] of [
    [{ ...text, 'content-length': '262145' }],
    [text],
    [{ ...multipart, 'content-length': '1000000' }],
    [{ ...text, 'content-length': '262145' }, '/dang-nhap'],
  ] as const) {
    const { answer, resolved } = await answerTo(headers, route)
    expect([answer.status, resolved]).toEqual([413, false])
    expect(await answer.text()).toContain(errorPage.byStatus[413]!.text)
    expect(answer.headers.get('connection')).toBe('close')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
  const byScript = await answerTo({ ...text, 'content-length': '262145', 'x-sveltekit-action': 'true' })
  expect(await byScript.answer.json()).toMatchObject({ type: 'error', status: 413, error: { detail: errorPage.byStatus[413]!.text } })
})

test('a form of text is given to its page', async () => {
  expect(await answerTo({ ...text, 'content-length': '3' })).toMatchObject({ resolved: true })
})
