import { qrModules } from '@dacsan/gs1/qr'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawSquares } from './draw-squares.ts'

test('a drawn QR symbol is read back by a reader that we did not write', async () => {
  const text = '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8'
  const png = await drawSquares(qrModules(text), { scale: 8, margin: 4 })
  const { data, info } = await sharp(png).ensureAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
  expect(read?.data).toBe(text)
})
