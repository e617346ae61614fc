/** Packs a folder's files into a new ZIP (UTF-8 names, file by file, never the whole in memory). */
export type Zip = (folder: string, out: string, signal: AbortSignal) => Promise<void>;
