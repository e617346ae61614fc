import Database from 'better-sqlite3';

/** Opens a database in memory and reads a row back; answers SQLite's version. Throws what better-sqlite3 throws. */
export function testDatabase(): string {
  const database = new Database(':memory:');
  try {
    database.exec('CREATE TABLE t (v TEXT) STRICT; INSERT INTO t VALUES (sqlite_version())');
    const row = database.prepare<[], { v: string }>('SELECT v FROM t').get();
    return row?.v ?? '';
  } finally {
    database.close();
  }
}
