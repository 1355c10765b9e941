import { findChannelFile, takeChannelFile, takeFileInput } from '@dacsan/modules/channels'
import { channelFilePage as words, channelOrderStateWords, sayFault, settlementStateWords } from '@dacsan/modules/channels/words'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { refusedChannel } from '#lib/channels/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const mostShown = 300

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { orders, settlements, faults, ...file } = await findChannelFile(ctx, readId('chf', params.id))
  const rows = [
    ...orders.map(({ number, state, what, amountVnd }) => ({
      number,
      says: channelOrderStateWords[state],
      what: words.whats[what],
      amountVnd,
      feesVnd: null,
      netVnd: null,
    })),
    ...settlements.map(({ number, state, what, grossVnd, feesVnd, unexplainedVnd, netVnd }) => ({
      number,
      says: settlementStateWords[state],
      what: words.whats[what],
      amountVnd: grossVnd,
      feesVnd: feesVnd + unexplainedVnd,
      netVnd,
    })),
  ]
  return { file, rows: rows.slice(0, mostShown), count: rows.length, faults: faults.faults.map(sayFault), unread: faults.unread }
}

const taking = takeFileInput.omit({ fileId: true })

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, taking)
    if (!form.ok) return form.answer
    const outcome = await takeChannelFile(ctx, { ...form.value, fileId: readId('chf', params.id) })
    // Pressed twice: it is in the books, and the page says so.
    if (!outcome.ok && outcome.refusal.code !== 'file-taken') return refusedChannel(outcome.refusal, form.values)
    redirect(303, paths.channelFile(params.id))
  },
}
