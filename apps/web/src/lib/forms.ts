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
 * Reads a posted form through its schema. Repeated names become arrays, empty files disappear, an empty text stays an empty text.
 * On failure the answer is a 422 with what was typed and one sentence per field.
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormRead<z.infer<Schema>>> {
  const form = await readFormData(request)
  // Each entry is seen once: a form of a hundred thousand fields costs no more than reading it.
  const given = Map.groupBy(form, ([name]) => name)
  const raw = Object.fromEntries(
    [...given].map(([name, entries]) => {
      const kept = entries.map(([, entry]) => entry).filter((entry) => !(entry instanceof File && entry.size === 0))
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

/** The form again, with the refusal of a command said beside the field it belongs to. */
export function correct(values: Record<string, string>, errors: Record<string, string>): ActionFailure<Correction> {
  return fail(422, { values, errors })
}

function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
