import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'svelte/compiler'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const notOurs = /(^|\/)(node_modules|build|\.svelte-kit|\.runtime|\.data|\.build|\.wireit)\/|\.d\.ts$/

/** Our own sources below these folders, by patterns such as `modules/**\/*.ts`; nothing that a tool made. */
export function listSources(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !notOurs.test(path))
    .toSorted()
}

export const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8')

/** Whether a file exists for tests and samples alone. */
export const isForTests = (path: string): boolean =>
  /\.(test|child)\.ts$|(^|\/)testing(-[a-z0-9]+)?\.ts$|\/test-[^/]+\.ts$|(^|\/)fixtures(\.ts$|\/)|\.bench\.ts$|^e2e\//.test(path)

/** A stretch of TypeScript in a file, and how many lines stand before it. */
type Script = { source: ts.SourceFile; linesBefore: number }

/** The scripts of a file: the file itself, or every script and expression of a Svelte component. */
export function scriptsOf(path: string): Script[] {
  const text = read(path)
  if (!path.endsWith('.svelte')) return [{ source: toSource(path, text), linesBefore: 0 }]
  const scripts: Script[] = []
  const add = ({ start, end }: { start: number; end: number }) =>
    scripts.push({ source: toSource(`${path}.ts`, text.slice(start, end)), linesBefore: text.slice(0, start).split('\n').length - 1 })
  const component = parse(text, { modern: true })
  for (const script of [component.module, component.instance]) if (script) add(script.content as never)
  collectExpressions(component.fragment, add)
  return scripts
}

const toSource = (path: string, text: string) => ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)

const isTemplateNode = (type: string) =>
  /^[A-Z]/.test(type) && !/(Expression|Literal|Identifier|Pattern|Statement|Declaration|Declarator|Element)$/.test(type)

/** The outermost expressions of a template: what stands between its braces. */
function collectExpressions(node: unknown, add: (range: { start: number; end: number }) => void): void {
  if (Array.isArray(node)) return node.forEach((one) => collectExpressions(one, add))
  if (typeof node !== 'object' || node === null) return
  const { type, start, end } = node as { type?: string; start?: number; end?: number }
  const isScript = typeof type === 'string' && /(Expression|Statement|Declaration)$/.test(type) && !isTemplateNode(type)
  if (isScript && start !== undefined && end !== undefined) return add({ start, end })
  for (const [key, value] of Object.entries(node)) if (key !== 'metadata' && key !== 'parent') collectExpressions(value, add)
}

/** Calls `look` for every node of a script, the outer before the inner. */
export function visit(script: Script, look: (node: ts.Node, line: number) => void): void {
  const { source, linesBefore } = script
  const walk = (node: ts.Node): void => {
    look(node, linesBefore + source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1)
    ts.forEachChild(node, walk)
  }
  walk(source)
}

/** Prints the faults of a check and makes the process fail; a check that saw less than it must have seen fails as well. */
export function report(faults: readonly string[], { seen, least, what }: { seen: number; least: number; what: string }): void {
  for (const fault of faults) console.error(fault)
  console.log(`${seen} ${what}, ${faults.length} faults`)
  if (seen < least) console.error(`only ${seen} ${what} were seen, at least ${least} are there: the check does not look where it should`)
  if (faults.length > 0 || seen < least) process.exitCode = 1
}
