import { inTransaction } from '@dacsan/platform/context'
import { aProduct } from '../catalogue/fixtures.ts'
import type { Ctx } from '../context.ts'
import { aDossier } from '../dossiers/fixtures.ts'
import type { SampleFilling } from '../dossiers/fixtures.ts'
import { dossierWorld, worldDay } from '../dossiers/test-world.ts'
import type { As } from '../dossiers/test-world.ts'
import { system } from '../identity/index.ts'
import type { Person, Role } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { criteriaSet } from '../law/index.ts'
import { aCouncil, aReceivedDossier, aRound, aSession, anAppraisedDossier, marksFor } from './fixtures.ts'
import type { CouncilPeople } from './fixtures.ts'
import type { LineChange } from './rules.ts'
import type { SessionId } from './rules/ids.ts'
import type { DossierId } from '../dossiers/rules.ts'

/** The world of dossiers, with a council of four who score (chair and three members), a second council, and an open round. */
export type AppraisalWorld = Awaited<ReturnType<typeof appraisalWorld>>

export async function appraisalWorld(as: As) {
  const world = await dossierWorld(as)
  const { organisations, actors } = world
  const person = (userId: UserId, role: Role, organisation = organisations.council): Person => ({
    kind: 'person',
    userId,
    name: userId,
    email: `${userId}@example.vn`,
    memberships: [
      {
        role,
        organisationId: organisation.id,
        organisationCode: organisation.code,
        organisationName: organisation.code,
        communeCode: null,
      },
    ],
  })
  const council = {
    chair: actors.councilChair,
    secretary: actors.councilSecretary,
    members: [actors.councilMember, person('usr_member_2', 'council-member'), person('usr_member_3', 'council-member')],
    strangers: {
      chair: person('usr_other_chair', 'council-chair'),
      member: person('usr_other_member', 'council-member'),
      secretary: person('usr_other_secretary', 'council-secretary'),
    },
  }
  /** Of the same roles as the adviser and the officer of the world, without a report of their own. */
  const withoutReport = {
    adviser: person('usr_other_advisory', 'advisory-member'),
    officer: person('usr_other_province', 'provincial-officer', organisations.province),
  }
  const everybody = [
    ...Object.values(actors),
    ...council.members.slice(1),
    ...Object.values(council.strangers),
    ...Object.values(withoutReport),
  ]
  await inTransaction(as(system('test'), worldDay), async (tx) => {
    for (const one of everybody) {
      await tx.insertInto('auth_user').values({ id: one.userId, name: one.name, email: one.email! }).execute()
      for (const { role, organisationId } of one.memberships) {
        const id = `mem_${one.userId}_${role}` as const
        await tx
          .insertInto('membership')
          .values({ id, user_id: one.userId, organisation_id: organisationId, role, since: '2026-01-01' })
          .execute()
      }
    }
  })
  const hands = (now: Date | string = worldDay): CouncilPeople => ({
    provincialOfficer: as(actors.provincialOfficer, now),
    adviser: as(actors.advisoryMember, now),
    secretary: as(council.secretary, now),
    chair: as(council.chair, now),
    members: council.members.map((member) => as(member, now)),
  })
  const strangers = (now: Date | string = worldDay): CouncilPeople => ({
    ...hands(now),
    secretary: as(council.strangers.secretary, now),
    chair: as(council.strangers.chair, now),
    members: [as(council.strangers.member, now)],
  })
  const roundId = await aRound(hands().provincialOfficer)
  const councilId = await aCouncil(hands())
  const otherCouncilId = await aCouncil(strangers(), { name: 'Hội đồng khác' })

  let products = 0
  /** A dossier of the first producer: proposed to the province, received and given to its adviser, or ready for the council. */
  const dossier = async (
    status: 'proposed' | 'advised' | 'appraised' = 'appraised',
    stars: 3 | 4 | 5 = 4,
    typed: SampleFilling['typed'] = {},
  ): Promise<DossierId> => {
    products += 1
    const name = `Mứt dừa sáp số ${products}`
    const { id: productId } = await inTransaction(as(system('test'), worldDay), (tx) =>
      aProduct(tx, { name, setCode: 'QD26-07', producerId: world.producer.id }),
    )
    const { id } = await aDossier(world.people(), { productId, status: 'proposed', stars, typed })
    if (status === 'advised') await aReceivedDossier(hands(), id, roundId)
    if (status === 'appraised') await anAppraisedDossier(hands(), id, roundId, stars)
    return id
  }
  /** A re-evaluation of a product with a certificate, ready for the council. */
  const renewal = async (stars: 3 | 4 | 5 = 4): Promise<DossierId> => {
    products += 1
    const name = `Mứt dừa sáp số ${products}`
    const { id: productId } = await inTransaction(as(system('test'), worldDay), (tx) =>
      aProduct(tx, { name, setCode: 'QD26-07', producerId: world.producer.id, standing: {} }),
    )
    const { id } = await aDossier(world.people(), { productId, kind: 'renewal', status: 'proposed', stars })
    await anAppraisedDossier(hands(), id, roundId, stars)
    return id
  }
  /** A closed session of four products: recognised with four stars, proposed for five, refused, and recognised with three. */
  const mixedSession = async (heldOn = '2026-11-23'): Promise<{ sessionId: SessionId; dossierIds: DossierId[] }> => {
    const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
    const refused = marksFor(set, 3).map(({ criterion }): LineChange => ({ criterion, choice: 'none', comment: 'Không đạt' }))
    const marks = [marksFor(set, 4), marksFor(set, 5), refused, marksFor(set, 3)]
    const dossierIds: DossierId[] = []
    for (const _ of marks) dossierIds.push(await dossier())
    const given = { roundId, councilId, dossierIds, heldOn, status: 'closed' as const }
    return { sessionId: await aSession(hands(), { ...given, marks: (dossierId) => marks[dossierIds.indexOf(dossierId)] }), dossierIds }
  }
  /** The four who score: chair first. */
  const scorers = (now: Date | string = worldDay): Ctx[] => [hands(now).chair, ...hands(now).members]
  return { ...world, council, withoutReport, hands, strangers, scorers, roundId, councilId, otherCouncilId, dossier, renewal, mixedSession }
}
