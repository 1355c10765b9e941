import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { setNumberOf } from '@dacsan/scorecard'
import type { Ctx } from '../context.ts'
import { bindSet } from '../papers/index.ts'
import type { PaperFile, SetPart } from '../papers/index.ts'
import { fileFormats } from '../papers/rules.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { dossierPaper } from './dossier-paper.ts'
import { openEvidence } from './evidence/vault.ts'
import { sampleMark } from './papers/paper-words.ts'
import type { Reader } from './policy.ts'
import { readDossier } from './read-dossier.ts'
import type { DossierReading } from './read-dossier.ts'
import type { DossierId } from './rules/ids.ts'
import { dossierSetWords as words, paperWords, saySet } from './words.ts'

/**
 * The whole dossier as one PDF to print and to carry, for whoever may read it: index, forms and letter, the papers. The same dossier gives the same
 * bytes. It is not kept as the official papers are: those are in it.
 */
export async function dossierSet(ctx: Ctx & Reader, dossierId: DossierId): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const dossier = await readDossier(ctx, dossierId)
  const forms: SetPart[] = []
  for (const kind of dossier.papers) {
    const drawn = await dossierPaper(ctx, { dossierId, file: `${kind}.pdf` })
    if (!drawn.ok) return drawn
    const { bytes } = drawn.value
    const hash = createHash('sha256').update(bytes).digest('hex')
    forms.push({ title: paperWords[kind], level: 1, note: '', file: { hash, isOurs: true, open: async () => bytes } })
  }
  const papers = dossier.evidence.map(({ id, title, kindName, criteria, fileHash }): SetPart => ({
    title,
    level: 2,
    note: words.note(kindName, criteria, fileHash !== null),
    file:
      fileHash === null
        ? null
        : {
            hash: fileHash,
            isOurs: false,
            open: async () => new Uint8Array(await buffer((await openEvidence(ctx, id)).stream)),
          },
  }))
  const heading: SetPart = { title: words.papers, level: 1, note: '', file: null }
  const bound = await bindSet(ctx, {
    words: {
      ...words.set(dossier.code),
      title: dossier.product.name,
      facts: factsOf(dossier),
      ...sampleMark(dossier),
    },
    parts: [...forms, ...(papers.length > 0 ? [heading, ...papers] : [])],
    createdAt: dossier.updatedAt,
  })
  if (!bound.ok) return bound
  const { mediaType } = fileFormats.pdf
  return done({ bytes: bound.value, format: 'pdf', mediaType, name: `bo-ho-so-${dossier.code}.pdf` })
}

function factsOf(dossier: DossierReading): { term: string; value: string }[] {
  const filing = dossier.filings.at(-1)
  return [
    { term: words.code, value: dossier.submittedAt === null ? words.notFiled : dossier.code },
    { term: words.producer, value: dossier.producer.name },
    { term: words.commune, value: `${dossier.commune.name}, ${dossier.commune.provinceName}` },
    { term: words.criteria, value: saySet(setNumberOf(dossier.setCode), dossier.setName) },
    ...(filing ? [{ term: words.filed, value: words.filing(filing.number, filing.filedByName, filing.filedAt) }] : []),
    ...(dossier.isBeingChanged ? [{ term: words.state, value: words.beingChanged }] : []),
  ]
}
