import {
  findContest,
  papersOfContest,
  previewResult,
  publishContest,
  publishContestInput,
  recordVote,
  recordVoteInput,
  withdrawPrize,
  withdrawPrizeInput,
} from '@dacsan/modules/promotion'
import { averageOf } from '@dacsan/modules/promotion/rules'
import { readId } from '@dacsan/platform/ids'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { actOnContest } from '#lib/contests/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const id = readId('cts', params.id)
  const [view, { missing, result }] = await Promise.all([findContest(ctx, id), previewResult(ctx, id)])
  const entries = new Map(view.entries.map((one) => [one.id as string, one]))
  const prizeOf = (rank: number | null) => view.prizes.find((one) => one.rank === rank)?.says ?? null
  const published = view.result.map(({ entryId, ...line }) => {
    const { number, title } = entries.get(entryId)!
    return {
      id: entryId as string,
      number,
      title,
      place: line.place,
      points: line.points,
      sheets: line.sheets,
      prize: line.prize,
      withdrawnNumber: line.withdrawnNumber,
    }
  })
  const shown = view.contest.isPublished ? published : (result?.lines ?? []).map(({ id: entryId, number, title, place, points, sheets, prize }) => ({ id: entryId, number, title, place, points, sheets, prize, withdrawnNumber: null })) // prettier-ignore
  return {
    contest: { id: view.contest.id, name: view.contest.name, isPublished: view.contest.isPublished, isJudged: view.contest.isJudged },
    missing,
    lines: shown.map((line) => ({ ...line, average: averageOf(line), prizeSays: prizeOf(line.prize) })),
    ties: (result?.ties ?? []).map((tie) => tie.join(', ')),
    unscored: (result?.unscored ?? []).join(', '),
    votes: view.votes.map(({ numbers, words, byName }) => ({ numbers: numbers.join(', '), words, byName })),
    mark: result?.mark ?? '',
    mayPublish: view.may.publish === true && result !== null && result.ties.length === 0 && result.unscored.length === 0,
    mayVote: view.may['record-vote'] === true && result !== null && (result.ties.length > 0 || view.votes.length > 0),
    mayWithdraw: view.may['withdraw-prize'] === true,
    papers: await papersOfContest(ctx, id),
    saved: url.searchParams.has('da-luu'),
  }
}

const saved = ({ params }: RequestEvent) => paths.contestResult(params.id, { saved: true })

export const actions: Actions = {
  vote: async (event) =>
    actOnContest(await readForm(event.request, recordVoteInput), (value) => recordVote(event.locals.ctx, value), saved(event)),
  publish: confirmFirst('contest.published', async (event: RequestEvent) =>
    actOnContest(await readForm(event.request, publishContestInput), (value) => publishContest(event.locals.ctx, value), saved(event)),
  ),
  withdraw: async (event) =>
    actOnContest(await readForm(event.request, withdrawPrizeInput), (value) => withdrawPrize(event.locals.ctx, value), saved(event)),
}
