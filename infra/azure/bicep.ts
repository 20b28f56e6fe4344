/**
 * Reads a Bicep file far enough to check it without the compiler: syntax with line and column, parameters, and
 * resources as plain objects. Expressions stay source text. Types and resource schemas are the compiler's work.
 */
import { createRequire } from 'node:module'
import type { Node } from 'web-tree-sitter'
import { Language, Parser } from 'web-tree-sitter'

/** Anything that is no literal, a string with `${…}` included, as its source text. */
export class Expression {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** A literal as itself, the rest as an Expression. */
export type BicepValue = string | number | boolean | BicepValue[] | Expression | BicepObject
export type BicepObject = { [key: string]: BicepValue }

export type BicepFile = {
  params: { name: string; secure: boolean; hasDefault: boolean; default: BicepValue | null }[]
  resources: { symbol: string; type: string; body: BicepObject }[]
  outputs: { name: string; source: string }[]
  /** Settings of any object literal in the file, also within function calls and variables. */
  keys: string[]
}

export type ParsedBicep = { ok: true; value: BicepFile } | { ok: false; problems: string[] }

/** A parser with the Bicep grammar; loading it takes some 50 ms, so one is made per run. */
export const bicepParser = async (): Promise<(text: string) => ParsedBicep> => {
  await Parser.init()
  const parser = new Parser()
  parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')))
  return (text) => {
    const tree = parser.parse(text)
    if (tree === null) throw new Error('tree-sitter gave no tree')
    const problems = faultsOf(tree.rootNode)
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: fileOf(tree.rootNode) }
  }
}

const faultsOf = (root: Node): string[] => {
  const faults = root.hasError ? nodesOf(root).filter((node) => node.isError || node.isMissing) : []
  return faults.map((node) => {
    const place = `line ${node.startPosition.row + 1}, column ${node.startPosition.column + 1}`
    return node.isMissing
      ? `${place}: «${node.type}» is missing.`
      : `${place}: this cannot be read: ${node.text.split('\n')[0]?.slice(0, 60)}`
  })
}

const nodesOf = (node: Node): Node[] => [node, ...node.children.flatMap((child) => (child === null ? [] : nodesOf(child)))]
const named = (node: Node): Node[] => node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'comment')

const fileOf = (root: Node): BicepFile => {
  const file: BicepFile = { params: [], resources: [], outputs: [], keys: [] }
  let decorators: string[] = []
  for (const node of named(root)) {
    const parts = named(node)
    const name = parts[0]?.text ?? ''
    const last = parts.at(-1)
    if (node.type === 'decorators') {
      decorators = parts.map((decorator) => decorator.text)
      continue
    }
    if (node.type === 'parameter_declaration') {
      const given = parts.length > 2 && last !== undefined ? last : null
      const secure = decorators.some((decorator) => decorator.replaceAll(/\s/g, '').startsWith('@secure()'))
      file.params.push({ name, secure, hasDefault: given !== null, default: given === null ? null : literalOf(given) })
    }
    if (node.type === 'resource_declaration' && last !== undefined) {
      const body = literalOf(nodesOf(last).find((one) => one.type === 'object') ?? last)
      file.resources.push({ symbol: name, type: stripQuotes(parts[1]?.text ?? ''), body: body as BicepObject })
    }
    if (node.type === 'output_declaration') file.outputs.push({ name, source: last?.text ?? '' })
    decorators = []
  }
  file.keys = nodesOf(root).flatMap((node) => (node.type === 'object_property' ? stripQuotes(node.namedChildren[0]?.text ?? '') : []))
  return file
}

const stripQuotes = (text: string) => text.replace(/^'(.*)'$/s, '$1')

const literalOf = (node: Node): BicepValue => {
  if (node.type === 'boolean') return node.text === 'true'
  if (node.type === 'number') return Number(node.text)
  if (node.type === 'array') return named(node).map(literalOf)
  if (node.type === 'string' && !named(node).some((part) => part.type === 'interpolation')) return stripQuotes(node.text)
  if (node.type !== 'object') return new Expression(node.text)
  const entries = named(node).map((property) => {
    const [key, value] = named(property)
    if (key === undefined || value === undefined) throw new Error(`not a property: ${property.text}`)
    return [stripQuotes(key.text), literalOf(value)] as const
  })
  return Object.fromEntries(entries)
}
