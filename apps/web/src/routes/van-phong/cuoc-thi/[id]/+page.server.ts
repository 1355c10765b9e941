import {
  beginJudging,
  cancelContest,
  cancelContestInput,
  contestInput,
  extendContest,
  extendContestInput,
  findContest,
  nameJuror,
  nameJurorInput,
  openContest,
  papersOfContest,
  releaseJuror,
  releaseJurorInput,
} from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { formatMoment } from '@dacsan/vietnam'
import { actOnContest } from '#lib/contests/answers.ts'
import { hourOfForm } from '#lib/contests/hours.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const id = readId('cts', params.id)
  const { contest, criteria, prizes, entries, jury, leastJurors, may } = await findContest(ctx, id)
  return {
    contest: {
      id: contest.id,
      slug: contest.slug,
      name: contest.name,
      status: contest.status,
      about: contest.about,
      organiser: contest.organiser,
      letterNumber: contest.letterNumber,
      letterOn: contest.letterOn,
      isPublic: contest.isPublic,
      isPublished: contest.isPublished,
      isJudged: contest.isJudged,
      cancelReason: contest.cancelReason,
      fair: contest.fairName,
      opensAt: formatMoment(contest.opensAt),
      closesAt: formatMoment(contest.closesAt),
      judgeBy: formatMoment(contest.judgeBy),
      hours: { closesAt: hourOfForm(contest.closesAt), judgeBy: hourOfForm(contest.judgeBy) },
    },
    criteria,
    prizes,
    leastJurors,
    entries: entries.map(({ enteredAt, ...one }) => ({ ...one, enteredAt: formatMoment(enteredAt) })),
    jury: jury.map(({ handedInAt, ...one }) => ({ ...one, handedInAt: handedInAt && formatMoment(handedInAt) })),
    may: Object.fromEntries(Object.entries(may).map(([act, answer]) => [act, answer === true])) as Record<keyof typeof may, boolean>,
    papers: await papersOfContest(ctx, id),
    saved: url.searchParams.has('da-luu'),
  }
}

const saved = ({ params }: RequestEvent) => paths.contestOffice(params.id, { saved: true })

export const actions: Actions = {
  open: async (event) =>
    actOnContest(await readForm(event.request, contestInput), (value) => openContest(event.locals.ctx, value), saved(event)),
  extend: async (event) =>
    actOnContest(await readForm(event.request, extendContestInput), (value) => extendContest(event.locals.ctx, value), saved(event)),
  name: async (event) =>
    actOnContest(await readForm(event.request, nameJurorInput), (value) => nameJuror(event.locals.ctx, value), saved(event)),
  release: async (event) =>
    actOnContest(await readForm(event.request, releaseJurorInput), (value) => releaseJuror(event.locals.ctx, value), saved(event)),
  begin: async (event) =>
    actOnContest(await readForm(event.request, contestInput), (value) => beginJudging(event.locals.ctx, value), saved(event)),
  cancel: async (event) =>
    actOnContest(await readForm(event.request, cancelContestInput), (value) => cancelContest(event.locals.ctx, value), saved(event)),
}
