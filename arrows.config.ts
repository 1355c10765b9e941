import type { IConfiguration, IReachabilityForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'

// The arrows of the house: apps → modules → platform, all may use packages; between modules only through the front door and only downward.

/** From the ground up: a module may use those before it. */
const storeys = ['province', 'identity', 'law', 'catalogue', 'dossiers', 'appraisal', 'certificates', 'traceability', 'shop', 'programme']

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

/** Judged on what is imported when the program runs: an `import type` brings nothing along. */
export const browserSafety: IReachabilityForbiddenRuleType = {
  name: 'rules-and-words-reach-the-browser',
  severity: 'error',
  comment: 'what the browser gets reaches no database',
  from: { path: '^modules/[^/]+/(rules|words)(\\.ts$|/)', pathNot: notTests },
  to: { path: '^platform/|\\.store\\.ts$|^modules/[^/]+/index\\.ts$|^node_modules/(kysely|pg)/', reachable: true },
}

export default {
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
      { path: `^modules/[^/]+/.*${code}`, pathNot: '^modules/($1/|[^/]+/(index|rules|words|fixtures|test-world)\\.ts$)' },
      'a module is entered through index.ts, rules.ts or words.ts',
    ),
    ...storeys.map((storey, height) =>
      forbid(
        `${storey}-looks-down`,
        { path: `^modules/${storey}/`, pathNot: notTests },
        { path: `^modules/(${[...storeys.slice(height + 1), 'NONE'].join('|')})/` },
        `${storey} uses only what stands below it`,
      ),
    ),
    forbid(
      'fixtures-are-for-tests',
      { path: '^(modules|apps|platform)/', pathNot: notTests },
      { path: '/fixtures(\\.ts|/)|/test-world\\.ts$' },
      'nothing that runs is built of samples',
    ),
    forbid(
      'pages-show-rules-and-words',
      { path: '\\.svelte$' },
      { path: '^(platform|modules)/', pathNot: '^modules/[^/]+/(rules|words)\\.ts$' },
      'a page in the browser has no server code',
    ),
    forbid('no-circles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }, 'two files that need each other are one'),
    forbid('nothing-missing', {}, { couldNotResolve: true, pathNot: '\\$types$|^[$#]' }, 'an import must lead somewhere'),
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
} satisfies IConfiguration
