import type { Command } from '../command.ts'

export default {
  summary: 'load the reference data and the register of the province',
  options: { demo: { type: 'boolean' } },
  details: 'With --demo also the demo accounts and sample dossiers, marked as such. What is there already stays as it is.',
  async run({ options }) {
    const [{ withInstallation }, { seedMissing }] = await Promise.all([import('../with-installation.ts'), import('../seed-once.ts')])
    await withInstallation((installation) => seedMissing(installation, options['demo'] ? 'demo' : 'reference'))
  },
} satisfies Command
