import { error, fail, type ActionFailure } from '@sveltejs/kit'
import type { z } from 'zod'

/** What a form gives back when it must be corrected: nothing typed is lost, every field says what is wrong. */
export type Correction = { values: Record<string, string>; errors: Record<string, string> }

export type FormRead<T> = { ok: true; value: T; values: Record<string, string> } | { ok: false; answer: ActionFailure<Correction> }

/** The posted form. What calls itself a form and cannot be read as one is the sender's fault. */
export async function readFormData(request: Request): Promise<FormData> {
  try {
    const form = await request.formData()
    form.delete('__proto__') // no field of ours, and no answer can carry it
    return form
  } catch (cause) {
    if (cause instanceof TypeError) error(400, 'Bad Request')
    throw cause
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
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data, values }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return { ok: false, answer: fail(422, { values, errors }) }
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
