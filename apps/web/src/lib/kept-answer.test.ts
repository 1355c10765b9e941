import { expect, test } from 'vitest'
import { keptAnswer } from './kept-answer.ts'
import { sayInvitation } from './say-invitation.ts'

test('an answer that shows an invitation is not kept, any other is', () => {
  const until = new Date('2026-12-01T00:00:00Z')
  const invitation = sayInvitation({ secret: 'inv_abc', until } as Parameters<typeof sayInvitation>[0], 'https://ocop.vidu.vn')
  expect(keptAnswer(JSON.stringify({ type: 'success', status: 200, data: JSON.stringify([{ invitation }]) }))).toBe('')
  const redirect = JSON.stringify({ type: 'redirect', status: 303, location: '/van-phong/ho-so' })
  expect(keptAnswer(redirect)).toBe(redirect)
})
