import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const read = (path: string) => readFileSync(new URL(`vectors/jcs/${path}`, import.meta.url), 'utf8')
const canonical = (text: string) => {
  const outcome = canonicalJson(text)
  return outcome.ok ? outcome.value : outcome.refusal
}

test.each(['arrays', 'french'])('the published document %s has the published canonical form', (name) => {
  expect(canonical(read(`${name}.in.json`))).toBe(read(`${name}.out.json`))
})

describe('the samples of RFC 8785', () => {
  test('RFC 8785, 3.2.2: numbers, escapes and literals have the canonical form of the sample', () => {
    expect(
      canonical(
        String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
      ),
    ).toBe(String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`)
  })

  test('RFC 8785, 3.2.3: keys are sorted by their UTF-16 code units, so an emoji comes before a Hebrew letter', () => {
    const text = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`
    const order = Object.values(JSON.parse(canonical(text) as string) as object)
    // JSON.parse puts the key 1 first, wherever it stood.
    expect(order.slice(1)).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
    expect((canonical(text) as string).startsWith(String.raw`{"\r":"Carriage Return","1":"One","`)).toBe(true)
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4340000000000001', '9007199254740994'],
    ['4340000000000002', '9007199254740996'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('RFC 8785, appendix B: the number with the bits %s is written as %s', (bits, written) => {
    const number = new DataView(Uint8Array.fromHex(bits).buffer).getFloat64(0)
    // Seventeen digits name a double exactly, and -0 keeps its sign.
    expect(canonical(Object.is(number, -0) ? '-0' : number.toExponential(16))).toBe(written)
    expect(canonical(`[${number.toExponential(20)}]`)).toBe(`[${written}]`)
  })
})

describe('what two readers could take for different things is refused with its place', () => {
  test.each([
    ['a repeated key', '{"a":1,"a":1}', { code: 'repeated-key', at: 7 }],
    ['a repeated key that is once escaped', String.raw`{"a":1,"\u0061":2}`, { code: 'repeated-key', at: 7 }],
    ['a repeated key deep inside', '[{"a":{"b":[{"c":1, "d":[], "c":2}]}}]', { code: 'repeated-key', at: 28 }],
    ['a repeated key __proto__', '{"__proto__":1,"__proto__":2}', { code: 'repeated-key', at: 15 }],
    ['a lone surrogate', String.raw`["\ud800"]`, { code: 'lone-surrogate', at: 1 }],
    ['a lone surrogate in a key', String.raw`{"\udead":1}`, { code: 'lone-surrogate', at: 1 }],
    ['surrogates in the wrong order', String.raw`"\udead\ud800"`, { code: 'lone-surrogate', at: 0 }],
    ['a lone surrogate that is not escaped', '"\ud800"', { code: 'lone-surrogate', at: 0 }],
    ['a number that would be infinite', '[1, 1e400]', { code: 'number-too-large', at: 4 }],
    ['a number that would be minus infinite', '{"a":-1E999}', { code: 'number-too-large', at: 5 }],
  ])('C42: a JSON text with %s is refused with its place', (_, text, refusal) => {
    expect(canonical(text)).toEqual(refusal)
  })

  test.each([
    '',
    ' ',
    '{',
    '[1,]',
    "{'a':1}",
    '{a:1}',
    '01',
    '+1',
    '.5',
    '1.',
    'NaN',
    'Infinity',
    'undefined',
    '"\t"',
    '\ufeff{}',
    '[1] 2',
    '// x\n1',
    String.raw`"\x41"`,
    '\u00a0[]',
  ])('the text %j is not JSON', (text) => expect(canonical(text)).toEqual({ code: 'not-json' }))
})

describe('what is fine stays fine', () => {
  test.each([
    ['the same key in two objects', '[{"a":1},{"a":{"a":2}}]', '[{"a":1},{"a":{"a":2}}]'],
    ['a string equal to a key', '{"a":"a","b":["a","a"]}', '{"a":"a","b":["a","a"]}'],
    ['a string after a comma in a list in an object', '{"k":["x","k"],"x":"k"}', '{"k":["x","k"],"x":"k"}'],
    ['strings full of punctuation', String.raw`{"{\"a\":1,":"}],\\","b":"1e999"}`, String.raw`{"b":"1e999","{\"a\":1,":"}],\\"}`],
    [
      '__proto__, constructor and toJSON as keys',
      '{"toJSON":1,"constructor":2,"__proto__":{"b":1,"a":2}}',
      '{"__proto__":{"a":2,"b":1},"constructor":2,"toJSON":1}',
    ],
    ['digits as keys', '{"10":1,"9":2,"1":3}', '{"1":3,"10":1,"9":2}'],
    ['the empty key', '{"":""}', '{"":""}'],
    ['a number too small for a double', '1e-999', '0'],
    ['a string alone', ' "Dừa sáp" ', '"Dừa sáp"'],
    ['an accent that stays decomposed', String.raw`"e\u0301"`, '"e\u0301"'],
    ['the line separator U+2028', String.raw`"\u2028"`, '"\u2028"'],
  ])('a JSON text with %s has a canonical form', (_, text, written) => expect(canonical(text)).toBe(written))

  test.each([
    ['a string of ten million characters', 'a'.repeat(10_000_000)],
    ['a string of two million escapes', String.raw`\n`.repeat(2_000_000)],
  ])('the canonical form of %s is the string itself', { timeout: 30_000 }, (_, inside) => {
    expect(canonical(`"${inside}"`) === `"${inside}"`).toBe(true)
  })

  test('C42: a hundred thousand nested lists have a canonical form', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(canonical(text)).toBe(text)
  })
})

describe('always', () => {
  test('the canonical form is its own canonical form, means the same, and ignores white space of the input', { timeout: 30_000 }, () => {
    const anyJson = fc.jsonValue({ stringUnit: 'grapheme' })
    fc.assert(
      fc.property(anyJson, fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        fc.pre(text.isWellFormed())
        const written = canonical(text)
        fc.pre(typeof written === 'string')
        expect(canonical(written as string)).toBe(written)
        expect(JSON.parse(written as string)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('C42: canonicalJson never throws on any text', () => {
    const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
    const nearJson = fc.string({ unit: fc.constantFrom(...'{}[],:"\\u00e9d81a-.e+ \n') })
    fc.assert(fc.property(fc.oneof(anyUnits, nearJson), (text) => typeof canonicalJson(text).ok === 'boolean'))
  })
})
