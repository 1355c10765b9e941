import { readTyped } from '@dacsan/modules/certificates/rules'

/** A credential is some kilobytes; more is none. */
const mostBytes = 64 * 1024
/** Enough for the modules of the symbol in a photo of the whole paper (in pixels). */
const longestSide = 2400
/** The paper has two symbols, and a frame may look like one. */
const mostSymbols = 4

/** What a file says: the text in it, or that of the symbol in a photo; null where it can be no certificate. Nothing leaves the device. */
export async function textOfFile(file: File): Promise<string | null> {
  if (file.type.startsWith('image/')) return textOfPhoto(file).catch(() => null)
  return file.size > mostBytes ? null : file.text()
}

async function textOfPhoto(file: File): Promise<string | null> {
  const [{ default: readSymbol }, photo] = await Promise.all([import('jsqr'), createImageBitmap(file, { imageOrientation: 'from-image' })])
  const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(photo.width * scale)
  canvas.height = Math.round(photo.height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return null
  pen.drawImage(photo, 0, 0, canvas.width, canvas.height)
  photo.close()
  for (let tried = 0; tried < mostSymbols; tried++) {
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
    const found = readSymbol(data, width, height)
    if (!found) return null
    if ((await readTyped(found.data)) !== null) return found.data
    // The smaller symbol, which leads to the page of the certificate: it is covered, and the other one is looked for.
    const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location
    pen.fillStyle = '#fff'
    pen.beginPath()
    for (const { x, y } of [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner]) pen.lineTo(x, y)
    pen.fill()
  }
  return null
}
