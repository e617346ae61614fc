import {
  IconCircle,
  IconFolder,
  IconFolderOpen,
  IconLetterT,
  IconLine,
  IconPhoto,
  IconPolygon,
  IconQrcode,
  IconRectangle,
  IconVectorBezier2,
} from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { resolveColour } from '#shared/design/colours.ts';
import type { DesignNode, LayerType } from '#shared/design/schema.ts';
import { useEditor } from '../session/editor.ts';
import styles from './layers.module.css';

const icons: Record<LayerType, typeof IconLetterT> = {
  text: IconLetterT,
  image: IconPhoto,
  rectangle: IconRectangle,
  ellipse: IconCircle,
  line: IconLine,
  polygon: IconPolygon,
  path: IconVectorBezier2,
  qr: IconQrcode,
  group: IconFolder,
};

/** The colour or gradient that a layer shows most of, as CSS; null for none. */
function colourOf(node: DesignNode, colour: (value: string) => string): string | null {
  if (node.type === 'text') return colour(node.colour);
  if (node.type === 'line') return colour(node.stroke);
  if (node.type === 'group' || node.type === 'image' || node.type === 'qr') return null;
  const { fill, stroke } = node;
  if (typeof fill === 'string') return colour(fill);
  if (fill === null || fill.kind === 'picture') return stroke === null ? null : colour(stroke);
  const stops = fill.stops.map((stop) => `${colour(stop.colour)} ${Math.round(stop.at * 100)}%`);
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}

/** What a layer is and looks like, small: its icon, with the picture or the colour that it has. */
export function LayerMark({ node, open }: { node: DesignNode; open: boolean }) {
  const { pictures } = useEditor();
  const Icon = node.type === 'group' && open ? IconFolderOpen : icons[node.type];
  if (node.type === 'image' && node.assetId !== null && node.assetId !== '') {
    return (
      <img
        className={styles.thumb}
        src={mediaUrl(`thumb/${node.assetId}`)}
        alt=""
        loading="lazy"
        aria-hidden
      />
    );
  }
  const background = colourOf(node, (value) => resolveColour(value, pictures.environment.tokens));
  const style: CSSProperties = background === null ? {} : { background };
  return (
    <span className={styles.mark}>
      <Icon size={15} stroke={1.5} aria-hidden />
      {background !== null && <span className={styles.colour} style={style} aria-hidden />}
    </span>
  );
}
