import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildDigitalLink,
  canonicalDigitalLink,
  checkDigit,
  elementsOf,
  formatElementString,
  gtinOf,
  hriLines,
  linkOfElements,
  parseDigitalLink,
  parseElementString,
  qualifierOf,
} from './index.ts'
import type { DigitalLinkRefusal } from './index.ts'

type Vector = {
  id: string
  kind: 'digitalLinkUri' | 'bracketedElementString'
  input: string
  valid: boolean
  elementString?: string
  canonicalDigitalLink?: string | null
  hri?: string[]
  error?: string
}
const vectors = readFileSync(new URL('./vectors/digital-link.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Vector => JSON.parse(line))
const uris = vectors.filter(({ kind }) => kind === 'digitalLinkUri')
const strings = vectors.filter(({ kind }) => kind === 'bracketedElementString')

const refusalOf = (uri: string): DigitalLinkRefusal | undefined => {
  const read = parseDigitalLink(uri)
  return read.ok ? undefined : read.refusal
}

describe('the vectors of the GS1 engine', () => {
  test('the vectors of the GS1 engine are complete', () => {
    expect(uris.map(({ valid }) => valid).filter(Boolean)).toHaveLength(133)
    expect(uris).toHaveLength(173)
    expect(strings.map(({ valid }) => valid).filter(Boolean)).toHaveLength(130)
    expect(strings).toHaveLength(308)
  })

  test.each(uris)(
    '$id: the Digital Link $input is judged as the GS1 engine judges it',
    ({ input, valid, elementString, canonicalDigitalLink: canonical, hri }) => {
      const read = parseDigitalLink(input)
      expect(read.ok, JSON.stringify(read)).toBe(valid)
      if (!read.ok) return
      expect(formatElementString(elementsOf(read.value))).toBe(elementString)
      expect(hriLines(elementsOf(read.value))).toEqual(hri)
      expect(canonicalDigitalLink(read.value)).toBe(canonical)
    },
  )

  test.each(strings)(
    '$id: the element string $input is judged as the GS1 engine judges it',
    ({ input, valid, elementString, canonicalDigitalLink: canonical, hri }) => {
      const read = parseElementString(input)
      expect(read.ok, JSON.stringify(read)).toBe(valid)
      if (!read.ok) return
      expect(formatElementString(read.value)).toBe(elementString)
      expect(hriLines(read.value)).toEqual(hri)
      const link = linkOfElements(read.value)
      expect(link.ok ? canonicalDigitalLink(link.value) : null).toBe(canonical)
    },
  )
})

describe('a Digital Link', () => {
  test('a Digital Link keeps attributes apart from parameters that are not an AI', () => {
    expect(parseDigitalLink('https://id.example.vn/01/08938501234568/10/A1%2FB?17=271231&linkType=gs1:pip&a')).toEqual({
      ok: true,
      value: {
        key: { ai: '01', value: '08938501234568' },
        qualifiers: [{ ai: '10', value: 'A1/B' }],
        attributes: [{ ai: '17', value: '271231' }],
        parameters: [
          ['linkType', 'gs1:pip'],
          ['a', ''],
        ],
      },
    })
  })

  test('a refused Digital Link names the wrong AI, the rule and the position', () => {
    const gtin = 'https://a/01/08938501234568'
    expect(refusalOf('https://a/01/08938501234567')).toEqual({
      code: 'link-value',
      ai: '01',
      reason: { code: 'element-rule', rule: 'csum', position: 13 },
    })
    expect(refusalOf(`${gtin}?17=271332`)).toEqual({
      code: 'link-value',
      ai: '17',
      reason: { code: 'element-rule', rule: 'yymmd0', position: 2 },
    })
    expect(refusalOf(`${gtin}?423=704000`)).toEqual({
      code: 'link-value',
      ai: '423',
      reason: { code: 'element-rule', rule: 'iso3166', position: 3 },
    })
    expect(refusalOf(`${gtin}/10/L%C3%B4`)).toEqual({
      code: 'link-value',
      ai: '10',
      reason: { code: 'element-characters', character: 'ô', position: 1 },
    })
    expect(refusalOf(`${gtin}/21/1/10/A`)).toEqual({ code: 'link-qualifiers', given: ['21', '10'] })
    expect(refusalOf(`${gtin}/10/A/235/B`)).toEqual({ code: 'link-qualifiers', given: ['10', '235'] })
    expect(refusalOf(`${gtin}?10=A`)).toEqual({ code: 'link-attribute-in-path', ai: '10' })
    expect(refusalOf(`${gtin}?8200=A`)).toEqual({ code: 'link-attribute-not-allowed', ai: '8200' })
    expect(refusalOf(`${gtin}?99=A&99=A`)).toEqual({ code: 'link-attribute-twice', ai: '99' })
    expect(refusalOf(`${gtin}?999=A`)).toEqual({ code: 'link-attribute-unknown', ai: '999' })
    expect(refusalOf(`${gtin}?3900=5`)).toEqual({ code: 'elements-required', ai: '3900', anyOf: '255,8020' })
    expect(refusalOf(`${gtin}?3100=000001&3101=000001`)).toEqual({ code: 'elements-excluded', ai: '3100', by: '3101' })
    expect(refusalOf(`${gtin}/10/%`)).toEqual({ code: 'link-encoding', part: '%' })
    expect(refusalOf(`${gtin} `)).toEqual({ code: 'link-characters', position: gtin.length })
    expect(refusalOf('https://a/b/c')).toEqual({ code: 'link-no-key' })
    expect(refusalOf(`${gtin}/`)).toEqual({ code: 'link-no-key' })
    expect(refusalOf('https:///01/08938501234568')).toEqual({ code: 'link-host' })
    expect(refusalOf('ftp://a/01/08938501234568')).toEqual({ code: 'link-scheme' })
  })

  // `+` as the engine's own tests have it.
  test('a Digital Link reads a plus in the path as a plus, and in the query string as a space', () => {
    const read = parseDigitalLink('https://a/01/12312312312333/22/ABC+123?99=ABC&98=XYZ%2f987&q=a+b')
    expect(read.ok && elementsOf(read.value)).toEqual([
      { ai: '01', value: '12312312312333' },
      { ai: '22', value: 'ABC+123' },
      { ai: '99', value: 'ABC' },
      { ai: '98', value: 'XYZ/987' },
    ])
    expect(read.ok && read.value.parameters).toEqual([['q', 'a b']])
    expect(refusalOf('https://a/01/12312312312333?98=XYZ+987')).toMatchObject({ code: 'link-value', ai: '98' })
  })

  test('a Digital Link keeps a foreign parameter that is badly encoded unchanged', () => {
    const read = parseDigitalLink('https://a/01/12312312312333?utm=%ZZ')
    expect(read.ok && read.value.parameters).toEqual([['utm', '%ZZ']])
  })

  test('a Digital Link gives its GTIN, its lot and its serial number', () => {
    const read = parseDigitalLink('https://a/01/08938501234568/10/L7/21/1')
    if (!read.ok) throw new Error(read.refusal.code)
    expect([gtinOf(read.value), qualifierOf(read.value, '10'), qualifierOf(read.value, '22')]).toEqual(['08938501234568', 'L7', undefined])
    const place = parseDigitalLink('https://a/414/8938501234568')
    expect(place.ok && gtinOf(place.value)).toBeUndefined()
  })

  test('a Digital Link that could not be read back is not written', () => {
    expect(() => buildDigitalLink({ domain: 'a', key: { ai: '01', value: '1' } })).toThrow(RangeError)
    expect(() => buildDigitalLink({ domain: 'a', key: { ai: '10', value: 'L7' } })).toThrow(RangeError)
  })

  const set82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
  const text = (longest: number) => fc.string({ unit: fc.constantFrom(...set82), minLength: 1, maxLength: longest })
  const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
  const checked = (length: number) => digits(length - 1).map((body) => `${body}${checkDigit(body)}`)
  const element = (ai: string, value: fc.Arbitrary<string>) => value.map((written) => ({ ai, value: written }))
  const someOf = (...elements: fc.Arbitrary<{ ai: string; value: string }>[]) =>
    fc.tuple(...elements.map((one) => fc.option(one, { nil: undefined }))).map((all) => all.filter((one) => one !== undefined))
  const anyLink = fc.oneof(
    fc.record({
      key: element('01', checked(14)),
      qualifiers: fc.oneof(
        someOf(element('22', text(20)), element('10', text(20)), element('21', text(20))),
        someOf(element('235', text(28))),
      ),
      attributes: someOf(element('17', fc.constant('271200')), element('99', text(90)), element('3103', digits(6))),
    }),
    fc.record({ key: element('00', checked(18)), qualifiers: fc.constant([]), attributes: someOf(element('403', text(30))) }),
    fc.record({ key: element('414', checked(13)), qualifiers: someOf(element('254', text(20))), attributes: fc.constant([]) }),
    fc.record({ key: element('8018', checked(18)), qualifiers: someOf(element('8019', digits(10))), attributes: fc.constant([]) }),
  )

  test('a Digital Link written and read again is the same, and so are its canonical form and its elements', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        const uri = buildDigitalLink({ domain: 'https://id.example.vn/stem/', ...link })
        expect(parseDigitalLink(uri)).toEqual({ ok: true, value: { ...link, parameters: [] } })
        const canonical = canonicalDigitalLink(link)
        const again = parseDigitalLink(canonical)
        expect(again.ok && canonicalDigitalLink(again.value)).toBe(canonical)
        const string = parseElementString(formatElementString(elementsOf(link)))
        expect(string).toEqual({ ok: true, value: elementsOf(link) })
        expect(string.ok && linkOfElements(string.value)).toEqual({ ok: true, value: { ...link, parameters: [] } })
      }),
    )
  })

  test('C44: the parser of Digital Links and element strings never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true }), (tail, url) => {
        for (const uri of [
          tail,
          url,
          `https://a/01/08938501234568${tail}`,
          `https://a/01/08938501234568/10/${tail}`,
          `https://a/01/08938501234568?99=${tail}`,
        ])
          expect(typeof parseDigitalLink(uri).ok).toBe('boolean')
        for (const string of [tail, `(01)08938501234568${tail}`, `(01)08938501234568(10)${tail}`])
          expect(typeof parseElementString(string).ok).toBe('boolean')
      }),
    )
  })
})
