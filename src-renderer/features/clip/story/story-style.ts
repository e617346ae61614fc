import type { CaptionStyle } from '#shared/clip/edit/captions.ts';

/** Looks of a story's words until a person chooses others: large, in the middle third, readable on anything. */
export const storyStyle: CaptionStyle = {
  fontFamily: 'token:heading',
  fontWeight: 700,
  size: 6.5,
  colour: '#ffffff',
  outline: null,
  shadow: true,
  box: { colour: '#00000099', padding: 1.2, radius: 1 },
  highlight: 'none',
  highlightColour: '#ffd43b',
  capitals: false,
  position: 0.72,
  width: 84,
  align: 'center',
  lines: 4,
};
