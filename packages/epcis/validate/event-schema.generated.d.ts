/** A fault as the compiled schema tells it. */
export type SchemaError = {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
  propertyName?: string
}
type Check = { (data: unknown): boolean; errors?: SchemaError[] | null }
type Name =
  | 'ObjectEvent'
  | 'AggregationEvent'
  | 'TransactionEvent'
  | 'TransformationEvent'
  | 'AssociationEvent'
  | 'ExtendedEvent'
  | 'EPCISDocument'
  | 'EPCISQueryDocument'

/** The checks of the schema, with the formats that they need. */
export function compiled(formats: Readonly<Record<'uri' | 'date-time', (text: string) => boolean>>): Readonly<Record<Name, Check>>
