import type { ComponentType } from 'react';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { chinaFrames } from './china/frames.ts';
import type { FrameProps } from './frame-types.ts';
import { PlainFrame } from './plain-frame.tsx';
import { worldFrames } from './international/frames.ts';

/** The platform's own frame; a platform of one's own has the plain one. */
export function frameOf(profile: FormatProfile): ComponentType<FrameProps> {
  return worldFrames[profile.id] ?? chinaFrames[profile.id] ?? PlainFrame;
}

/** The language that the platform itself speaks to most of its users. */
export function languageOf(profile: FormatProfile): 'zh' | 'en' {
  return profile.id in chinaFrames ? 'zh' : 'en';
}
