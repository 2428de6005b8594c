// What the browser keeps for this page: the folder chosen last, and Python as it stood once it was ready. Nothing of it
// is needed: where a browser keeps nothing, the page only starts more slowly and asks for the folder again.
const opened = new Promise((resolve) => {
  try {
    const request = indexedDB.open("cchc", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => resolve(null);
  } catch { resolve(null); }
});

async function within(mode, work) {
  const database = await opened;
  if (!database) return undefined;
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction("kept", mode);
      const request = work(transaction.objectStore("kept"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => resolve(undefined);
    } catch { resolve(undefined); }
  });
}

export const recall = (name) => within("readonly", (kept) => kept.get(name));
export const remember = (name, value) => within("readwrite", (kept) => kept.put(value, name));
export const forget = (name) => within("readwrite", (kept) => kept.delete(name));
