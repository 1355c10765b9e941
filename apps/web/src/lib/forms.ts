import { MIMEType } from 'node:util'
import { error, fail, type ActionFailure } from '@sveltejs/kit'
import type { z } from 'zod'

/** What a form gives back when it must be corrected: nothing typed is lost, every field says what is wrong. */
export type Correction = { values: Record<string, string>; errors: Record<string, string> }

export type FormRead<T> = { ok: true; value: T; values: Record<string, string> } | { ok: false; answer: ActionFailure<Correction> }

/** The posted form. What calls itself a form and cannot be read as one is the sender's fault. */
export async function readFormData(request: Request): Promise<FormData> {
  try {
    const form = withUploads(request, await boundedParts(request).formData())
    form.delete('__proto__') // no field of ours, and no answer can carry it
    return form
  } catch (cause) {
    if (cause instanceof TooManyParts) error(413, 'Content Too Large')
    if (cause instanceof TypeError) error(400, 'Bad Request')
    throw cause
  }
}

const uploads = new WeakMap<Request, ReadonlyMap<string, Buffer<ArrayBuffer>>>()

/** Files that came in pieces before the form of this request, which names them by their ids. */
export function bringUploads(request: Request, files: ReadonlyMap<string, Buffer<ArrayBuffer>>): void {
  uploads.set(request, files)
}

/** The form with the files in their places; a text that only looks like an id stays a text. */
function withUploads(request: Request, form: FormData): FormData {
  const files = uploads.get(request)
  if (!files) return form
  const whole = new FormData()
  for (const [name, value] of form) {
    const [, id, fileName] = typeof value === 'string' ? (/^upload:([0-9a-f]{32}):([\s\S]*)$/.exec(value) ?? []) : []
    const bytes = id === undefined ? undefined : files.get(id)
    if (bytes === undefined) whole.append(name, value)
    else whole.append(name, new File([bytes], fileName ?? ''))
  }
  return whole
}

/** Whether a request ended before all of it was here: the sender has gone, and nothing of ours failed. A socket of ours names its system call. */
export function isCutOff(error: unknown): boolean {
  return error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET' && !('syscall' in error)
}

/** More than any form of ours that takes files has fields and files. */
const mostParts = 200
class TooManyParts extends Error {}

/**
 * The request, or what fails at its first part too many. Each part costs as much to read as many bytes: 40 MB of tiny ones would keep the process
 * for seconds, in one turn.
 */
function boundedParts(request: Request): Pick<Request, 'formData'> {
  const type = request.headers.get('content-type') ?? ''
  if (request.body === null || !/^multipart\/form-data\s*;/i.test(type)) return request
  const boundary = boundaryOf(type)
  if (!boundary) return request
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  let [marks, rest]: [number, Buffer] = [0, Buffer.alloc(0)]
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      const seen = Buffer.concat([rest, bytes])
      let from = 0
      for (let at = seen.indexOf(mark); at >= 0; at = seen.indexOf(mark, from)) {
        from = at + mark.length
        // The last mark ends the form.
        if (++marks > mostParts + 1) throw new TooManyParts()
      }
      // A mark may arrive in two pieces.
      rest = seen.subarray(Math.max(from, seen.length - mark.length + 1))
      controller.enqueue(bytes)
    },
  })
  // Cancelled, the connection would be cut before the answer is out.
  return new Response(request.body.pipeThrough(counting, { preventCancel: true }), { headers: { 'content-type': type } })
}

/** Read as the reader of the form reads it, so that nobody writes two. */
function boundaryOf(type: string): string | null {
  try {
    return new MIMEType(type).params.get('boundary')
  } catch {
    return null
  }
}

/**
 * Reads a posted form through its schema. Repeated names become arrays, files that were not chosen disappear, an empty text stays an empty text.
 * On failure the answer is a 422 with what was typed and one sentence per field.
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormRead<z.infer<Schema>>> {
  const form = await readFormData(request)
  // Each entry is seen once: a form of a hundred thousand fields costs no more than reading it.
  const given = Map.groupBy(form, ([name]) => name)
  const raw = Object.fromEntries(
    [...given].map(([name, entries]) => {
      // A browser sends a file without a name where none was chosen; one that has a name and nothing in it was chosen, and is somebody's fault to hear of.
      const kept = entries.map(([, entry]) => entry).filter((entry) => !(entry instanceof File && entry.size === 0 && entry.name === ''))
      return [name, kept.length > 1 ? kept : kept[0]]
    }),
  )
  const values = typedValues(form)
  noteForeign(request, schema, given.keys())
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data, values }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return { ok: false, answer: fail(422, { values, errors }) }
}

/** What others decide, by the names that a form could give it: whoever sends one of these tries to set what is not theirs. */
const decidedByOthers = new Set(
  `stars points score rank potential-five standing status verified verified-at verified-by verified-method certified certified-from certified-until
  certificate-code seller-id producer-id organisation-id user-id actor-id created-by role roles memberships is-sample in-register payment-status
  fulfilment-status total-vnd paid declared-at submitted-at commune-due-on code slug trace-code`
    .split(/\s+/)
    .map(plain),
)

/** `seller_id`, `sellerId` and `seller-id` are one name. */
function plain(name: string): string {
  return name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
}

const foreign = new WeakMap<Request, string[]>()

/** The names of the fields that the form of a request sent and does not have, and that others decide: they were not read. */
export const foreignFieldsOf = (request: Request): readonly string[] => foreign.get(request) ?? []

function noteForeign(request: Request, schema: z.ZodType, names: Iterable<string>): void {
  const shape = 'shape' in schema ? (schema.shape as Record<string, unknown>) : null
  if (!shape) return
  const found = [...names].filter((name) => !Object.hasOwn(shape, name) && decidedByOthers.has(plain(name)))
  if (found.length > 0) foreign.set(request, found.slice(0, 20))
}

/** The same answer with what is wrong said in another way: in the language of its reader. */
export function sayFaults<Answer extends { data: { errors: Record<string, string> } }>(
  answer: Answer,
  said: (sentence: string) => string,
): Answer {
  answer.data.errors = Object.fromEntries(Object.entries(answer.data.errors).map(([name, sentence]) => [name, said(sentence)]))
  return answer
}

/** Refusals that say nothing against what was sent: the same form may be taken in a moment. Machines are told by the status when to come again. */
const notNow: ReadonlySet<string> = new Set(['scanner-silent', 'pages-busy'])

/** The form again, with the refusal of a command said beside the field it belongs to; `code` is that of the refusal, where a command refused. */
export function correct(values: Record<string, string>, errors: Record<string, string>, code?: string): ActionFailure<Correction> {
  return fail(code !== undefined && notNow.has(code) ? 503 : 422, { values, errors })
}

function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
