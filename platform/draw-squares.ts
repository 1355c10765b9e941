import sharp from 'sharp'

/** Draws rows of dark (true) and light squares as a PNG: `scale` pixels a square, a light border of `margin` squares. */
export async function drawSquares(
  rows: readonly (readonly boolean[])[],
  { scale, margin }: { scale: number; margin: number },
): Promise<Buffer> {
  const [width, height] = [rows[0]?.length ?? 0, rows.length]
  const pixels = Buffer.from(rows.flatMap((row) => row.map((dark) => (dark ? 0 : 255))))
  const border = scale * margin
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize(width * scale, height * scale, { kernel: 'nearest' })
    .extend({ top: border, bottom: border, left: border, right: border, background: '#fff' })
    .toColourspace('b-w')
    .png()
    .toBuffer()
}
