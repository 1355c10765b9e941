import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { someoneWith } from './fixtures.ts'
import { worksOnOwnDevice } from './actor.ts'
import { decideEnd, membershipStatusOf } from './membership-status.ts'
import { hashPassword, judgePassword, verifyPassword } from './passwords.ts'
import { hasRole, ownPath, owesSecondFactor, requireRole, rolesOf, system, visitor } from './rules.ts'
import { sayRefusal } from './words.ts'

describe('a role', () => {
  test('a role is asked of a visitor as a sign-in, and refused to a person without it', () => {
    expect(() => requireRole(visitor, 'leader')).toThrowError(expect.objectContaining({ name: 'Forbidden', message: 'sign-in' }))
    expect(() => requireRole(someoneWith('producer'), 'leader')).toThrowError(
      expect.objectContaining({ name: 'Forbidden', message: 'role' }),
    )
    expect(() => requireRole(system('worker'), 'administrator')).toThrowError(expect.objectContaining({ message: 'role' }))
    expect(requireRole(someoneWith('producer', 'leader'), 'leader').kind).toBe('person')
  })

  test('a role is listed once, in whichever organisations it is held', () => {
    expect(rolesOf(someoneWith('producer', 'leader', 'producer'))).toEqual(['producer', 'leader'])
    expect(hasRole(visitor, 'buyer')).toBe(false)
  })

  test('a producer works on a device of their own, unless they work in an office too', () => {
    const works = [['producer'], ['producer', 'buyer'], ['producer', 'commune-officer'], ['commune-officer'], ['buyer']] as const
    expect(works.map((roles) => worksOnOwnDevice(someoneWith(...roles)))).toEqual([true, true, false, false, false])
    expect(worksOnOwnDevice(visitor)).toBe(false)
  })

  test('a role may ask for a second factor, except in the demonstration', () => {
    const leader = someoneWith('leader')
    expect(owesSecondFactor(leader, false, ['leader'], false)).toBe(true)
    expect(owesSecondFactor(leader, true, ['leader'], false)).toBe(false)
    expect(owesSecondFactor(leader, false, ['leader'], true)).toBe(false)
    expect(owesSecondFactor(someoneWith('producer'), false, ['leader'], false)).toBe(false)
  })
})

describe('the way back after signing in', () => {
  test('the way back after signing in leads only to a page of this site', () => {
    expect(ownPath('/van-phong/ho-so?x=1', '/van-phong')).toBe('/van-phong/ho-so?x=1')
    for (const elsewhere of ['https://a.vn', '//a.vn', '/\\a.vn', '\\/a.vn', 'javascript:alert(1)', '', null, '/\t/a.vn', '/a\r\nb'])
      expect(ownPath(elsewhere, '/van-phong')).toBe('/van-phong')
  })

  test('the way back after signing in can stand in a header: letters with marks are written with percent signs, and no line is broken', () => {
    for (const broken of ['/\u2028x', '/\u2029x', '/\u202ex', '/.//a.vn']) expect(ownPath(broken, '/van-phong')).toBe('/van-phong')
    expect(ownPath('/san-pham?q=mật ong#đầu', '/van-phong')).toBe('/san-pham?q=m%E1%BA%ADt%20ong#%C4%91%E1%BA%A7u')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(() => new Headers({ location: ownPath(`/${text}`, '/van-phong') })).not.toThrow()
      }),
    )
  })

  test('the way back after signing in keeps the host, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(new URL(ownPath(text, '/van-phong'), 'https://dacsan.test').host).toBe('dacsan.test')
      }),
    )
  })
})

describe('a password', () => {
  const account = { email: 'chuthe@example.vn' }

  test('a password is judged by its length and by whether it is a common one, not by its kinds of characters', () => {
    expect(judgePassword('bảy7777', account)).toEqual({ ok: false, refusal: { code: 'password-short', least: 8 } })
    expect(judgePassword('x'.repeat(257), account)).toMatchObject({ refusal: { code: 'password-long' } })
    expect(judgePassword('Password', account)).toMatchObject({ refusal: { code: 'password-common' } })
    expect(judgePassword('chuthe@example.vn', account)).toMatchObject({ refusal: { code: 'password-common' } })
    expect(judgePassword('ăn quả nhớ kẻ trồng cây', account)).toBeNull()
    expect(judgePassword('x'.repeat(64), account)).toBeNull()
  })

  test('what anybody in the province would try first is refused, with digits, marks and signs or without', () => {
    const owner = { email: 'le.thi.be@example.vn', name: 'Lê Thị Bé Tám' }
    const weak = [
      'matkhau123',
      'Mật khẩu 123',
      'vinhlong',
      'Vĩnh Long 2026',
      'travinh123',
      'bentre@2026',
      'ocop2026',
      'dacsan2026',
      'Cau Ke 1990',
    ]
    const own = ['lethibetam', 'betam1985', 'Bé Tám 1985', 'lethibe2026', 'dacsan-demo', 'Dacsan Demo']
    for (const password of [...weak, ...own])
      expect([password, judgePassword(password, owner)]).toMatchObject([password, { refusal: { code: 'password-common' } }])
    for (const password of [' '.repeat(8), '\0'.repeat(8), '\u200b'.repeat(12), 'abc\u200b\u200b\u200b\u200b\u200b'])
      expect(judgePassword(password, owner)).toMatchObject({ refusal: { code: 'password-short' } })
    expect(judgePassword('dừa sáp cầu kè ngon nhất', owner)).toBeNull()
  })

  test('a password is recognised however the keyboard composes its accents, and nothing else is', async () => {
    const hash = await hashPassword('Dừa sáp Cầu Kè'.normalize('NFC'))
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword({ password: 'Dừa sáp Cầu Kè'.normalize('NFD'), hash })).toBe(true)
    expect(await verifyPassword({ password: 'Dưa sáp Cầu Kè', hash })).toBe(false)
    expect(await verifyPassword({ password: '', hash: 'no hash' })).toBe(false)
  })

  // A vector of the reference implementation (phc-winner-argon2, src/test.c).
  test('a password that another program hashed is recognised', async () => {
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword({ password: 'password', hash })).toBe(true)
    expect(await verifyPassword({ password: 'passwort', hash })).toBe(false)
  })
})

describe('a membership', () => {
  test('a role is held on its last day and has ended on the next', () => {
    expect(membershipStatusOf({ until: null }, '2026-11-23')).toBe('held')
    expect(membershipStatusOf({ until: '2026-11-23' }, '2026-11-23')).toBe('held')
    expect(membershipStatusOf({ until: '2026-11-22' }, '2026-11-23')).toBe('ended')
  })

  test('the role of the last administrator does not end', () => {
    expect(decideEnd({ status: 'held', isLastAdministrator: true })).toEqual({ ok: false, refusal: { code: 'last-administrator' } })
    expect(decideEnd({ status: 'held', isLastAdministrator: false })).toBeNull()
    expect(decideEnd({ status: 'ended', isLastAdministrator: false })).toMatchObject({ refusal: { code: 'wrong-status' } })
  })
})

test('every refusal has a sentence with its facts in it', () => {
  expect(sayRefusal({ code: 'too-many-attempts', minutes: 12 })).toContain('12 phút')
  expect(sayRefusal({ code: 'password-short', least: 8 })).toContain('8 ký tự')
})
