/** What the office keeps of a photo (platform/images.ts): more is not worth its way. */
const longestSide = 2000
/** Below this (bytes) a photo goes as it is. */
const smallEnough = 1_000_000
const quality = 0.85

/**
 * A photo of a telephone as small as the office will keep it anyway, upright and without the place where it was taken. What cannot be made smaller, and
 * everything that is not a photo, stays as it is.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.type !== 'image/jpeg' || file.size <= smallEnough || typeof createImageBitmap !== 'function') return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (!drawn || drawn.size >= file.size) return file
    return new File([drawn], file.name, { type: 'image/jpeg', lastModified: file.lastModified })
  } catch {
    return file
  }
}

/** Puts files into a field, and tells whoever keeps them. */
export function setFiles(input: HTMLInputElement, files: readonly File[]): void {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  input.files = transfer.files
  input.dispatchEvent(new Event('filesset', { bubbles: true }))
}

/** Makes the photos in a field small where they stand. */
export async function shrinkIn(input: HTMLInputElement): Promise<void> {
  const small = new Map<File, File>()
  for (const file of Array.from(input.files ?? [])) {
    const shrunk = await shrinkPhoto(file)
    if (shrunk !== file) small.set(file, shrunk)
  }
  // Others may have been chosen, or some taken out, meanwhile.
  const now = [...(input.files ?? [])]
  if (now.some((file) => small.has(file)))
    setFiles(
      input,
      now.map((file) => small.get(file) ?? file),
    )
}
