import type { Command } from '../command.ts'

export default {
  summary: 'make the organisations of a file',
  arguments: ['FILE'],
  options: { try: { type: 'boolean' } },
  details: [
    'CSV or XLSX with the columns kind, code, name, commune, or their Vietnamese headings: all of it or nothing.',
    'Every fault is told with its row and column on standard error, and the status is 1. A second run adds nothing.',
    '--try: judges the file and writes nothing.',
  ].join('\n'),
  async run({ arguments: [file], options }) {
    const [{ importFile }, { importOrganisations }, { importPage }] = await Promise.all([
      import('../import-file.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/identity/words'),
    ])
    await importFile(file!, { tryOnly: options['try'] === true, take: importOrganisations, words: importPage.organisations })
  },
} satisfies Command
