import {
  cancelClass,
  cancelClassInput,
  classInput,
  findClass,
  holdClass,
  openClass,
  participantInput,
  signUpByPhone,
  signUpByPhoneInput,
  withdrawPlace,
} from '@dacsan/modules/support'
import { newId, readId } from '@dacsan/platform/ids'
import { formatMoment } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnTraining } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const view = await findClass(ctx, readId('tcl', params.id))
  const { held, may } = view
  return {
    ...view,
    held: { ...held, signUpBy: formatMoment(held.signUpBy) },
    sessions: view.sessions.map(({ id, number, topic, beginsAt, endsAt }) => ({ id, number, topic, beginsAt: formatMoment(beginsAt), endsAt: formatMoment(endsAt) })), // prettier-ignore
    isFew: view.listed < held.least,
    may: Object.fromEntries(Object.entries(may).map(([act, answer]) => [act, answer === true])) as Record<keyof typeof may, boolean>,
    requestKey: newId('key'),
    saved: url.searchParams.has('da-luu'),
  }
}

const saved = ({ params }: RequestEvent) => paths.classOffice(params.id, { saved: true })

export const actions: Actions = {
  open: async (event) =>
    actOnTraining(await readForm(event.request, classInput), (value) => openClass(event.locals.ctx, value), saved(event)),
  hold: async (event) =>
    actOnTraining(await readForm(event.request, classInput), (value) => holdClass(event.locals.ctx, value), saved(event)),
  add: async (event) =>
    actOnTraining(await readForm(event.request, signUpByPhoneInput), (value) => signUpByPhone(event.locals.ctx, value), saved(event)),
  withdraw: async (event) =>
    actOnTraining(await readForm(event.request, participantInput), (value) => withdrawPlace(event.locals.ctx, value), saved(event)),
  cancel: async (event) =>
    actOnTraining(await readForm(event.request, cancelClassInput), (value) => cancelClass(event.locals.ctx, value), saved(event)),
}
