/** What differs between Electron, the web host and the command line. */
export interface Host {
  readonly kind: 'electron' | 'web' | 'cli';
  /** Native dialogs; null where there are none. */
  readonly dialogs: Dialogs | null;
}

export interface Dialogs {
  /** null when the user backed out. */
  pickFolder(): Promise<string | null>;
  pickFiles(): Promise<string[]>;
  reveal(path: string): Promise<void>;
}

/** Folders of this installation and this user; all absolute. */
export interface Paths {
  /** Holds package.json, resources/ and node_modules/ (unpacked from the archive in a packaged app). */
  readonly root: string;
  readonly resources: string;
  /** Settings and the list of recent workspaces. */
  readonly settings: string;
  /** Where new workspaces are suggested. */
  readonly documents: string;
  /** Files that a browser uploads, before they are imported; emptied at start. */
  readonly uploads: string;
}

export interface Clock {
  now(): Date;
}
