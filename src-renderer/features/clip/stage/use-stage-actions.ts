import {
  IconCrop,
  IconFocusCentered,
  IconFrame,
  IconGrid3x3,
  IconPhotoCheck,
  IconZoomReset,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { useClipEditor } from '../session/editor.tsx';
import { changeStage, type StageMode, stageState } from './stage-state.ts';

export interface StageActions {
  thirds: Action;
  safe: Action;
  crop: Action;
  focus: Action;
  exact: Action;
  fit: Action;
}

/** How the stage is looked at and what it is used for. */
export function useStageActions(): StageActions {
  const { session, player } = useClipEditor();
  // A crop is set for one clip, not kept for the next.
  useEffect(() => () => changeStage({ mode: 'view', exact: false }), []);
  const editable = (): boolean => !session.now().record.readOnly;
  const mode = (wanted: StageMode) => () => {
    player.pause();
    changeStage({ mode: stageState().mode === wanted ? 'view' : wanted, exact: false });
  };
  const actions: StageActions = {
    thirds: {
      id: 'clip-stage.thirds',
      icon: IconGrid3x3,
      keys: ['alt+G'],
      run: () => changeStage({ thirds: !stageState().thirds }),
    },
    safe: {
      id: 'clip-stage.safe',
      icon: IconFrame,
      keys: ['alt+A'],
      run: () => changeStage({ safe: !stageState().safe }),
    },
    crop: { id: 'clip-stage.crop', icon: IconCrop, keys: ['alt+C'], enabled: editable, run: mode('crop') },
    focus: {
      id: 'clip-stage.focus',
      icon: IconFocusCentered,
      keys: ['alt+F'],
      enabled: editable,
      run: mode('focus'),
    },
    exact: {
      id: 'clip-stage.exact',
      icon: IconPhotoCheck,
      keys: ['alt+X'],
      run: () => {
        player.pause();
        changeStage({ exact: !stageState().exact, mode: 'view' });
      },
    },
    fit: {
      id: 'clip-stage.fit',
      icon: IconZoomReset,
      keys: ['alt+0'],
      run: () => changeStage({ zoom: 'fit' }),
    },
  };
  useActions(Object.values(actions));
  return actions;
}
