import { redirect } from '@sveltejs/kit'
import { communeDossierList, communeQueue, communeRows } from '@dacsan/modules/dossiers'
import { membershipOf } from '@dacsan/modules/identity'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const queue = await communeQueue(ctx)
  const rows = communeRows(queue)
  // A code that was scanned or typed whole leads to its dossier; `ma` is how addresses asked before.
  const typed = (url.searchParams.get('ma') ?? url.searchParams.get('q') ?? '').trim().toLowerCase()
  const found = rows.find(({ code }) => code.toLowerCase() === typed)
  if (found) redirect(303, paths.communeReview(found.id))
  return {
    office: membershipOf(ctx.actor, 'commune-officer')?.organisationName ?? '',
    waiting: queue.waiting.length,
    late: queue.late,
    rule: queue.rule,
    list: await showList(ctx, { ...communeDossierList, source: async () => ({ rows }) }, url),
  }
}
