import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyPrefixLengths, digitalLinkToEpc, epcToDigitalLink } from './index.ts'

type Vectors = { pairs: { id: string; urn: string; digitalLink: string; gcpLength: number }[]; invalid: string[] }
const { pairs, invalid } = JSON.parse(readFileSync(new URL('./vectors/epc.json', import.meta.url), 'utf8')) as Vectors

/** Listed as malformed, but 6 + 11 digits are the 17 of an SSCC: see vectors/README.md. */
const inDoubt = 'urn:epc:id:sscc:893850.12345678901'

describe('an EPC URI', () => {
  test.each(pairs)('$id: the EPC URI $urn converts to $digitalLink and back', ({ urn, digitalLink, gcpLength }) => {
    expect(epcToDigitalLink(urn)).toEqual({ ok: true, value: digitalLink })
    expect(digitalLinkToEpc(digitalLink, gcpLength)).toEqual({ ok: true, value: urn })
  })

  test.each(invalid.filter((urn) => urn !== inDoubt))('the malformed EPC URI %s is refused', (urn) => {
    expect(epcToDigitalLink(urn).ok).toBe(false)
  })

  test('an EPC URI of an SSCC has 17 digits before its check digit, however prefix and reference share them', () => {
    expect(invalid).toContain(inDoubt)
    expect(epcToDigitalLink(inDoubt)).toEqual({ ok: true, value: 'https://id.gs1.org/00/189385023456789015' })
  })

  test('a refused EPC URI names the reason', () => {
    const refusals: [urn: string, refusal: object][] = [
      ['urn:epc:id:gid:1.2.3', { code: 'epc-scheme', scheme: 'gid' }],
      ['urn:epc:id:lgtin:8933043.183955.A', { code: 'epc-scheme', scheme: 'lgtin' }],
      ['urn:epc:class:sgtin:8933043.183955.A', { code: 'epc-scheme', scheme: 'sgtin' }],
      ['https://id.gs1.org/01/18933043839551', { code: 'epc-not-an-epc' }],
      ['urn:epc:id:sgtin:8933043.183955.', { code: 'epc-value', ai: '21', reason: { code: 'element-empty' } }],
      ['urn:epc:id:sgtin:8933043.183955.A/B', { code: 'epc-characters', part: 'A/B' }],
      ['urn:epc:id:sgtin:8933043.183955.%ZZ', { code: 'epc-characters', part: '%ZZ' }],
      ['urn:epc:id:sgtin:8933043.18395.A', { code: 'epc-reference', reference: '18395' }],
      ['urn:epc:idpat:sgtin:8933043.*.*', { code: 'epc-pattern', pattern: '8933043.*.*' }],
      ['urn:epc:idpat:sgtin:8933043.183955.A', { code: 'epc-pattern', pattern: '8933043.183955.A' }],
      ['urn:epc:idpat:giai:8933043.*', { code: 'epc-pattern', pattern: '8933043.*' }],
      ['urn:epc:id:itip:8933043.183955.1.2.S1', { code: 'epc-reference', reference: '1.2' }],
      ['urn:epc:idpat:sgln:8933043.18395.*', { code: 'epc-pattern', pattern: '8933043.18395.*' }],
    ]
    for (const [urn, refusal] of refusals) expect(epcToDigitalLink(urn), urn).toEqual({ ok: false, refusal })
  })

  test('an EPC pattern URI for all objects of a class has a star as its serial number', () => {
    // Prefix, reference and check digit as in E133, E009, E117, E013 and E017.
    for (const [urn, link, length] of [
      ['urn:epc:idpat:grai:893783.597612.*', 'https://id.gs1.org/8003/08937835976120', 6],
      ['urn:epc:idpat:gdti:893578.140178.*', 'https://id.gs1.org/253/8935781401789', 6],
      ['urn:epc:idpat:sgcn:893021499154..*', 'https://id.gs1.org/255/8930214991547', 12],
      ['urn:epc:idpat:cpi:893578.A308.*', 'https://id.gs1.org/8010/893578A308', 6],
      ['urn:epc:idpat:itip:893578.1678962.01.02.*', 'https://id.gs1.org/8006/189357867896290102', 6],
    ] as const) {
      expect(epcToDigitalLink(urn)).toEqual({ ok: true, value: link })
      expect(digitalLinkToEpc(link, length)).toEqual({ ok: true, value: urn })
    }
    // The GTIN of a tobacco pack's UPUI is a GTIN like any other.
    expect(epcToDigitalLink('urn:epc:idpat:upui:893021499154.2.*')).toEqual({ ok: true, value: 'https://id.gs1.org/01/28930214991541' })
  })

  test('C44: the conversion between EPC URIs and Digital Links never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...pairs),
        fc.integer({ min: -3, max: 20 }),
        (tail, { urn, digitalLink }, length) => {
          expect(typeof epcToDigitalLink(tail).ok).toBe('boolean')
          expect(typeof epcToDigitalLink(`${urn}${tail}`).ok).toBe('boolean')
          expect(typeof digitalLinkToEpc(`${digitalLink}${tail}`, length).ok).toBe('boolean')
          expect(typeof digitalLinkToEpc(digitalLink, length).ok).toBe('boolean')
        },
      ),
    )
  })
})

describe('a Digital Link said as an EPC', () => {
  test('a Digital Link converts to the EPC of the finest level that an EPC can identify', () => {
    const gtin = 'https://a/01/18933043839551'
    expect(digitalLinkToEpc(`${gtin}/10/L7/21/1?17=271231`, 7)).toEqual({ ok: true, value: 'urn:epc:id:sgtin:8933043.183955.1' })
    expect(digitalLinkToEpc(`${gtin}/22/V/10/L7`, 7)).toEqual({ ok: true, value: 'urn:epc:class:lgtin:8933043.183955.L7' })
    expect(digitalLinkToEpc('https://a/414/8939406544011', 7)).toEqual({ ok: true, value: 'urn:epc:id:sgln:8939406.54401.0' })
  })

  test('a Digital Link does not convert to an EPC that would identify more objects, or none', () => {
    expect(digitalLinkToEpc('https://a/01/18933043839551/22/V', 7)).toEqual({ ok: false, refusal: { code: 'epc-none', ais: ['01', '22'] } })
    expect(digitalLinkToEpc('https://a/8018/893836918550477362/8019/1', 11)).toEqual({
      ok: false,
      refusal: { code: 'epc-none', ais: ['8018', '8019'] },
    })
    expect(digitalLinkToEpc('https://a/01/18933043839551', 5)).toEqual({
      ok: false,
      refusal: { code: 'epc-company-prefix-length', length: 5 },
    })
    expect(digitalLinkToEpc('https://a/8004/8933043A377', 8)).toEqual({
      ok: false,
      refusal: { code: 'epc-company-prefix-length', length: 8 },
    })
  })

  test('a Digital Link converts to an EPC with the company prefix length from a table', () => {
    const lengths = companyPrefixLengths([
      { prefix: '893', length: 8 },
      { prefix: '8933', length: 7 },
      { prefix: '8934', length: 0 },
    ])
    expect(digitalLinkToEpc('https://a/01/18933043839551/21/1', lengths)).toEqual({ ok: true, value: 'urn:epc:id:sgtin:8933043.183955.1' })
    expect(lengths('8939')).toBe(8)
    expect(lengths('8934')).toBeUndefined()
    expect(lengths('')).toBeUndefined()
    expect(digitalLinkToEpc('https://a/00/952012345678912345', lengths)).toMatchObject({
      ok: false,
      refusal: { code: 'epc-company-prefix-length' },
    })
  })
})
