import { probedPackets } from '../probe.ts';
import { safeInput } from './call.ts';

/** ffprobe: format, streams, and the first packets (for the real frame steps), as JSON. `path` is absolute. */
export function probeArguments(path: string): string[] {
  return [
    '-v',
    'error',
    ...safeInput(),
    '-show_format',
    '-show_streams',
    '-show_packets',
    '-show_entries',
    'packet=stream_index,pts_time',
    '-read_intervals',
    `%+#${probedPackets}`,
    '-of',
    'json',
    '-i',
    `file:${path}`,
  ];
}

/** ffprobe: time, size and flags of every packet of one stream, as CSV without a name column. */
export function packetArguments(path: string, streamIndex: number): string[] {
  return [
    '-v',
    'error',
    ...safeInput(),
    '-select_streams',
    String(streamIndex),
    '-show_entries',
    'packet=pts_time,size,flags',
    '-of',
    'csv=p=0',
    '-i',
    `file:${path}`,
  ];
}
