import type { IConfiguration, IReachabilityForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'

// The arrows of the house: apps → modules → platform, all may use packages; between modules only through the front door, and only to the rooms that
// a room says it uses (`uses` in its room.ts).

type RoomArrows = { name: string; uses: readonly string[] }

const forbid = (
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
  comment: string,
): IRegularForbiddenRuleType => ({
  name,
  severity: 'error',
  comment,
  from,
  to,
})
const code = '\\.(ts|svelte)$'
const notTests = '\\.test\\.ts$|/test-[^/]+\\.ts$|/fixtures(\\.ts|/)'
const demo = '^modules/[^/]+/demo(\\.ts|/)'

/** Judged on what is imported when the program runs: an `import type` brings nothing along. */
export const browserSafety: IReachabilityForbiddenRuleType = {
  name: 'rules-and-words-reach-the-browser',
  severity: 'error',
  comment: 'what the browser gets reaches no database',
  from: { path: '^modules/[^/]+/(rules|words)(\\.ts$|/)', pathNot: notTests },
  to: { path: '^platform/|\\.store\\.ts$|^modules/[^/]+/index\\.ts$|^node_modules/(kysely|pg)/', reachable: true },
}

/** The rules for these rooms. A room that is used must not use the one that uses it, by whatever way: there is a ground floor. */
export const arrowsOf = (rooms: readonly RoomArrows[]) =>
  ({
    forbidden: [
      forbid(
        'packages-stand-alone',
        { path: '^packages/' },
        { path: '^(modules|platform|apps|tools|e2e|bench)/' },
        'a package could be published tomorrow',
      ),
      forbid('platform-knows-no-business', { path: '^platform/' }, { path: '^(modules|apps|tools|e2e|bench)/' }, 'adapters without policy'),
      forbid('modules-know-no-shell', { path: '^modules/' }, { path: '^(apps|tools|e2e|bench)/' }, 'a rule does not know who shows it'),
      forbid('apps-know-no-tools', { path: '^apps/' }, { path: '^(tools|e2e|bench)/' }, 'the shells are started, they do not start'),
      forbid(
        'front-doors-only',
        { path: '^modules/([^/]+)/' },
        { path: `^modules/[^/]+/.*${code}`, pathNot: '^modules/($1/|[^/]+/(index|rules|words|room|demo|fixtures|test-world)\\.ts$)' },
        'a module is entered through index.ts, rules.ts or words.ts; its samples through demo.ts',
      ),
      ...rooms.map(({ name, uses }) =>
        forbid(
          `${name}-uses-what-it-says`,
          { path: `^modules/${name}/`, pathNot: notTests },
          { path: '^modules/[^/]+/', pathNot: `^modules/(${[name, ...uses].join('|')})/` },
          `${name} uses ${uses.join(', ') || 'no other room'} (modules/${name}/room.ts)`,
        ),
      ),
      forbid(
        'only-rooms-stand-here',
        {},
        { path: '^modules/[^/]+/', pathNot: `^modules/(app|${rooms.map(({ name }) => name).join('|')})/` },
        'a folder of modules is a room of modules/room-list.ts, or the app that composes them',
      ),
      forbid(
        'nobody-needs-the-whole-house',
        { path: `^modules/(${rooms.map(({ name }) => name).join('|')})/`, pathNot: notTests },
        { path: '^modules/(app/|rooms\\.ts)', dependencyTypesNot: ['type-only'] },
        'the composition root knows the rooms, not the other way round',
      ),
      forbid(
        'fixtures-are-for-tests',
        { path: '^(modules|apps|platform)/', pathNot: notTests },
        { path: '/fixtures(\\.ts|/)|/test-[^/]+\\.ts$' },
        'nothing that runs is built of samples',
      ),
      forbid(
        'demos-are-for-seeding',
        { path: '^(modules|apps|platform)/', pathNot: `${notTests}|${demo}|^modules/[^/]+/room\\.ts$|^modules/app/make-demo\\.ts$` },
        { path: demo },
        'the demonstration is made by whoever seeds, and by fixtures that need the same samples',
      ),
      forbid(
        'demos-are-loaded-when-asked-for',
        { path: '^modules/[^/]+/room\\.ts$' },
        { path: demo, dynamic: false },
        'a server that does not seed has no samples in it: import() it',
      ),
      forbid(
        'pages-show-rules-and-words',
        { path: '\\.svelte$' },
        { path: '^(platform|modules)/', pathNot: '^modules/[^/]+/(rules|words)\\.ts$' },
        'a page in the browser has no server code',
      ),
      forbid('no-circles', {}, { circular: true }, 'two files that need each other are one'),
      // What benchmarks are measured against is installed when they run, in bench/ alone.
      forbid(
        'nothing-missing',
        { pathNot: '^bench/' },
        { couldNotResolve: true, pathNot: '\\$types$|^[$#]' },
        'an import must lead somewhere',
      ),
    ],
    options: {
      tsPreCompilationDeps: true,
      tsConfig: { fileName: 'tsconfig.json' },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(build|\\.svelte-kit|\\.runtime|\\.data|\\.build|test-results)/' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['node', 'import', 'default', 'types'],
        extensions: ['.ts', '.js', '.mjs', '.json', '.svelte'],
      },
    },
  }) satisfies IConfiguration
