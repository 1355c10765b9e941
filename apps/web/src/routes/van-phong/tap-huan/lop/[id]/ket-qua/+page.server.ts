import {
  acceptClass,
  acceptClassInput,
  certifyClass,
  certifyInput,
  findAcceptance,
  findClass,
  papersOfClass,
  recordTest,
  recordTestInput,
} from '@dacsan/modules/support'
import { appliedWords, filePartWords } from '@dacsan/modules/support/words'
import { readId } from '@dacsan/platform/ids'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnTraining } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const id = readId('tcl', params.id)
  const [view, { may }] = await Promise.all([findAcceptance(ctx, id), findClass(ctx, id)])
  const { held, learners, sessions, law, hasTest, lacks } = view
  const due = learners.filter((one) => one.earns && one.certificate === null).length
  return {
    held: { id: held.id, name: held.name, acceptedNumber: held.acceptedNumber, acceptedOn: held.acceptedOn },
    law: { said: law.said, instrument: law.instrument },
    people: learners.map(({ id: personId, name, attended, test, score, answer, earns, certificate }) => ({
      id: personId,
      name,
      attended: `${attended}/${sessions.length}`,
      test: test ? `${test.points}/${test.most}` : '',
      score: score === null ? '' : String(score),
      applied: answer === null ? '' : appliedWords[answer],
      earns,
      code: certificate?.code ?? null,
    })),
    untested: hasTest
      ? learners.filter(({ test }) => test === null).map(({ id: personId, name }) => ({ value: personId as string, label: name }))
      : [],
    due,
    hasCertificates: view.certificates.length > 0,
    lacks: lacks.map(({ part, sessions: numbers }) => filePartWords[part](numbers)).join('; '),
    papers: papersOfClass(ctx, view),
    mayRecordTest: may['record-test'] === true,
    mayCertify: may.certify === true && due > 0,
    mayAccept: may.accept === true,
    saved: url.searchParams.has('da-luu'),
  }
}

const saved = ({ params }: RequestEvent) => paths.classResult(params.id, { saved: true })

export const actions: Actions = {
  test: async (event) =>
    actOnTraining(await readForm(event.request, recordTestInput), (value) => recordTest(event.locals.ctx, value), saved(event)),
  certify: confirmFirst('training-class.certified', async (event: RequestEvent) =>
    actOnTraining(await readForm(event.request, certifyInput), (value) => certifyClass(event.locals.ctx, value), saved(event)),
  ),
  accept: confirmFirst('training-class.accepted', async (event: RequestEvent) =>
    actOnTraining(await readForm(event.request, acceptClassInput), (value) => acceptClass(event.locals.ctx, value), saved(event)),
  ),
}
