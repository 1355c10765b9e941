import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aiRules, ruleAt, ruleOf } from './dictionary.ts'
import { faultOf } from './element.ts'
import { aiTitle } from './index.ts'

const dictionary = readFileSync(new URL('./dictionary/gs1-syntax-dictionary.txt', import.meta.url), 'utf8')

describe('the table of AIs', () => {
  test('the table of AIs is what the script writes from the GS1 Syntax Dictionary', () => {
    const check = () => execFileSync(process.execPath, ['tools/gs1-dictionary.ts', '--check'], { cwd: new URL('../..', import.meta.url) })
    expect(check).not.toThrow()
  })

  test('the table of AIs has a rule for each AI of each dictionary line, and no other', () => {
    const lines = dictionary.split('\n').filter((line) => /^\d/.test(line))
    const count = lines.reduce((sum, line) => {
      const [, first, last = first] = /^(\d+)(?:-(\d+))?/.exec(line) ?? []
      return sum + Number(last) - Number(first) + 1
    }, 0)
    expect(aiRules()).toHaveLength(count)
    expect(['23', '3106', '3338', '89', '1', '12345', 'AB', ''].map(ruleOf)).toEqual(Array.from({ length: 8 }))
  })

  test('the table of AIs has no AI that begins another, so that scan data can be split', () => {
    for (const { ai } of aiRules()) expect(ruleAt(`${ai}0000`, 0)?.ai).toBe(ai)
  })

  test('the table of AIs gives the data title of an AI', () => {
    expect(['01', '10', '3103', '7039', '99'].map(aiTitle)).toEqual(['GTIN', 'BATCH/LOT', 'NET WEIGHT (kg)', 'PROCESSOR # 9', 'INTERNAL'])
    expect(aiTitle('89')).toBeUndefined()
  })
})

/** The value in stars is the fault, as the unit tests of the GS1 Barcode Syntax Tests mark it; without stars the value is right. */
const marked: Record<string, readonly string[]> = {
  // csum, csumalpha (GS1 General Specifications, section 7.9.5, has the first)
  '8013': [
    '1987654Ad4X4bL5ttr2310c2K',
    '1987654Ad4X4bL5ttr2310c*2X*',
    '12345_ABCDEFGHIJKLMCP',
    '12345_nopqrstuvwxyzP2',
    '99999zzzzzzzzzzzzzzzzzzT2',
  ],
  '7023': ['1234', '012*A*A', '*A*12345'],
  '17': ['200600', '200229', '210228', '2102*29*', '20*13*10', '20*00*10', '2004*31*', '000229', '960229', '2001*32*'],
  '7006': ['200229', '2006*00*', '240229', '2402*30*'],
  '7250': ['20240229', '202302*29*', '2024*13*01', '19000228', '190002*29*'],
  '7003': ['2012252359', '201225*24*00', '20122523*60*'],
  '8008': ['201225230059', '2012252300*60*', '20122523*60*', '201225*24*'],
  '422': ['004', '894', '*987*', '*999*'],
  '7030': ['999ABC', '704ABC', '*987*ABC'],
  '4307': ['VN', '*XX*', '*AA*', 'ZW'],
  '3910': ['9780', '7040', '*987*0'],
  '7252': ['0', '1', '2', '9', '*3*'],
  '7041': ['1A', '200', 'ZZ', '*0*', '*AAA*'],
  '7241': ['01', '10', '*11*', '*79*', '80', '99', '*00*'],
  '4300': ['ABC%20XYZ', '%00', 'ABC*%fg*', 'ABC*%g*', 'ABC*%*'],
  '4309': ['02790858483600000000', '18000000000000000000', '*1800000001*0000000000', '0279085848*3600000001*'],
  '4321': ['0', '1', '*2*'],
  '4330': ['123456', '123456-', '123456*A*'],
  '7040': ['1ABC', '1AB-', '1AB*.*', '1AB_'],
  '7258': ['1/3', '3/3', '*0*/1', '1/*0*', '*2/1*', '*1//*', '*/11*'],
  '8001': ['11111111111117', '*0000*1111111117', '1111*00000*11111', '111111111111*2*1'],
  '8003': ['01234567890128', '*1*1234567890128', '0123456789012*9*'],
  '8006': ['123456789012310510', '12345678901231*0002*', '12345678901231*0201*', '1234567890123101*00*'],
  '8011': ['0', '1', '10', '*0*1'],
  '8014': ['1987654Ad4X4bL5ttr2310c2K', '12345678901234567890123*NU*'],
  '8007': [
    'FR7630006000011234567890189',
    'MU43BOMM0101123456789101000MUR',
    'BE*71*096123456760',
    '*BE71*',
    'LC14BOSL*x*x3456789012345678901230',
    '*XX*361234567890',
  ],
  '8030': ['gjAEyxx90-1BuYA8EVPfbp22', 'gjA*/*', 'AB=='],
  '8010': ['1234A#-/', '123456*_*'],
  '8110': [
    '012345612345611110123',
    '*a*12345612345611110123',
    '0*1*',
    '*7*1234567890123',
    '0123456123456*0*',
    '012345612345611110123*7*',
    '0123456123456111101233201231',
    '0123456123456111101233*201331*',
  ],
  '8112': ['001234561234560123456', '*2*01234561234560123456', '0*7*', '001234561234560123456*7*', '00123456*1*', '001234561234560*12345*'],
}

describe('a value', () => {
  const cases = Object.entries(marked).flatMap(([ai, values]) => values.map((value) => [ai, value] as const))

  test.each(cases)('the value of AI %s is judged, and its fault is located where the stars mark it: %s', (ai, value) => {
    const [before = '', bad] = value.split('*')
    const fault = faultOf(ruleOf(ai)!, value.replaceAll('*', ''))
    if (bad === undefined) return expect(fault).toBeUndefined()
    // Too short for what comes first is said by length.
    if (fault?.code === 'element-too-short') return expect(value.replaceAll('*', '').length).toBeLessThan(fault.limit)
    expect(fault).toMatchObject({ position: before.length })
  })

  test('a refused value names the rule that it breaks', () => {
    expect(faultOf(ruleOf('8006')!, '123456789012310002')).toEqual({ code: 'element-rule', rule: 'pieceoftotal', position: 14 })
    expect(faultOf(ruleOf('01')!, '0893850123456')).toEqual({ code: 'element-too-short', limit: 14, length: 13 })
    expect(faultOf(ruleOf('7040')!, '9o_')).toEqual({ code: 'element-too-short', limit: 4, length: 3 })
    expect(faultOf(ruleOf('10')!, 'x'.repeat(21))).toEqual({ code: 'element-too-long', limit: 20, length: 21 })
    // 14·7 + 13·5 + 13·3 + 13·2 = 228 = 7·32 + 4: the pair of 1000 is 96, so that the whole has digits only.
    expect(faultOf(ruleOf('8014')!, '100096')).toMatchObject({ code: 'element-rule', rule: 'hasnondigit' })
  })
})
