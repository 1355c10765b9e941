import { inTransaction } from '@dacsan/platform/context'
import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { authorities } from '../province/index.ts'
import { organisationActs } from './acts.ts'
import { selectOrganisation } from './organisation.store.ts'
import { insertNewOrganisation } from './organisations.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

const list = (value: unknown) => (value === undefined ? [] : [value].flat())

/** Which of the bodies are to be made, and what each is to be called: the names stand in the order of the province's folder. */
export const openBodiesInput = z.object({
  make: z.preprocess(list, z.array(z.string()).min(1, fieldErrors.bodies)),
  code: z.preprocess(list, z.array(z.string())),
  name: z.preprocess(list, z.array(z.string().trim().max(200, fieldErrors.organisationNameLong))),
})

/** Makes the bodies of the province that are chosen and missing, under the names given; sent twice it makes nothing twice. */
export async function openBodies(
  ctx: Ctx,
  { make, code, name }: z.infer<typeof openBodiesInput>,
): Promise<Outcome<{ made: number }, { code: 'body-name'; of: string }>> {
  requireAct(ctx.actor, organisationActs.create)
  const wanted = authorities()
    .bodies.filter((body) => make.includes(body.code))
    .map((body) => ({ ...body, name: name[code.indexOf(body.code)] ?? body.name }))
  const nameless = wanted.find((body) => body.name.length < 2)
  if (nameless) return { ok: false, refusal: { code: 'body-name', of: nameless.code } }
  return inTransaction(ctx, async (tx) => {
    let made = 0
    for (const body of wanted) {
      if (await selectOrganisation(tx, { code: body.code })) continue
      const outcome = await insertNewOrganisation(tx, ctx, { ...body, communeCode: null, parentCode: null })
      if (outcome.ok) made += 1
    }
    return done({ made })
  })
}
