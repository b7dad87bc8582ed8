const atOnce = 1_000;

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });

/**
 * Puts sealed sheets into an empty database of its own, by IndexedDB alone and with their one index: what a filling can
 * cost at least here. @returns rows per second
 */
export async function barePuts(count: number): Promise<number> {
  const filled = await answered(indexedDB.open('wegmarke'));
  const rows = await answered(
    filled.transaction('attendanceSheet').objectStore('attendanceSheet').getAll(null, count),
  );
  filled.close();
  if (rows.length < count) throw new Error('There are too few sheets.');
  const name = 'wegmarke-bare-puts';
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore('rows', { keyPath: 'id' }).createIndex('index.groupId', 'index.groupId');
  const db = await answered(opening);
  const begun = performance.now();
  for (let at = 0; at < rows.length; at += atOnce) {
    const transaction = db.transaction('rows', 'readwrite');
    for (const row of rows.slice(at, at + atOnce)) transaction.objectStore('rows').put(row);
    await ended(transaction);
  }
  const took = performance.now() - begun;
  db.close();
  await answered(indexedDB.deleteDatabase(name));
  return (1_000 * rows.length) / took;
}
