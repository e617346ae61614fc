import Database from 'better-sqlite3';
import { translateDatabaseError } from './database-errors.ts';

/** What can be bound to a statement. */
type Bindable = string | number | bigint | null;
export type Parameters = Record<string, Bindable>;

/** One open database: prepared statements are kept, errors come out as `GalleyError`. */
export interface Connection {
  readonly path: string;
  readonly raw: Database.Database;
  all<Row>(sql: string, parameters?: Parameters): Row[];
  get<Row>(sql: string, parameters?: Parameters): Row | undefined;
  /** Answers how many rows changed. */
  run(sql: string, parameters?: Parameters): number;
  /** Immediate; joined when a transaction is already open. */
  transaction<T>(work: () => T): T;
  pragma<T>(source: string): T;
  close(): void;
}

/** "GALY" in ASCII: tells `file` and us that this is a Galley workspace. */
export const applicationId = 0x47414c59;

/** Milliseconds a writer waits for another process. */
const busyTimeout = 5000;

/**
 * Opens an existing file, or makes it when `create`, with the settings that durability rests on.
 * WAL with synchronous=FULL: this build's default for WAL is NORMAL, which loses acknowledged commits at a power cut.
 */
export function openConnection(path: string, create: boolean): Connection {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw translateDatabaseError(error, path);
    }
  };
  const raw = guard(() => new Database(path, { fileMustExist: !create, timeout: busyTimeout }));
  try {
    guard(() => {
      raw.pragma('trusted_schema = OFF');
      raw.pragma('cell_size_check = ON');
      raw.pragma('journal_mode = WAL');
      raw.pragma('synchronous = FULL');
      raw.pragma('foreign_keys = ON');
    });
  } catch (error) {
    raw.close();
    throw error;
  }
  const statements = new Map<string, Database.Statement<[Parameters]>>();
  const prepared = (sql: string): Database.Statement<[Parameters]> => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = raw.prepare<[Parameters]>(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    path,
    raw,
    all: <Row>(sql: string, parameters: Parameters = {}) =>
      guard(() => prepared(sql).all(parameters) as Row[]),
    get: <Row>(sql: string, parameters: Parameters = {}) =>
      guard(() => prepared(sql).get(parameters) as Row | undefined),
    run: (sql, parameters = {}) => guard(() => prepared(sql).run(parameters).changes),
    transaction: (work) => guard(() => (raw.inTransaction ? work() : raw.transaction(work).immediate())),
    pragma: <T>(source: string) => guard(() => raw.pragma(source, { simple: true }) as T),
    close: () => guard(() => raw.close()),
  };
}
