import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'write the report about the recall of a lot',
  options: { lot: { type: 'string' }, out: { type: 'string' } },
  details: [
    '--lot: the trace code on the label. --out: the file, which ends in .docx (the report to be signed) or in .json (the same figures for a machine).',
    'The figures are those of the page of the recall at this moment; nobody who bought is named.',
    'Works beside a running server or without one.',
  ].join('\n'),
  async run({ options: { lot, out } }) {
    if (typeof lot !== 'string') throw new UsageError('--lot is missing')
    if (typeof out !== 'string' || !/\.(docx|json)$/.test(out)) throw new UsageError('--out must name a file that ends in .docx or .json')
    const [{ onGroundwork }, { drawReport, findRecallOfLot, reportOf }, { writeFile }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/recall'),
      import('node:fs/promises'),
    ])
    await onGroundwork(async ({ ctx }) => {
      const view = await findRecallOfLot(ctx, lot)
      if (out.endsWith('.json')) return writeFile(out, `${JSON.stringify(reportOf(view), null, 2)}\n`)
      const drawn = await drawReport(ctx, view)
      if (!drawn.ok) throw new Error(`the report was not drawn: ${drawn.refusal.code}`)
      return writeFile(out, drawn.value)
    })
  },
} satisfies Command
