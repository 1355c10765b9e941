import { describe, expect, test } from 'vitest'
import { drawLogo, drawMark, isKitLogo, kitLogos, markFileName } from './rules.ts'

const held = { product: 'Kẹo dừa sáp <mẫu>', stars: 4, code: 'GCN-1', until: '2028-06-30' }

describe('the picture of the stars of a product', () => {
  test('is a file whose name says how many and until when', () => {
    expect(markFileName(held)).toBe('ocop-4-sao-keo-dua-sap-mau-den-2028-06-30.svg')
  })
  test('says whose they are, the number and the last day, and holds no markup of a name', () => {
    const svg = drawMark(held, [[true, false], [false, true]]) // prettier-ignore
    expect(svg).toContain('Kẹo dừa sáp &lt;mẫu&gt;')
    expect(svg).toContain('GCN-1 · đến 30/06/2028')
    expect([...svg.matchAll(/fill="#c98a12"/g)]).toHaveLength(4)
    expect(svg).toContain('M0 0h48v48h-48zM48 48h48v48h-48z')
  })
})

test('only the files of the kit are its files', () => {
  expect(kitLogos.map(drawLogo).every((svg) => svg.startsWith('<svg '))).toBe(true)
  expect([isKitLogo('bieu-trung.svg'), isKitLogo('../x.svg'), isKitLogo('constructor')]).toEqual([true, false, false])
})
