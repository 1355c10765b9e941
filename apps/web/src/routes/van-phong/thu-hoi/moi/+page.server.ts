import { fail, redirect } from '@sveltejs/kit'
import {
  findAffected,
  findAffectedInput,
  findAffectedNames,
  rehearseRecall,
  riskClasses,
  startRecall,
  startRecallInput,
} from '@dacsan/modules/recall'
import { newId } from '@dacsan/platform/ids'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedRecall } from '#lib/recall/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const asked = findAffectedInput.parse(Object.fromEntries(findAffectedNames.map((name) => [name, url.searchParams.get(name) ?? ''])))
  const [found, risks] = await Promise.all([findAffected(ctx, asked), riskClasses(ctx)])
  const hasAsked = Boolean(asked.q || asked.input || asked.place || asked.from || asked.to)
  return { asked, found, risks, hasAsked, beganAt: ctx.now.getTime(), requestKey: newId('key') }
}

async function send(event: RequestEvent, command: typeof startRecall) {
  const chosen = (await readFormData(event.request.clone() as Request)).getAll('lotId').map(String)
  // Which lots were chosen comes back with the rest: nobody recalls one again that was left out.
  const again = ({ status, data }: ReturnType<typeof refusedRecall>) => fail(status, { ...data, chosen })
  const form = await readForm(event.request, startRecallInput)
  if (!form.ok) return again(form.answer)
  const started = await command(event.locals.ctx, form.value)
  if (!started.ok) return again(refusedRecall(started.refusal, form.values))
  const [first, ...more] = started.value.recallIds
  redirect(303, more.length > 0 ? paths.recalls : paths.recall(first!))
}

export const actions: Actions = {
  start: confirmFirst('recall.started', (event: RequestEvent) => send(event, startRecall)),
  rehearse: (event) => send(event, rehearseRecall),
}
