/** A fault as the compiled schema tells it. */
export type SchemaError = {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
  propertyName?: string
}
type Validate = { (data: unknown): boolean; errors?: SchemaError[] | null }

export const ObjectEvent: Validate
export const AggregationEvent: Validate
export const TransactionEvent: Validate
export const TransformationEvent: Validate
export const AssociationEvent: Validate
export const ExtendedEvent: Validate
export const EPCISDocument: Validate
export const EPCISQueryDocument: Validate
