import { findOwnTests, hasAppeals } from '@dacsan/modules/appraisal'
import { askProxy, endProxy, findDraft, listDossierReaders } from '@dacsan/modules/dossiers'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { refused } from '#lib/dossier/refused.ts'
import { paths } from '#lib/paths.ts'
import { sayReader } from '#lib/dossier/say-reader.ts'
import type { Actions, PageServerLoad } from './$types'

/** How far back a producer sees who opened the dossier. */
const readersOverDays = 30

const target = (id: string) => ({ dossierId: readId('dos', id) })

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { dossier, set: _, today: __, ...draft } = await findDraft(ctx, params.id)
  const { answers: ___, choices: ____, evidence, review: _____, producer, proxy, proxyIds: ______, ...shown } = dossier
  const since = new Date(ctx.now.getTime() - readersOverDays * 86_400_000)
  const readers = dossier.submittedAt ? await listDossierReaders(ctx, dossier.id, since) : []
  const { tests } = await findOwnTests(ctx, dossier.id)
  return {
    ...draft,
    asksTests: tests.length > 0,
    testsWaiting: tests.filter(({ answer }) => answer === null).length,
    dossier: shown,
    producer: producer.name,
    appeals: await hasAppeals(ctx, dossier),
    isCarried: shown.carried.length > 0,
    proxy: proxy && { name: proxy.name, office: proxy.office },
    attachedPapers: evidence.length,
    readers: readers.map(sayReader),
    readersOverDays,
  }
}

export const actions: Actions = {
  askProxy: async ({ locals: { ctx }, params }) => {
    const asked = await askProxy(ctx, target(params.id))
    if (!asked.ok) return refused(asked.refusal, {})
    redirect(303, paths.dossier(params.id))
  },
  endProxy: async ({ locals: { ctx }, params }) => {
    const { isForProducer } = await findDraft(ctx, params.id)
    const ended = await endProxy(ctx, target(params.id))
    if (!ended.ok) return refused(ended.refusal, {})
    redirect(303, isForProducer ? paths.proxyDesk : paths.dossier(params.id))
  },
}
