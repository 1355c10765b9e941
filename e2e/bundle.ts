import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = 'entry.ts'

/**
 * One module for a browser, made of some source as a stranger's project would write it: minified, and without what it does not use.
 * @param folder where that project lies: its packages are looked for from there.
 */
export async function bundle(source: string, folder: string = root): Promise<string> {
  const build = await rolldown({
    input: entry,
    cwd: root,
    platform: 'browser',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? `${folder}${entry}` : null),
        load: (id) => (id === `${folder}${entry}` ? source : null),
      },
    ],
    // What a browser does not have must not be left for it to find.
    onLog(_level, log) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
    },
  })
  try {
    const { output } = await build.generate({ format: 'esm', minify: true })
    return output[0].code
  } finally {
    await build.close()
  }
}
