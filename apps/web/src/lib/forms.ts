import { fail, type ActionFailure } from '@sveltejs/kit'
import type { z } from 'zod'

/** What a form gives back when it must be corrected: nothing typed is lost, every field says what is wrong. */
export type Correction = { values: Record<string, string>; errors: Record<string, string> }

export type FormRead<T> = { ok: true; value: T; values: Record<string, string> } | { ok: false; answer: ActionFailure<Correction> }

/**
 * Reads a posted form through its schema. Repeated names become arrays, empty files disappear, an empty text stays an empty text.
 * On failure the answer is a 422 with what was typed and one sentence per field.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<FormRead<z.infer<Schema>>> {
  const form = await request.formData()
  const raw: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const entries = form.getAll(name).filter((entry) => !(entry instanceof File && entry.size === 0))
    raw[name] = entries.length > 1 ? entries : entries[0]
  }
  const values = typedValues(form)
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data, values }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return { ok: false, answer: fail(422, { values, errors }) }
}

/** The form again, with the refusal of a command said beside the field it belongs to. */
export function correct(
  values: Record<string, string>,
  errors: Record<string, string>,
): ActionFailure<Correction> {
  return fail(422, { values, errors })
}

function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, entry] of form) if (typeof entry === 'string') values[name] = entry
  return values
}
