import { error } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { Outcome, Refusal } from '@dacsan/decisions'
import type { PaperFile } from '@dacsan/modules/papers'
import { drawingStatus, fileFormats, isDrawingRefusal } from '@dacsan/modules/papers/rules'
import type { DrawingRefusal, FileFormat } from '@dacsan/modules/papers/rules'
import { sayRefusal } from '@dacsan/modules/papers/words'

type Answering = Pick<RequestEvent, 'setHeaders'>
/** How a refusal is answered that is the room's own. */
type Otherwise<Own extends Refusal> = { status: number; say: (refusal: Own) => string }

/** A file to read in place or to keep and edit, as its format is; the name without its ending, letters, digits and dashes only. */
export function download<Own extends Refusal = never>(
  event: Answering,
  drawn: Outcome<Uint8Array, DrawingRefusal | Own>,
  { format, name, otherwise }: { format: FileFormat; name: string; otherwise?: Otherwise<Own> },
): Response {
  return fileResponse(requireDrawn(event, drawn, otherwise), format, `${name}.${format}`)
}

/** An official paper of a room. */
export function paperResponse(event: Answering, drawn: Outcome<PaperFile, DrawingRefusal>): Response {
  const { bytes, format, name } = requireDrawn(event, drawn)
  return fileResponse(bytes, format, name)
}

export function fileResponse(bytes: Uint8Array, format: FileFormat, name: string): Response {
  const { mediaType, disposition } = fileFormats[format]
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': mediaType, 'content-disposition': `${disposition}; filename="${name}"` },
  })
}

/** A page of a paper; whatever it may hold, it runs nothing here. */
export const pictureResponse = (webp: Uint8Array): Response =>
  new Response(new Uint8Array(webp), {
    headers: { 'content-type': 'image/webp', 'content-security-policy': "default-src 'none'; sandbox" },
  })

/** What was drawn; where nothing was, the answer says why, and when to ask again. */
export function requireDrawn<T, Own extends Refusal = never>(
  { setHeaders }: Answering,
  drawn: Outcome<T, DrawingRefusal | Own>,
  otherwise?: Otherwise<Own>,
): T {
  if (drawn.ok) return drawn.value
  const { refusal } = drawn
  if (isDrawingRefusal(refusal)) {
    setHeaders({ 'retry-after': String(refusal.retryAfter) })
    refuseFile(drawingStatus[refusal.code], sayRefusal(refusal))
  }
  refuseFile(otherwise?.status ?? 409, otherwise?.say(refusal as Own) ?? '')
}

/** The address of a file has no page around its errors: its message is all that is shown. */
function refuseFile(status: number, sentence: string): never {
  error(status, { message: sentence, detail: sentence })
}
