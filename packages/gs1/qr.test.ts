import jsqr from 'jsqr'
import { describe, expect, test } from 'vitest'
import { qrModules, qrSvg } from './qr.ts'

describe('a QR symbol', () => {
  const url = 'https://id.example.vn/01/08938501234568/10/A1%2FB/21/000123'

  test('a QR symbol is read back by an independent decoder', () => {
    const modules = qrModules(url)
    const scale = 4
    const quiet = 4
    const side = (modules.length + 2 * quiet) * scale
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
    modules.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (!dark) return
        for (let dy = 0; dy < scale; dy += 1)
          for (let dx = 0; dx < scale; dx += 1)
            pixels.fill(
              0,
              (((y + quiet) * scale + dy) * side + (x + quiet) * scale + dx) * 4,
              (((y + quiet) * scale + dy) * side + (x + quiet) * scale + dx) * 4 + 3,
            )
      }),
    )
    expect(jsqr.default(pixels, side, side)?.data).toBe(url)
  })

  test('a QR symbol is drawn with a quiet zone of four modules around it', () => {
    const side = qrModules(url).length + 8
    expect(qrSvg(url)).toContain(`viewBox="0 0 ${side} ${side}"`)
    const places = [...qrSvg(url).matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, x, y, length]) => ({
      x: Number(x),
      y: Number(y),
      end: Number(x) + Number(length),
    }))
    expect(Math.min(...places.map(({ x }) => x), ...places.map(({ y }) => y))).toBe(4)
    expect(Math.max(...places.map(({ end }) => end))).toBe(side - 4)
  })
})
