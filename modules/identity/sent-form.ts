import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import type { UserId } from './ids.ts'
import { deleteSentForm, insertSentForm, selectSentForm, updateSentForm } from './sent-form.store.ts'

/** How long an answer is kept for whoever sends the form again (minutes). A working aid; no rule asks for it. */
export const answerMinutes = 24 * 60
/** How long a form is known as done (days): longer than a telephone lies switched off in a drawer with what it did not hear. */
export const sentDays = 60
/** After so long without an answer the process that worked on it has ended (ms). */
const longestWork = 120_000
/** A longer answer is not kept: the form is known as done, and its page says the rest. */
const mostOfAnswer = 16 * 1024

/** A form under the key that its browser gave it, and the sum of what it holds. */
export type SentForm = { userId: UserId; key: string; sum: string }

/** What is known of a form that came before. `other`: it was done with other content; `unknown`: whoever worked on it ended before saying. */
export type SentBefore = { state: 'under-way' | 'unknown' | 'other'; answer: null } | { state: 'answered'; answer: string }

/** Reads the header by which a browser names a form: key and sum, `0f3c….k2j9`. */
export function readFormKey(header: string | null): Pick<SentForm, 'key' | 'sum'> | null {
  const [, key, sum] = /^([0-9a-f]{32})\.([0-9a-z]{1,16})$/.exec(header ?? '') ?? []
  return key === undefined || sum === undefined ? null : { key, sum }
}

/**
 * Does what a form asks for once: whoever sends it again meanwhile or later learns what became of it. `act` gives its answer as it is to be kept, or null
 * where the form was refused: then nothing was changed, and it may come again.
 */
export async function doOnce<Done>(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  form: SentForm,
  act: () => Promise<{ done: Done; answer: string | null }>,
): Promise<{ done: Done } | { before: SentBefore }> {
  if (!(await inTransaction({ db }, (tx) => insertSentForm(tx, form, now)))) return { before: await sentBefore({ db, now }, form) }
  const giveBack = () => inTransaction({ db }, (tx) => deleteSentForm(tx, form))
  const { done, answer } = await act().catch(async (error: unknown) => {
    await giveBack()
    throw error
  })
  if (answer === null) await giveBack()
  else await inTransaction({ db }, (tx) => updateSentForm(tx, form, answer.length > mostOfAnswer ? '' : answer))
  return { done }
}

async function sentBefore({ db, now }: Pick<Ctx, 'db' | 'now'>, form: SentForm): Promise<SentBefore> {
  const known = await selectSentForm(db, form)
  // It was given back between the two: in a moment it may be done.
  if (!known) return { state: 'under-way', answer: null }
  if (known.answer === null) return { state: now.getTime() - known.sentAt.getTime() > longestWork ? 'unknown' : 'under-way', answer: null }
  return known.sum === form.sum ? { state: 'answered', answer: known.answer } : { state: 'other', answer: null }
}
