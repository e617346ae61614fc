/** A file that was copied into a folder under its hash. */
export interface StoredFile {
  sha256: string;
  bytes: number;
  path: string;
  extension: string;
}

/** The few operations on files that the core needs beside the engines; durable and atomic. */
export interface FileStore {
  /**
   * Copies `source` into `folder` as `<sha256>.<extension>`, hashing in the same read.
   * `accept` looks at the complete copy before it gets its name; what it throws refuses the file.
   */
  copyHashed(
    source: string,
    folder: string,
    options: {
      accept: (temporaryPath: string) => Promise<string>;
      signal?: AbortSignal;
      onBytes?: (bytesSoFar: number) => void;
      /** The folder is only passed through: the caller moves the file on and flushes then. */
      passing?: boolean;
    },
  ): Promise<StoredFile>;
  /** Writes a file that is either the old one or the complete new one at every instant. */
  writeAtomically<Result>(
    target: string,
    produce: (temporaryPath: string) => Promise<Result>,
    options?: { force?: boolean },
  ): Promise<Result>;
}
