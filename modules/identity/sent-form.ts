import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import type { UserId } from './ids.ts'
import { deleteSentForm, insertSentForm, selectSentForm, updateSentForm } from './sent-form.store.ts'

/** How long an answer is kept for whoever sends the form again (minutes). A working aid; no rule asks for it. */
export const sentMinutes = 24 * 60
/** After so long without an answer the process that worked on it has ended (ms). */
const longestWork = 120_000
/** A longer answer is not kept: the form is known as done, and its page says the rest. */
const mostOfAnswer = 16 * 1024

/** A form under the key that its browser gave it, and the sum of what it holds. */
export type SentForm = { userId: UserId; key: string; sum: string }

/** What is known of it: nothing, what was answered, that it is being done, that nobody knows, or that it was done with other content. */
export type KnownForm = { state: 'new' | 'under-way' | 'unknown' | 'other' } | { state: 'answered'; answer: string }

/** Reads the header by which a browser names a form: key and sum, `0f3c….k2j9`. */
export function readFormKey(header: string | null): Pick<SentForm, 'key' | 'sum'> | null {
  const [, key, sum] = /^([0-9a-f]{32})\.([0-9a-z]{1,16})$/.exec(header ?? '') ?? []
  return key === undefined || sum === undefined ? null : { key, sum }
}

/** Takes a form up once: whoever sends it again meanwhile or later learns what became of it. */
export async function takeUpForm({ db, now }: Pick<Ctx, 'db' | 'now'>, form: SentForm): Promise<KnownForm> {
  if (await inTransaction({ db }, (tx) => insertSentForm(tx, form, now))) return { state: 'new' }
  const known = await selectSentForm(db, form)
  // It was given up between the two.
  if (!known) return { state: 'under-way' }
  if (known.answer === null) return { state: now.getTime() - known.sentAt.getTime() > longestWork ? 'unknown' : 'under-way' }
  return known.sum === form.sum ? { state: 'answered', answer: known.answer } : { state: 'other' }
}

/** Keeps what was answered; a form that was refused changed nothing and may come again. */
export async function endForm(
  { db }: Pick<Ctx, 'db'>,
  form: SentForm,
  outcome: { done: true; answer: string } | { done: false },
): Promise<void> {
  await inTransaction({ db }, (tx) =>
    outcome.done ? updateSentForm(tx, form, outcome.answer.length > mostOfAnswer ? '' : outcome.answer) : deleteSentForm(tx, form),
  )
}
