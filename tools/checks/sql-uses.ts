import ts from 'typescript'
import { scriptsOf, visit } from './sources.ts'

/** One mention of a table in a query. `how`: what is done to it. */
export type SqlUse = { path: string; line: number; table: string; how: 'read' | 'write' | 'lock' }

const reading = /^(selectFrom|(inner|left|right|full|cross)Join(Lateral)?|using)$/
const writing = /^(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)$/

/** Every table that the queries of a file name: in Kysely calls, in `sql` templates and in texts that are sent as queries. */
export function sqlUsesOf(path: string, isTable: (name: string) => boolean): SqlUse[] {
  const uses: SqlUse[] = []
  for (const script of scriptsOf(path)) {
    visit(script, (node, line) => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const method = node.expression.name.text
        if (reading.test(method) || writing.test(method)) {
          for (const table of tablesNamed(node.arguments[0]))
            if (isTable(table)) uses.push({ path, line, table, how: writing.test(method) ? 'write' : 'read' })
        }
        if (/^for(NoKey)?(Update|Share|KeyShare)$/.test(method))
          for (const table of lockedBy(node)) if (isTable(table)) uses.push({ path, line, table, how: 'lock' })
      }
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^insert(Rows|Together)$/.test(node.expression.text))
        for (const table of tablesNamed(node.arguments[1])) if (isTable(table)) uses.push({ path, line, table, how: 'write' })
      const text = ts.isTemplateExpression(node) || ts.isStringLiteralLike(node) ? textOf(node) : ''
      if (/\b(select|insert|update|delete)\b/i.test(text)) uses.push(...usesInText(text, isTable).map((use) => ({ ...use, path, line })))
    })
  }
  return uses
}

/** `'product_card as product'`, several of them, or the names of an object of rows. */
function tablesNamed(argument: ts.Node | undefined): string[] {
  if (!argument) return []
  if (ts.isStringLiteralLike(argument)) return [argument.text.split(' ')[0]!]
  if (ts.isObjectLiteralExpression(argument))
    return argument.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []))
  return ts.isArrayLiteralExpression(argument) ? argument.elements.flatMap(tablesNamed) : []
}

/** The tables that a lock of Kysely holds: those that it names, or all of its query. */
function lockedBy(call: ts.CallExpression): string[] {
  const tables = new Map<string, string>()
  let inner: ts.Node = call
  while (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) {
    if (reading.test(inner.expression.name.text)) {
      const [argument] = inner.arguments
      for (const named of argument && ts.isStringLiteralLike(argument) ? [argument.text] : []) {
        const [table = '', , alias = table] = named.split(' ')
        tables.set(alias, table)
      }
    }
    inner = inner.expression.expression
  }
  const [of] = call.arguments
  const named =
    of && ts.isStringLiteralLike(of)
      ? [of.text]
      : of && ts.isArrayLiteralExpression(of)
        ? of.elements.flatMap((one) => (ts.isStringLiteralLike(one) ? [one.text] : []))
        : [...tables.keys()]
  return named.map((alias) => tables.get(alias) ?? alias)
}

function textOf(node: ts.TemplateExpression | ts.StringLiteralLike): string {
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => ` ? ${literal.text}`)].join('')
    : node.text
}

function usesInText(text: string, isTable: (name: string) => boolean): Pick<SqlUse, 'table' | 'how'>[] {
  const uses: Pick<SqlUse, 'table' | 'how'>[] = []
  const read: string[] = []
  for (const [, keyword, table] of text.matchAll(/\b(from|join|into|update|delete\s+from|truncate)\s+(?:only\s+)?([a-z_]+)\b(?!\s*\()/gi)) {
    if (!isTable(table!)) continue
    const isWrite = /^(into|update|delete\s+from|truncate)$/i.test(keyword!)
    uses.push({ table: table!, how: isWrite ? 'write' : 'read' })
    if (!isWrite) read.push(table!)
  }
  if (/\bfor\s+(no\s+key\s+)?(update|share)\b(?!\s+of)/i.test(text)) uses.push(...read.map((table) => ({ table, how: 'lock' as const })))
  return uses
}
