/** What a person calls the fields of a layer. */
export type FieldGroup =
  | 'position'
  | 'size'
  | 'rotation'
  | 'words'
  | 'type'
  | 'colour'
  | 'picture'
  | 'visibility'
  | 'order'
  | 'looks';

const groups: Readonly<Record<string, FieldGroup>> = {
  x: 'position',
  y: 'position',
  width: 'size',
  height: 'size',
  rotation: 'rotation',
  flipX: 'rotation',
  flipY: 'rotation',
  text: 'words',
  value: 'words',
  fontFamily: 'type',
  fontWeight: 'type',
  fontSize: 'type',
  lineHeight: 'type',
  letterSpacing: 'type',
  align: 'type',
  verticalAlign: 'type',
  runs: 'type',
  writing: 'type',
  sizing: 'type',
  colour: 'colour',
  fill: 'colour',
  stroke: 'colour',
  assetId: 'picture',
  crop: 'picture',
  fit: 'picture',
  focus: 'picture',
  adjust: 'picture',
  straighten: 'picture',
  hidden: 'visibility',
  order: 'order',
  parentId: 'order',
};

/** The group of a field; looks for all that have no name of their own here. */
export function fieldGroupOf(field: string): FieldGroup {
  return groups[field] ?? 'looks';
}
