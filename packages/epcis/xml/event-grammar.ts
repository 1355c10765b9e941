import { type FieldShape, fieldShapes, sensorMetadataAttributes, sensorReportAttributes, xmlOrder } from './event-fields.ts'
import {
  type Check,
  anything,
  attributesOf,
  faults,
  isOwn,
  isPlain,
  leaf,
  many,
  sequence,
  some,
  tag,
  typed,
  uri,
  text,
} from './structure.ts'

// The structure of EPCIS 2.0 in XML (section 9), written down from the standard's examples and rules: which element may stand in which, in
// what order, and what a text may be.

const quantity = sequence([
  { name: 'epcClass', check: uri, required: true },
  { name: 'quantity', check: leaf(faults.decimal) },
  { name: 'uom', check: text },
])
const sensorElement = sequence(
  [
    { name: 'sensorMetadata', check: attributesOf(sensorMetadataAttributes, []) },
    { name: 'sensorReport', check: attributesOf(sensorReportAttributes, ['type', 'exception']), required: true, many: true },
    { name: 'extension', check: anything },
  ],
  { open: true },
)

const shapes: Readonly<Record<Extract<FieldShape, string>, Check>> = {
  time: leaf(faults.time),
  offset: leaf(faults.offset),
  action: leaf(faults.action),
  uri,
  uris: uri,
  epcs: many('epc', uri),
  quantities: many('quantityElement', quantity),
  place: sequence(
    [
      { name: 'id', check: uri, required: true },
      { name: 'extension', check: anything },
    ],
    { open: true },
  ),
  transactions: some('bizTransaction', typed(false)),
  sources: some('source', typed(true)),
  destinations: some('destination', typed(true)),
  sensors: sequence([
    { name: 'sensorElement', check: sensorElement, required: true, many: true },
    { name: 'extension', check: anything },
  ]),
  dispositions: sequence([
    { name: 'unset', check: uri, many: true },
    { name: 'set', check: uri, many: true },
  ]),
  error: sequence(
    [
      { name: 'declarationTime', check: leaf(faults.time), required: true },
      { name: 'reason', check: uri },
      { name: 'correctiveEventIDs', check: many('correctiveEventID', uri) },
      { name: 'extension', check: anything },
    ],
    { open: true },
  ),
  ilmd: sequence([{ name: 'extension', check: anything }], { open: true }),
}

const shapeOf = (name: string): Check => {
  const shape = fieldShapes[name]!
  return typeof shape === 'object' ? uri : shapes[shape]
}

/** The check of each event type, by its element name. */
export const eventChecks: Readonly<Record<string, Check>> = Object.fromEntries(
  Object.entries(xmlOrder).map(([type, { fields, required }]) => [
    type,
    sequence(
      [
        ...fields.map((name) => ({ name, check: shapeOf(name), required: required.includes(name), many: fieldShapes[name] === 'uris' })),
        { name: 'extension', check: anything },
      ],
      { open: true },
    ),
  ]),
)

/** Event types of one's own come in a namespace of their own; of them only their owner knows what is right. */
export const checkEvent: Check = (element, report) => {
  if (isOwn(element)) return
  const check = isPlain(element) && Object.hasOwn(eventChecks, element.name) ? eventChecks[element.name] : undefined
  if (check) check(element, report)
  else if (element.name !== 'extension') report(element, `${tag(element)} is not an event of EPCIS 2.0`)
}
export const eventList: Check = (element, report) => {
  if (element.text.trim() !== '') report(element, `text does not belong directly into ${tag(element)}`)
  for (const child of element.children) checkEvent(child, report)
}
